import { create } from 'zustand';
import type { SuccessionOffer } from '../../../core/library/succession.ts';
import type { ImportOutcome, ImportProgress, IssuerFact } from '../../../core/library/views.ts';

interface ImportState {
  /** Files being taken in now, in the order they came. */
  readonly running: readonly ImportProgress[];
  /** What became of files when one toast cannot tell it; null when there is nothing to list. */
  readonly results: readonly ImportOutcome[] | null;
  /** Issuers whose words are to be compared, one dialog after the other. */
  readonly questions: readonly IssuerFact[];
  /** New root keys whose words are to be compared. */
  readonly successions: readonly SuccessionOffer[];
}

export const useImports = create<ImportState>()(() => ({
  running: [],
  results: null,
  questions: [],
  successions: [],
}));

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

export const listResults = (outcomes: readonly ImportOutcome[]): void =>
  useImports.setState(({ results }) => ({ results: [...(results ?? []), ...outcomes] }));

export const closeResults = (): void => useImports.setState({ results: null });

/** Asks about a key; not twice when it is being asked already. */
export const askAbout = (issuer: IssuerFact): void =>
  useImports.setState(({ questions }) =>
    questions.some((each) => each.key === issuer.key) ? {} : { questions: [...questions, issuer] },
  );

export const endQuestion = (key: string): void =>
  useImports.setState(({ questions }) => ({ questions: questions.filter((each) => each.key !== key) }));

export const askAboutRoot = (offer: SuccessionOffer): void =>
  useImports.setState(({ successions }) =>
    successions.some(({ from, to }) => from === offer.from && to === offer.to)
      ? {}
      : { successions: [...successions, offer] },
  );

export const endSuccession = (offer: SuccessionOffer): void =>
  useImports.setState(({ successions }) => ({ successions: successions.filter((each) => each !== offer) }));
