import type { Finding } from '../preflight/finding.ts';
import type { Instant, Uuid } from '../pack/manifest.ts';
import type { Draft, DraftItem } from './draft.ts';

/** One line of the list of drafts. */
export interface DraftSummary {
  readonly draftId: Uuid;
  readonly title: string;
  readonly bodyName: string;
  readonly start: Instant | null;
  readonly itemCount: number;
  readonly documentCount: number;
  /** The revision it will become. */
  readonly revision: number;
  /** Milliseconds since 1970. */
  readonly changed: number;
  /** Set when its file was damaged; the rest then says what could be read. */
  readonly damaged: boolean;
}

/** A draft as the window shows it: saved on disk already. */
export interface DraftView {
  readonly draft: Draft;
  readonly findings: readonly Finding[];
  readonly canUndo: boolean;
  readonly canRedo: boolean;
  /** Names what undo would take back, as the edit's `do`. */
  readonly undoes: string | null;
  readonly redoes: string | null;
}

/** How a new draft begins. */
export type DraftItemSeed = Pick<DraftItem, 'title' | 'itemKind'>;

/** A long piece of work on a draft: files taken in, a proposal made, a pack written. */
export interface DraftProgress {
  readonly job: string;
  readonly phase: 'listing' | 'reading' | 'converting' | 'proposing' | 'sealing' | 'writing' | 'checking';
  readonly done: number;
  readonly total: number;
  /** The file it is at. */
  readonly file: string | null;
}
