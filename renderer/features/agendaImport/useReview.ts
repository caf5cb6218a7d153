import { createContext, useCallback, useContext, useMemo, useState } from 'react';
import type { ImportProposal } from '../../../core/agendaImport/proposal.ts';
import type { ExistingItem, ReviewPages } from './reviewTypes.ts';

/** The proposal as the secretary has it now, and what can be done with it. */
export interface Review {
  readonly draftId: string;
  readonly proposal: ImportProposal;
  readonly existing: readonly ExistingItem[];
  readonly pages: ReviewPages;
  /** Does something to the proposal; can be undone. */
  readonly change: (edit: (proposal: ImportProposal) => ImportProposal) => void;
  readonly undo: (() => void) | null;
  readonly isChanged: boolean;
  /** The document that is shown beside the list. */
  readonly shown: string | null;
  readonly show: (documentId: string | null) => void;
  /** Opens the pages of a file to set cuts. */
  readonly showPages: (file: string) => void;
}

const ReviewContext = createContext<Review | null>(null);
export const ReviewProvider = ReviewContext.Provider;

export function useReview(): Review {
  const review = useContext(ReviewContext);
  if (review === null) throw new Error('no proposal is being reviewed here');
  return review;
}

interface Steps {
  readonly now: ImportProposal;
  readonly past: readonly ImportProposal[];
}

const mostSteps = 200;

/** A review that starts from `first`. */
export function useNewReview(
  first: ImportProposal,
  others: Pick<Review, 'draftId' | 'existing' | 'pages' | 'showPages'>,
): Review {
  const [{ now, past }, setSteps] = useState<Steps>({ now: first, past: [] });
  const [shown, show] = useState<string | null>(null);
  const change = useCallback<Review['change']>(
    (edit) =>
      setSteps((steps) => {
        const next = edit(steps.now);
        return next === steps.now ? steps : { now: next, past: [...steps.past, steps.now].slice(-mostSteps) };
      }),
    [],
  );
  const undo = useCallback(
    () =>
      setSteps((steps) => {
        const before = steps.past.at(-1);
        return before === undefined ? steps : { now: before, past: steps.past.slice(0, -1) };
      }),
    [],
  );
  const { draftId, existing, pages, showPages } = others;
  return useMemo(
    () => ({
      draftId,
      existing,
      pages,
      showPages,
      proposal: now,
      change,
      undo: past.length > 0 ? undo : null,
      isChanged: past.length > 0,
      shown,
      show,
    }),
    [draftId, existing, pages, showPages, now, change, past.length, undo, shown],
  );
}
