import type { Draft } from '../../core/draft/draft.ts';
import type { Sha256, Uuid } from '../../core/pack/manifest.ts';
import type { Finding } from '../../core/preflight/finding.ts';
import type { DraftContents } from './draftContents.ts';

/** What pre-flight is asked of a draft that is being worked on. */
export interface DraftChecks {
  /** What is known now; what must be read first is told by `onNews` later. */
  readonly findings: (draft: Draft, contents: DraftContents, locked: ReadonlySet<Uuid>) => readonly Finding[];
  /** Waits until every file that was asked about has been read. */
  readonly settled: (draftId: Uuid) => Promise<void>;
  /** Called with the draft's id when more is known of its files. */
  readonly onNews: (listener: (draftId: Uuid) => void) => void;
  /** Nothing may be kept of these contents: they are sealed now. */
  readonly forget: (draftId: Uuid, contents: readonly Sha256[]) => Promise<void>;
  /** The draft is gone. */
  readonly leave: (draftId: Uuid) => void;
  readonly stop: () => Promise<void>;
}

/** Finds nothing: for where drafts are only carried. */
export const withoutChecks: DraftChecks = {
  findings: () => [],
  settled: () => Promise.resolve(),
  onNews: () => undefined,
  forget: () => Promise.resolve(),
  leave: () => undefined,
  stop: () => Promise.resolve(),
};
