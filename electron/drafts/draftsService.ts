import type { Result } from '../../core/errors.ts';
import type { Draft, DraftFile } from '../../core/draft/draft.ts';
import type { DraftDifference } from '../../core/draft/draftDifference.ts';
import type { DraftEdit } from '../../core/draft/draftEdit.ts';
import type {
  BodySettings,
  DraftBodyEntry,
  DraftStart,
  DraftSummary,
  DraftView,
} from '../../core/draft/draftViews.ts';
import type { Uuid } from '../../core/pack/manifest.ts';
import type { BackupPart } from '../backup/backupPart.ts';
import type { DraftContents } from './draftContents.ts';
import type { FindDraftFile } from '../protocol/documentResponse.ts';

/** The drafts of one profile. The only writer of `drafts/` and `bodies.json`. Everything asked by a draft's id fails with draftUnknown, draftDamaged or profileNewer when it cannot be opened. */
export interface DraftsService {
  readonly list: () => Promise<readonly DraftSummary[]>;
  /** Going on from a revision of which a draft is under way opens that draft. Fails with meetingUnknown, draftUnknown (body or template) … */
  readonly create: (start: DraftStart) => Promise<Result<DraftView>>;
  readonly open: (draftId: Uuid) => Promise<Result<DraftView>>;
  /** The same when every file has been read, so that pre-flight misses nothing. */
  readonly checked: (draftId: Uuid) => Promise<Result<DraftView>>;
  /** On disk when it resolves. Fails with draftEdit, draftLocked, diskFull or diskDenied; nothing has then changed. */
  readonly edit: (draftId: Uuid, edit: DraftEdit) => Promise<Result<DraftView>>;
  readonly undo: (draftId: Uuid) => Promise<Result<DraftView>>;
  readonly redo: (draftId: Uuid) => Promise<Result<DraftView>>;
  readonly remove: (draftId: Uuid) => Promise<Result<void>>;
  /** How it differs from the revision it goes on from; null for a first one, or when that revision is not in the library. */
  readonly difference: (draftId: Uuid) => Promise<Result<DraftDifference | null>>;

  readonly bodies: () => readonly DraftBodyEntry[];
  readonly saveBody: (
    body: DraftBodyEntry['body'],
    settings: BodySettings,
  ) => Promise<Result<readonly DraftBodyEntry[]>>;
  readonly removeBody: (bodyId: Uuid) => Promise<Result<readonly DraftBodyEntry[]>>;
  readonly saveTemplate: (draftId: Uuid, name: string) => Promise<Result<readonly DraftBodyEntry[]>>;
  readonly removeTemplate: (bodyId: Uuid, templateId: Uuid) => Promise<Result<readonly DraftBodyEntry[]>>;

  /** For imports and issuing: the draft as it is now. */
  readonly draft: (draftId: Uuid) => Promise<Result<Draft>>;
  /** Where open files of a draft lie under their SHA-256; others may add files there, whole and under their hash. */
  readonly filesFolder: (draftId: Uuid) => string;
  readonly contents: (draftId: Uuid) => Promise<Result<DraftContents>>;
  /** Takes a file for a sealed item from where the person has it: encrypted on the way. Fails with importGone, documentDamaged (another content than `file` says) … */
  readonly sealFile: (draftId: Uuid, file: DraftFile, sourcePath: string) => Promise<Result<void>>;
  /** The draft was issued: it goes on from this revision, and nothing before can be undone. */
  readonly markIssued: (
    draftId: Uuid,
    base: NonNullable<Draft['base']>,
    slugs: ReadonlyMap<Uuid, string>,
  ) => Promise<Result<DraftView>>;
  /** A file of a draft for the window; null when no draft has it, or it is locked. */
  readonly findFile: FindDraftFile;

  /** The vault was opened or locked: sealed items of drafts that are open come or go. */
  readonly keysChanged: () => Promise<void>;
  /** Something that pre-flight looks at has changed outside the drafts: who has a card. */
  readonly checkAgain: () => void;
  readonly onChanged: (listener: (view: DraftView) => void) => () => void;
  readonly onListChanged: (listener: (list: readonly DraftSummary[]) => void) => () => void;
  /** Drafts and bodies, for the backup. */
  readonly backupPart: BackupPart;
  /** Full paths of damaged files that were set aside at opening. */
  readonly setAside: readonly string[];
  /** Waits until everything is on disk. */
  readonly close: () => Promise<void>;
}
