import type { RefObject } from 'react';
import { useMemo } from 'react';
import type { ReaderDrawing, ReaderProps } from '../readerTypes.ts';

/** What the owner keeps drawings with, as one object for as long as there is one: it always asks the newest. */
export function useDrawing(
  given: ReaderDrawing | undefined,
  latest: RefObject<ReaderProps>,
): ReaderDrawing | null {
  const isThere = given !== undefined;
  return useMemo(() => {
    if (!isThere) return null;
    return {
      add: async (request) => (await latest.current.drawing?.add(request)) ?? null,
      change: async (id, change) => (await latest.current.drawing?.change(id, change)) ?? false,
      remove: async (id) => (await latest.current.drawing?.remove(id)) ?? false,
      choose: (id) => latest.current.drawing?.choose(id),
      open: (id) => latest.current.drawing?.open(id),
      warn: (message) => latest.current.drawing?.warn(message),
    };
  }, [isThere, latest]);
}
