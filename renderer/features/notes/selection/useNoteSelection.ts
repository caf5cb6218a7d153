import { useMemo, useState } from 'react';
import type { ShownNote } from '../shownNote.ts';

/** Which of the notes that are listed are chosen. */
export interface NoteSelection {
  readonly has: (key: string) => boolean;
  /** In the order of the list. */
  readonly notes: readonly ShownNote[];
  readonly toggle: (key: string) => void;
  /** From the note chosen last to this one. */
  readonly extendTo: (key: string) => void;
  readonly chooseAll: () => void;
  readonly clear: () => void;
}

interface Chosen {
  readonly keys: ReadonlySet<string>;
  /** Where a range begins. */
  readonly anchor: string | null;
}

const none: Chosen = { keys: new Set(), anchor: null };

/** Of a list that changes: what is not listed any more is not chosen. A note that is only being begun cannot be. */
export function useNoteSelection(listed: readonly ShownNote[]): NoteSelection {
  const [chosen, setChosen] = useState(none);
  return useMemo(() => {
    const possible = listed.filter(({ note }) => note.modifiedAt > 0);
    const keys = possible.map(({ key }) => key);
    return {
      has: (key) => chosen.keys.has(key),
      notes: possible.filter(({ key }) => chosen.keys.has(key)),
      toggle: (key) => {
        if (keys.includes(key)) setChosen((was) => ({ keys: toggled(was.keys, key), anchor: key }));
      },
      extendTo: (key) =>
        setChosen((was) => {
          const anchor = was.anchor !== null && keys.includes(was.anchor) ? was.anchor : key;
          const [a, b] = [keys.indexOf(anchor), keys.indexOf(key)];
          return a < 0 || b < 0
            ? was
            : { keys: new Set(keys.slice(Math.min(a, b), Math.max(a, b) + 1)), anchor };
        }),
      chooseAll: () => setChosen((was) => ({ keys: new Set(keys), anchor: was.anchor ?? keys[0] ?? null })),
      clear: () => setChosen(none),
    };
  }, [listed, chosen]);
}

function toggled(keys: ReadonlySet<string>, key: string): ReadonlySet<string> {
  const next = new Set(keys);
  if (!next.delete(key)) next.add(key);
  return next;
}
