import { useMemo, useSyncExternalStore } from 'react';
import { useReader } from '../session/ReaderContext.ts';
import type { PagePlace } from '../session/ReaderSession.ts';
import type { FoundLetters } from './markedParts.ts';

const neverChanges = (): (() => void) => () => undefined;
const noHits: FoundLetters['hits'] = [];

/** The words that are looked for on a page. */
export function useFound({ document, page }: PagePlace): FoundLetters {
  const { found } = useReader();
  const subscribe = found?.subscribe ?? neverChanges;
  const hits = useSyncExternalStore(subscribe, () => found?.hitsOn(document.id, page) ?? noHits);
  const current = useSyncExternalStore(subscribe, () => found?.currentOn(document.id, page) ?? null);
  return useMemo(() => ({ hits, current }), [hits, current]);
}
