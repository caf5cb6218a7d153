import type { Result } from '../../core/errors.ts';
import type {
  Beside,
  DocumentPosition,
  ImportOutcome,
  ImportProgress,
  LibraryView,
  MeetingView,
  ReadingPlace,
  ReadState,
} from '../../core/library/views.ts';
import type { SuccessionOffer, successionStanding } from '../../core/library/succession.ts';
import type { ShownPack } from './shownPack.ts';
import type { VerifiedDocuments, VerifyWatch } from './verifyDocuments.ts';
import type { Manifest, PackDocument, PackFile } from '../../core/pack/manifest.ts';
import type { PageRanges } from '../../core/reading/pageRanges.ts';
import type { BackupPart } from '../backup/backupPart.ts';
import type { Language, Layout, Theme } from '../../core/settings/settings.ts';
import type { ComfortSettings } from '../../core/settings/comfortSettings.ts';
import type { TextViewSettings } from '../../core/settings/textViewSettings.ts';

export interface Settings {
  readonly language: Language | null;
  readonly theme: Theme;
  readonly layout: Layout;
  readonly textView?: TextViewSettings | undefined;
  readonly comfort?: ComfortSettings | undefined;
}

export interface MeetingRevisions {
  readonly manifests: readonly { readonly sha256: string; readonly manifest: Manifest }[];
  /** The revision the person last looked at; null before the first opening. */
  readonly seen: string | null;
  /** Whether the person had read this content. */
  readonly wasRead: (document: PackDocument) => boolean;
  readonly readState: (document: PackDocument) => ReadState;
}

/** The library of one profile: packs, documents, reading state, settings. The only writer of `library.json`. */
export interface LibraryService {
  readonly settings: () => Settings;
  readonly updateSettings: (patch: Partial<Settings>) => Promise<Result<void>>;

  readonly view: () => LibraryView;
  readonly importFiles: (
    files: readonly string[],
    options: { job: string; signal?: AbortSignal; onProgress?: (progress: ImportProgress) => void },
  ) => Promise<readonly ImportOutcome[]>;
  readonly confirmKey: (key: string, matches: boolean) => Promise<Result<void>>;
  /** How a letter about a new root key stands to this library. */
  readonly successionStanding: (letter: {
    readonly from: string;
    readonly to: string;
  }) => ReturnType<typeof successionStanding>;
  /** The new root's words were compared and match. */
  readonly succeedRoot: (offer: SuccessionOffer) => Promise<Result<void>>;
  readonly dismissNotice: (id: string) => Promise<Result<void>>;
  /** Tells of damaged files, by full path, that were set aside after the library was opened. */
  readonly tellSetAside: (files: readonly string[]) => Promise<Result<void>>;

  readonly addWatchedFolder: (folder: string) => Promise<Result<{ id: string }>>;
  readonly removeWatchedFolder: (id: string) => Promise<Result<void>>;
  readonly scanWatchedFolders: () => Promise<readonly ImportOutcome[]>;
  /** Starts watching; the returned function stops. */
  readonly watch: (onImported: (outcomes: readonly ImportOutcome[]) => void) => () => void;

  readonly meeting: (meetingId: string) => Promise<Result<MeetingView>>;
  /** The pack behind what the workspace shows; null when none of it is here. */
  readonly shownPack: (meetingId: string) => ShownPack | null;
  /** Stored documents, open and sealed, that only this meeting's pack has; null when no pack of it is here. */
  readonly packDocuments: (meetingId: string) => Promise<readonly PackFile[] | null>;
  /** Removes those documents for good. Fails with meetingUnknown or diskDenied. */
  readonly disposeOf: (meetingId: string) => Promise<Result<{ readonly documentCount: number }>>;
  /** What the workspace shows, without opening the meeting; null when no pack of it is here. */
  readonly meetingView: (meetingId: string) => MeetingView | null;
  readonly markSeen: (meetingId: string) => Promise<Result<MeetingView>>;
  readonly setPlace: (meetingId: string, place: ReadingPlace) => Promise<Result<void>>;
  readonly setBeside: (meetingId: string, beside: Beside | null) => Promise<Result<void>>;
  readonly setPosition: (
    meetingId: string,
    documentId: string,
    position: DocumentPosition,
  ) => Promise<Result<void>>;
  readonly addSeenPages: (meetingId: string, documentId: string, pages: PageRanges) => Promise<Result<void>>;
  readonly setReadState: (
    meetingId: string,
    documentId: string,
    state: ReadState,
  ) => Promise<Result<MeetingView>>;
  /** Fails with `cancelled` when it is stopped. */
  readonly verifyMeeting: (meetingId: string, watch?: VerifyWatch) => Promise<Result<VerifiedDocuments>>;

  /** Every revision of the meeting's pack that is here, the one shown first. */
  readonly revisions: (meetingId: string) => Promise<Result<MeetingRevisions>>;
  /** Two contents of a document were found to say the same, word for word. */
  readonly setSameText: (
    documentId: string,
    one: Pick<PackDocument, 'sha256' | 'pages'>,
    other: Pick<PackDocument, 'sha256' | 'pages'>,
  ) => Promise<Result<void>>;

  /** Path and media type of a stored document that some pack of this library lists, or null. Used by the `app://` protocol. */
  readonly documentFile: (sha256: string) => Promise<{ path: string; mediaType: string } | null>;

  /** Called after every change that the library screen shows. */
  readonly onChanged: (listener: (view: LibraryView) => void) => () => void;
  /** Settings, confirmed keys, places and watched folders, for the backup. */
  readonly backupPart: BackupPart;

  /** Waits until everything is on disk. */
  readonly flush: () => Promise<void>;
}
