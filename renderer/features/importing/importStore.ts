import { create } from 'zustand';
import type { Result } from '../../../core/errors.ts';
import type { ImportOutcome, ImportProgress, IssuerFact, MeetingEntry } from '../../../core/library/views.ts';
import { firstContacts, needsList, worthTelling } from './importOutcomes.ts';

interface ImportState {
  /** Files being taken in now, in the order they came. */
  readonly running: readonly ImportProgress[];
  /** What became of the files the person just gave; null when nothing needs a list. */
  readonly results: readonly ImportOutcome[] | null;
  /** Issuers whose words are to be compared, one dialog after the other. */
  readonly questions: readonly IssuerFact[];
}

export const useImports = create<ImportState>()(() => ({ running: [], results: null, questions: [] }));

const isSame = (a: ImportProgress, b: ImportProgress): boolean => a.job === b.job && a.file === b.file;

export function noteProgress(progress: ImportProgress): void {
  const isOver = progress.phase === 'done' || progress.phase === 'failed';
  useImports.setState(({ running }) => {
    if (isOver) return { running: running.filter((each) => !isSame(each, progress)) };
    const isKnown = running.some((each) => isSame(each, progress));
    return {
      running: isKnown
        ? running.map((each) => (isSame(each, progress) ? progress : each))
        : [...running, progress],
    };
  });
}

/** The one outcome that a toast can tell; null when the list tells it or there is nothing to tell. */
export function takeOutcomes(
  outcomes: readonly ImportOutcome[],
  meetings: readonly MeetingEntry[],
  { isAskedFor }: { isAskedFor: boolean },
): ImportOutcome | null {
  const told = worthTelling(outcomes);
  // A watched folder must not interrupt somebody who reads: its news are notices of the library and a toast.
  if (!isAskedFor) return told[0] ?? null;
  const contacts = firstContacts(told, meetings);
  useImports.setState(({ questions }) => ({
    questions: [
      ...questions,
      ...contacts.filter((contact) => questions.every((each) => each.key !== contact.key)),
    ],
  }));
  if (needsList(told)) {
    useImports.setState(({ results }) => ({ results: [...(results ?? []), ...told] }));
    return null;
  }
  return told[0] ?? null;
}

export const closeResults = (): void => useImports.setState({ results: null });

export const askAbout = (issuer: IssuerFact): void =>
  useImports.setState(({ questions }) => ({ questions: [issuer, ...questions] }));

export const endQuestion = (key: string): void =>
  useImports.setState(({ questions }) => ({ questions: questions.filter((each) => each.key !== key) }));

export type ImportAnswer = Result<readonly ImportOutcome[]>;
