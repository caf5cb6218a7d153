import type { Draft } from './draft.ts';
import type { DraftEdit } from './draftEdit.ts';

type Did = DraftEdit['do'];

interface Step {
  /** The draft before it. */
  readonly before: Draft;
  readonly did: Did;
}

/** A draft with what can be taken back and done again. Kept in memory only: a start begins anew. */
export interface DraftHistory {
  readonly now: Draft;
  readonly past: readonly Step[];
  readonly future: readonly { readonly after: Draft; readonly did: Did }[];
}

/** Steps that are kept; older ones can no longer be taken back. */
const historySteps = 200;

/** A history in which nothing has happened. */
export const beginHistory = (draft: Draft): DraftHistory => ({ now: draft, past: [], future: [] });

/** The draft after an edit; what was taken back before is gone. */
export function withStep({ now, past }: DraftHistory, after: Draft, did: Did): DraftHistory {
  return { now: after, past: [...past, { before: now, did }].slice(-historySteps), future: [] };
}

/** Takes the last step back; the same history when there is none. */
export function undone(history: DraftHistory): DraftHistory {
  const step = history.past.at(-1);
  if (step === undefined) return history;
  return {
    now: step.before,
    past: history.past.slice(0, -1),
    future: [{ after: history.now, did: step.did }, ...history.future],
  };
}

/** Does the step taken back last again; the same history when there is none. */
export function redone(history: DraftHistory): DraftHistory {
  const [step, ...future] = history.future;
  if (step === undefined) return history;
  return { now: step.after, past: [...history.past, { before: history.now, did: step.did }], future };
}

/** The history with something done to every draft in it, for what is no step: sealed items that are opened now. */
export const mapHistory = (history: DraftHistory, change: (draft: Draft) => Draft): DraftHistory => ({
  now: change(history.now),
  past: history.past.map(({ before, did }) => ({ before: change(before), did })),
  future: history.future.map(({ after, did }) => ({ after: change(after), did })),
});
