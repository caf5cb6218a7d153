import { useEffect, useRef, useSyncExternalStore } from 'react';
import type { NoteText, NoteTextSaver } from './noteTextSaver.ts';

/** What to show for a note: what is being written, else what is stored. */
export function useNoteText(saver: NoteTextSaver, key: string, stored: string): NoteText | null {
  const written = useSyncExternalStore(saver.subscribe, () => saver.read(key));
  const lastStored = useRef(stored);
  useEffect(() => {
    if (lastStored.current === stored) return;
    lastStored.current = stored;
    saver.adopt(key, stored);
  }, [saver, key, stored]);
  return written;
}
