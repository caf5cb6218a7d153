import { useEffect, useMemo, useState } from 'react';
import type { AgendaEntry, BriefingEntry, ReadingPlace } from '../../../core/library/views.ts';
import { everyParent, ownerKey, parentsOfItems } from './agendaKeys.ts';

export interface Expanded {
  readonly keys: ReadonlySet<string>;
  readonly setKeys: (keys: ReadonlySet<string>) => void;
  readonly isAll: boolean;
  readonly toggleAll: () => void;
}

/** Which items show their documents: what is open does, by itself; others as the person wants. */
export function useExpanded(
  agenda: readonly AgendaEntry[],
  briefings: readonly BriefingEntry[],
  place: ReadingPlace,
): Expanded {
  const current = ownerKey(place);
  const [keys, setKeys] = useState<ReadonlySet<string>>(() => new Set([current, ...parentsOfItems(agenda)]));
  useEffect(() => setKeys((known) => (known.has(current) ? known : new Set([...known, current]))), [current]);
  const every = useMemo(() => everyParent(agenda, briefings), [agenda, briefings]);
  const isAll = [...every].every((key) => keys.has(key));
  return {
    keys,
    setKeys,
    isAll,
    toggleAll: () => setKeys(isAll ? new Set([current, ...parentsOfItems(agenda)]) : every),
  };
}
