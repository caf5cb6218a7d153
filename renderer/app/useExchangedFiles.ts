import { useEffect } from 'react';
import { on } from '../client.ts';
import { tellOfLetters } from '../features/identity/LettersRow.tsx';
import { takeOutcomes } from '../features/people/usePeople.ts';
import { go, openMeeting } from './appStore.ts';

/** Key letters, cards and receipts that were dropped on the window or opened from outside. */
export function useExchangedFiles(): void {
  useEffect(
    () =>
      on('identity.lettersTaken', ({ outcomes }) => {
        tellOfLetters(outcomes);
        const [taken] = outcomes.flatMap((outcome) => (outcome.kind === 'taken' ? [outcome.meetingId] : []));
        if (taken !== undefined) openMeeting(taken);
      }),
    [],
  );
  useEffect(
    () =>
      on('people.taken', ({ outcomes }) => {
        takeOutcomes(outcomes);
        go({ name: 'people' });
      }),
    [],
  );
}
