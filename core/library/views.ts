import type { BereddError } from '../errors.ts';
import type { PageRanges } from '../reading/pageRanges.ts';
import type {
  AgendaItem,
  CalendarDate,
  DocumentKind,
  Instant,
  ItemKind,
  MeetingKind,
  MeetingState,
  Sealed,
  Sha256,
  UnitBriefing,
  Uuid,
} from '../pack/manifest.ts';

/** What the library screen shows. Derived from the library's data by `libraryView`; stored nowhere. */
export interface LibraryView {
  readonly meetings: readonly MeetingEntry[];
  readonly watchedFolders: readonly WatchedFolderEntry[];
  readonly notices: readonly LibraryNotice[];
}

/** Two separate facts are shown: "unchanged since issued", and who issued it with this state of the key. */
/** `declined`: the person compared the six words and they differed. */
export type KeyState = 'known' | 'notConfirmed' | 'declined' | 'changed';

export interface IssuerFact {
  readonly municipality: string;
  readonly office: string;
  readonly keyState: KeyState;
  /** The six words to compare for this key. */
  readonly words: readonly string[];
  /** The minisign public key line, `RW…`. */
  readonly key: string;
  /** When the person confirmed the words. */
  readonly confirmedAt: number | null;
  /** Why the municipality's list does not stand for whoever signed it; left out: it does, or there is none. */
  readonly doubt?: 'removed' | 'otherBody';
}

export interface MeetingEntry {
  readonly meetingId: Uuid;
  readonly packId: Uuid;
  readonly kind: MeetingKind;
  readonly state: MeetingState;
  readonly title: string;
  readonly bodyId: Uuid;
  readonly bodyName: string;
  readonly municipality: string;
  readonly start: Instant;
  readonly end: Instant | null;
  readonly place: string | null;
  readonly revision: number;
  readonly issued: Instant;
  readonly packNote: string;
  readonly itemCount: number;
  readonly decisionItemCount: number;
  readonly briefingCount: number;
  readonly pageCount: number;
  readonly documentCount: number;
  readonly unreadDocumentCount: number;
  readonly noteCount: number;
  /** Items that are new or changed since the revision this person last opened; zero when never opened. */
  readonly newItemCount: number;
  readonly changedItemCount: number;
  readonly changedReadItemCount: number;
  /** Set when the meeting was moved since the revision last opened. */
  readonly movedFrom: { readonly start: Instant; readonly place: string | null } | null;
  readonly issuer: IssuerFact;
  /** Documents whose bytes are not here yet (a supplement came before its base). */
  readonly missingDocumentCount: number;
  /** The base a supplement waits for, when documents are missing. */
  readonly needsRevision: number | null;
  /** When the person disposed of the documents, milliseconds since 1970; left out: they are here. */
  readonly disposedAt?: number;
  readonly lastOpenedAt: number | null;
}

export interface WatchedFolderEntry {
  readonly id: Uuid;
  readonly path: string;
  /** `gone`: cannot be read now; nothing changes because of it. */
  readonly state: 'watching' | 'gone' | 'empty';
  readonly packCount: number;
  readonly lastSeenAt: number | null;
}

/** Something the person must know of that has no other place: alarms and refused files. Can be put away. */
export interface LibraryNotice {
  readonly id: string;
  readonly severity: 'alarm' | 'problem' | 'info';
  readonly at: number;
  readonly kind:
    | 'fork' // the same revision exists with two contents
    | 'gap' // a revision in between was never seen
    | 'foreignKey' // a known pack or body under an unknown key
    | 'refused' // a file that was not taken in
    | 'setAside' // damaged data of ours that was set aside
    | 'imported'; // a watched folder brought something new
  readonly meetingId: Uuid | null;
  readonly meetingTitle: string | null;
  readonly file: string | null;
  readonly detail: Readonly<Record<string, string | number>>;
  readonly error: BereddError | null;
}

/** How an item or document differs from the revision the person last opened. */
export type Change = 'none' | 'new' | 'changed' | 'moved';

export type ReadState = 'unread' | 'started' | 'read';

/** What the meeting's workspace shows. Derived by `meetingView`. */
export interface MeetingView {
  readonly meeting: MeetingEntry;
  readonly webcast: string | null;
  readonly returnBy: CalendarDate | null;
  readonly eraseAfter: CalendarDate | null;
  readonly agenda: readonly AgendaEntry[];
  readonly briefings: readonly BriefingEntry[];
  readonly lastPlace: ReadingPlace | null;
  /** What last stood beside it; left out while there is one document. */
  readonly lastBeside?: Beside;
}

export interface AgendaEntry extends Omit<AgendaItem, 'documents' | 'children' | 'extensions' | 'conflicts'> {
  readonly documents: readonly DocumentEntry[];
  readonly children: readonly AgendaEntry[];
  readonly change: Change;
  /** The number it had, when it moved. */
  readonly previousNumber: string | null;
  readonly readState: ReadState;
  /** Pages of the item itself, children excluded. */
  readonly pageCount: number;
  readonly firstPackPage: number | null;
  /** A sealed item that the person's own key opened; left out: no. */
  readonly unlocked?: boolean;
  /** Who has a conflict of interest, by the summons; nobody when left out. */
  readonly conflicts?: readonly ItemConflict[];
}

/** A person with a conflict of interest in an item. */
export interface ItemConflict {
  readonly person: Uuid;
  /** "Maja Lind (C)"; null when no roster names the person. */
  readonly name: string | null;
  readonly policy: 'warn' | 'hide';
}

export interface BriefingEntry extends Omit<UnitBriefing, 'documents' | 'extensions'> {
  readonly documents: readonly DocumentEntry[];
  readonly change: Change;
  readonly readState: ReadState;
  /** A sealed briefing that the person's own key opened; left out: no. */
  readonly unlocked?: boolean;
}

export interface DocumentEntry {
  readonly id: Uuid;
  readonly title: string;
  readonly documentKind: DocumentKind;
  readonly sha256: Sha256;
  readonly mediaType: string;
  readonly size: number;
  readonly pageCount: number;
  readonly pages: { readonly from: number; readonly to: number } | null;
  /** Pack page of the document's page 1; null when not paged. */
  readonly firstPackPage: number | null;
  readonly personalData: boolean;
  readonly available: boolean;
  readonly change: Change;
  readonly readState: ReadState;
  readonly position: DocumentPosition | null;
  /** Pages that were in view, the document's own; none when left out. */
  readonly seenPages?: PageRanges | undefined;
}

/** Where a person was in a document. `page` is the document's own page, `offset` the share of it above the top edge. */
export interface DocumentPosition {
  readonly page: number;
  readonly offset: number;
  readonly zoom: Zoom;
  /** How the person has turned the document's pages, clockwise; upright when left out. */
  readonly quarterTurns?: QuarterTurns | undefined;
}

export type QuarterTurns = 0 | 1 | 2 | 3;

export type Zoom =
  | { readonly mode: 'width' }
  | { readonly mode: 'page' }
  | { readonly mode: 'percent'; readonly percent: number };

/** The item, briefing and document last shown in a meeting. */
export interface ReadingPlace {
  readonly itemId: Uuid | null;
  readonly briefingId: Uuid | null;
  readonly documentId: Uuid | null;
}

/** Of two documents beside each other the one that is not active, and where it stands. */
export interface Beside {
  readonly place: ReadingPlace;
  readonly half: 'left' | 'right';
  readonly isLinked: boolean;
}

/** Progress of taking in one file. */
export interface ImportProgress {
  readonly job: string;
  readonly file: string;
  readonly phase: 'opening' | 'verifying' | 'storing' | 'done' | 'failed';
  readonly bytesDone: number;
  readonly bytesTotal: number;
}

/** Progress of reading the documents of a meeting again. */
export interface VerifyProgress {
  readonly meetingId: string;
  readonly bytesDone: number;
  readonly bytesTotal: number;
}

/** What became of one file. `key` asks for the six words on first contact. */
export interface ImportOutcome {
  readonly file: string;
  readonly result:
    | {
        readonly kind: 'added' | 'updated' | 'known' | 'older' | 'keptApart';
        readonly meetingId: Uuid;
        readonly title: string;
        readonly revision: number;
        readonly issuer: IssuerFact;
        readonly damagedDocuments: readonly string[];
      }
    | { readonly kind: 'refused'; readonly error: BereddError };
}

export type { Sealed, ItemKind };
