import type { ImportProposal } from '../../core/agendaImport/proposal.ts';
import type { Draft, DraftFile } from '../../core/draft/draft.ts';
import type { DraftEdit } from '../../core/draft/draftEdit.ts';
import type { DraftView } from '../../core/draft/draftViews.ts';
import type { Result } from '../../core/errors.ts';

/** What imports need of the drafts. */
export interface ImportDrafts {
  /** Fails with `draftUnknown`, `draftDamaged` or `draftLocked`. */
  readonly draft: (draftId: string) => Promise<Result<Draft>>;
  /** The folder in which the bytes of this draft's files lie under their SHA-256. May not be there yet. */
  readonly filesFolder: (draftId: string) => string;
  readonly open: (draftId: string) => Promise<Result<DraftView>>;
  readonly edit: (draftId: string, edit: DraftEdit) => Promise<Result<DraftView>>;
  /** Takes the bytes of a file that belongs to a sealed item: encrypted, never written down in plain. */
  readonly sealFile: (draftId: string, file: DraftFile, sourcePath: string) => Promise<Result<void>>;
}

/** The long pieces of work that bring files into a draft. One at a time; each can be cancelled by its `job`. */
export interface ImportJobs {
  /** Fails with `importNothing`, `importZip`, `importAgenda`, `importGone`, `cancelled`, or what the disk says. */
  readonly propose: (order: {
    readonly job: string;
    readonly draftId: string;
    readonly paths: readonly string[];
    readonly pastedAgenda: string | null;
  }) => Promise<Result<ImportProposal>>;
  /** Null refuses the proposal. Either way its files that no document of the draft uses are removed. */
  readonly accept: (order: {
    readonly job: string;
    readonly draftId: string;
    readonly proposal: ImportProposal | null;
  }) => Promise<Result<DraftView>>;
  readonly addFiles: (order: {
    readonly job: string;
    readonly draftId: string;
    readonly itemId: string;
    readonly at: number;
    readonly paths: readonly string[];
  }) => Promise<Result<DraftView>>;
  readonly replaceFile: (order: {
    readonly job: string;
    readonly draftId: string;
    readonly documentId: string;
    readonly path: string;
  }) => Promise<Result<DraftView>>;
  readonly cancel: (job: string) => void;
  readonly close: () => Promise<void>;
}
