import { useEffect } from 'react';
import { create } from 'zustand';
import type { BereddError, Result } from '../../../core/errors.ts';
import type { ExchangeOutcome, PeopleView } from '../../../core/exchange/peopleViews.ts';
import { client, on } from '../../client.ts';

interface PeopleStore {
  /** Null until main has answered. */
  readonly view: PeopleView | null;
  readonly error: BereddError | null;
  /** What became of the files taken in last. */
  readonly outcomes: readonly ExchangeOutcome[];
}

const useStore = create<PeopleStore>()(() => ({ view: null, error: null, outcomes: [] }));

export function takePeople(answer: Result<PeopleView>): void {
  useStore.setState(answer.ok ? { view: answer.value, error: null } : { error: answer.error });
}

export const takeOutcomes = (outcomes: readonly ExchangeOutcome[]): void => useStore.setState({ outcomes });

export const loadPeople = (): void => void client.people.view().then(takePeople);

/** People and keys of the office, followed while they are on screen. */
export function usePeople(): PeopleStore {
  useEffect(() => {
    loadPeople();
    return on('people.changed', (view) => useStore.setState({ view, error: null }));
  }, []);
  return useStore();
}
