import type { RefObject } from 'react';
import { useEffect, useMemo, useRef } from 'react';
import type { ReaderHandle } from '../../../features/reader/readerTypes.ts';
import type { Workspace } from '../Workspace.ts';
import type { SideReaders } from './MiddleSides.tsx';

/** The readers of both sides, and as `reader` always that of the active one, for everything that acts on what is read. */
export function useSideReaders(workspace: Workspace): {
  readonly readers: SideReaders;
  readonly reader: RefObject<ReaderHandle | null>;
} {
  const first = useRef<ReaderHandle>(null);
  const second = useRef<ReaderHandle>(null);
  const both = useMemo(() => {
    const readers = { first, second };
    const reader: RefObject<ReaderHandle | null> = {
      get current() {
        return readers[workspace.store.getState().activeSide].current;
      },
      set current(_handle) {
        throw new Error('each side sets its own reader');
      },
    };
    return { readers, reader };
  }, [workspace]);
  useEffect(() => workspace.places.lookAt(() => both.reader.current?.position() ?? null), [workspace, both]);
  return both;
}
