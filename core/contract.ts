import * as v from 'valibot';
import type { Annotation, AnnotationDraft, AnnotationPatch } from './annotation/annotation.ts';
import { noteClasses } from './annotation/annotation.ts';
import { annotationDraftSchema, annotationPatchSchema } from './annotation/annotationSchema.ts';
import type { PlacementsView } from './annotation/anchoring/notePlacement.ts';
import type { ImportProposal } from './agendaImport/proposal.ts';
import { importProposalSchema } from './agendaImport/proposal.ts';
import { draftBodySchema } from './draft/draft.ts';
import type { DraftDifference } from './draft/draftDifference.ts';
import { draftEditSchema } from './draft/draftEdit.ts';
import type { DraftBodyEntry, DraftProgress, DraftSummary, DraftView } from './draft/draftViews.ts';
import { bodySettingsSchema, draftStartSchema } from './draft/draftViews.ts';
import type { Result } from './errors.ts';
import type {
  DisposalPlan,
  Disposed,
  DueMeeting,
  IdentityView,
  LetterOutcome,
  ReceiptState,
} from './exchange/identityViews.ts';
import { newPersonSchema } from './exchange/newPerson.ts';
import type { ExchangeOutcome, MeetingPeopleView, PeopleView } from './exchange/peopleViews.ts';
import type { IssuePlan, IssuedPack, IssueProgress, PublicationPlace } from './issuing/issuing.ts';
import { issueOrderSchema } from './issuing/issuing.ts';
import type { HitLine } from './find/findInText.ts';
import type { Found } from './find/found.ts';
import { findWordsSchema, maxLines, pageHitSchema } from './find/found.ts';
import type {
  DocumentPosition,
  ImportOutcome,
  ImportProgress,
  LibraryView,
  MeetingView,
  ReadingPlace,
  ReadState,
  VerifyProgress,
} from './library/views.ts';
import { besideSchema, documentPositionSchema, readingPlaceSchema } from './library/positionSchema.ts';
import type { ComposedPrint, PrintProgress } from './print/printOrder.ts';
import { composedIdSchema, printOrderSchema } from './print/printOrder.ts';
import { pageRangesSchema } from './reading/pageRanges.ts';
import type { DocumentComparison } from './revisionDiff/documentComparison.ts';
import type { OldDocument } from './revisionDiff/oldDocument.ts';
import type { WhatsNew } from './revisionDiff/whatsNew.ts';
import { comfortSettingsSchema } from './settings/comfortSettings.ts';
import type { AppState, Layout } from './settings/settings.ts';
import { languageSchema, layoutSchema, themeSchema } from './settings/settings.ts';
import { textViewSettingsSchema } from './settings/textViewSettings.ts';

/**
 * The one contract between the window and the main process. The preload bridge, the main handlers and the tests' fake
 * derive from it: a missing handler does not compile, and channel names stand nowhere else.
 *
 * - `request`: the window asks, main answers with a Result. Arguments are validated in main against the schema.
 * - `event`: main tells, the window listens. Payloads come from our own main process and are typed only.
 */
export interface Request<A extends v.GenericSchema, R> {
  readonly direction: 'request';
  readonly args: A;
  /** Only carries the type. */
  readonly result?: R;
}

export interface EventEntry<P> {
  readonly direction: 'event';
  /** Only carries the type. */
  readonly payload?: P;
}

const request =
  <R>() =>
  <A extends v.GenericSchema>(args: A): Request<A, R> => ({ direction: 'request', args });
const event = <P>(): EventEntry<P> => ({ direction: 'event' });

const nothing = v.undefined();
const uuid = v.pipe(v.string(), v.uuid());
const shortText = v.pipe(v.string(), v.maxLength(4096));
const path = v.pipe(v.string(), v.minLength(1), v.maxLength(4096));
const filePaths = v.pipe(v.array(path), v.maxLength(5000));
const passphrase = v.pipe(v.string(), v.minLength(1), v.maxLength(1000));
const pastedText = v.pipe(v.string(), v.maxLength(500_000));

export const contract = {
  app: {
    /** Everything the window needs before it can draw: language, theme, layout, version, how the profile was found. */
    state: request<AppState>()(nothing),
    /** Opens the profile once more after it was refused; the state that comes of it. An open profile stays as it is. */
    openAgain: request<AppState>()(nothing),
    setLanguage: request<AppState>()(v.object({ language: languageSchema })),
    setTheme: request<AppState>()(v.object({ theme: themeSchema })),
    /** Pane widths and which panes are shown. */
    setLayout: request<void>()(v.object({ layout: layoutSchema })),
    /** How documents are shown as flowing text, and whether they are. */
    setTextView: request<AppState>()(v.object({ textView: textViewSettingsSchema })),
    /** Page colours, reading ruler and reading aloud. */
    setComfort: request<AppState>()(v.object({ comfort: comfortSettingsSchema })),
    /** The screen does not sleep while this is on. */
    keepAwake: request<void>()(v.object({ isOn: v.boolean() })),
    /** The first page of a document is on screen (for `--once --screenshot`). */
    firstPageDrawn: request<void>()(nothing),
    stateChanged: event<AppState>(),
    /** A pack was opened from outside (double click, second start): show this meeting. */
    showMeeting: event<{ meetingId: string }>(),
    /** A command of the application menu that the window carries out. */
    menuCommand: event<{ command: MenuCommand }>(),
  },
  library: {
    view: request<LibraryView>()(nothing),
    /** Opens the system's file dialog; an empty list when the person chose nothing. */
    choosePacks: request<readonly ImportOutcome[]>()(nothing),
    /** Takes in files that were dropped on the window. */
    importFiles: request<readonly ImportOutcome[]>()(
      v.object({ paths: v.pipe(v.array(path), v.maxLength(500)) }),
    ),
    cancelImport: request<void>()(v.object({ job: shortText })),
    /** The person compared the six words: they match (the key becomes known), or they do not (its packs stay not confirmed). */
    confirmKey: request<void>()(v.object({ key: shortText, matches: v.boolean() })),
    /** Opens the folder dialog; null when nothing was chosen. */
    addWatchedFolder: request<{ id: string } | null>()(nothing),
    removeWatchedFolder: request<void>()(v.object({ id: uuid })),
    scanWatchedFolders: request<void>()(nothing),
    dismissNotice: request<void>()(v.object({ id: shortText })),
    changed: event<LibraryView>(),
    importProgress: event<ImportProgress>(),
    /** Something taken in without being asked for here: double click, second start, watched folder. */
    imported: event<{ outcomes: readonly ImportOutcome[]; byWatchedFolder: boolean }>(),
  },
  meeting: {
    /** Opens a meeting. The first opening of a revision remembers what was last seen, so "new" stays until `markSeen`. */
    open: request<MeetingView>()(v.object({ meetingId: uuid })),
    /** The person has seen what is new in this revision: marks go away. */
    markSeen: request<MeetingView>()(v.object({ meetingId: uuid })),
    setPlace: request<void>()(v.object({ meetingId: uuid, place: readingPlaceSchema })),
    /** What stands beside the place being read; null when one document has the middle for itself. */
    setBeside: request<void>()(v.object({ meetingId: uuid, beside: v.nullable(besideSchema) })),
    setPosition: request<void>()(
      v.object({ meetingId: uuid, documentId: uuid, position: documentPositionSchema }),
    ),
    /** Pages of a document that were in view; they are added to those known. */
    addSeenPages: request<void>()(v.object({ meetingId: uuid, documentId: uuid, pages: pageRangesSchema })),
    setReadState: request<MeetingView>()(
      v.object({ meetingId: uuid, documentId: uuid, readState: v.picklist(['unread', 'started', 'read']) }),
    ),
    /** Reads every byte of what is stored for this meeting again and compares it with what was signed. */
    verify: request<{ damaged: readonly string[]; missing: readonly string[] }>()(
      v.object({ meetingId: uuid }),
    ),
    /** Stops reading; the request fails with `cancelled`. */
    cancelVerify: request<void>()(v.object({ meetingId: uuid })),
    verifyProgress: event<VerifyProgress>(),
    changed: event<MeetingView>(),
  },
  notes: {
    list: request<NotesView>()(v.object({ meetingId: uuid })),
    add: request<Annotation>()(v.object({ draft: annotationDraftSchema })),
    edit: request<Annotation>()(v.object({ meetingId: uuid, id: uuid, patch: annotationPatchSchema })),
    remove: request<void>()(v.object({ meetingId: uuid, id: uuid })),
    /** Takes back or does again the person's last change in this meeting; null when there is none. */
    undo: request<NoteChange | null>()(v.object({ meetingId: uuid })),
    redo: request<NoteChange | null>()(v.object({ meetingId: uuid })),
    changed: event<NotesView>(),
  },
  placements: {
    /** Where the meeting's notes stand in the revision shown. What is not known is looked for in the background. */
    of: request<PlacementsView>()(v.object({ meetingId: uuid })),
    /** Ends looking for now; asking for the places again goes on. */
    cancel: request<void>()(v.object({ meetingId: uuid })),
    changed: event<PlacementsView>(),
    looking: event<{ meetingId: string; looking: PlacementsView['looking'] }>(),
  },
  revisions: {
    /** How the revision shown differs from the one last looked at; null when there is only one here. */
    whatsNew: request<WhatsNew | null>()(v.object({ meetingId: uuid })),
    /** Holds the words of a replaced document against the old ones. Fails with `documentMissing` or `cancelled`. */
    compare: request<DocumentComparison>()(v.object({ job: uuid, meetingId: uuid, documentId: uuid })),
    cancel: request<void>()(v.object({ job: uuid })),
    /** A document as it was when it had these bytes; null when they are not here any more. */
    oldDocument: request<OldDocument | null>()(
      v.object({ meetingId: uuid, documentId: uuid, sha256: v.pipe(v.string(), v.regex(/^[0-9a-f]{64}$/)) }),
    ),
    progress: event<{ job: string; done: number; total: number }>(),
  },
  find: {
    /**
     * Searches documents of a meeting, beginning with the one at `startAt`; ends the search before. Without words their
     * text is only read, so that it is at hand. What is found is told by `find.found`.
     */
    start: request<void>()(
      v.object({
        search: uuid,
        meetingId: uuid,
        words: v.nullable(findWordsSchema),
        documents: v.pipe(v.array(uuid), v.maxLength(20_000)),
        startAt: v.pipe(v.number(), v.integer(), v.minValue(0)),
      }),
    ),
    cancel: request<void>()(v.object({ search: uuid })),
    /** The lines of hits, in the same order; null where the text is not at hand. */
    lines: request<readonly (HitLine | null)[]>()(
      v.object({ meetingId: uuid, hits: v.pipe(v.array(pageHitSchema), v.maxLength(maxLines)) }),
    ),
    found: event<Found>(),
  },
  print: {
    /**
     * Composes a PDF of a meeting or of parts of it; ends the job before. It is served under its id, as documents are,
     * until it is discarded. Fails with `cancelled`, `printEmpty` or `printTooLarge`.
     */
    compose: request<ComposedPrint>()(v.object({ job: uuid, meetingId: uuid, order: printOrderSchema })),
    cancel: request<void>()(v.object({ job: uuid })),
    /** Asks where to save a composed PDF; null when the person chose nothing. */
    save: request<{ file: string } | null>()(v.object({ id: composedIdSchema })),
    /** Hands a composed PDF over to the system's program for PDFs. Fails with `printNotOpened`. */
    open: request<void>()(v.object({ id: composedIdSchema })),
    discard: request<void>()(v.object({ id: composedIdSchema })),
    progress: event<PrintProgress>(),
  },
  drafts: {
    list: request<readonly DraftSummary[]>()(nothing),
    create: request<DraftView>()(v.object({ start: draftStartSchema })),
    open: request<DraftView>()(v.object({ draftId: uuid })),
    /** Does one edit; it is on disk when this answers. Fails with `draftUnknown` or `draftEdit`. */
    edit: request<DraftView>()(v.object({ draftId: uuid, edit: draftEditSchema })),
    undo: request<DraftView>()(v.object({ draftId: uuid })),
    redo: request<DraftView>()(v.object({ draftId: uuid })),
    remove: request<void>()(v.object({ draftId: uuid })),
    /** As readers of the last revision will be told of it; null when there is none to compare with. */
    difference: request<DraftDifference | null>()(v.object({ draftId: uuid })),
    /** Asks for files (a folder when `what` says so); null when the person chose nothing. */
    choose: request<readonly string[] | null>()(
      v.object({ what: v.picklist(['files', 'folder', 'agenda']) }),
    ),
    /** Takes files into one item; Word and ODF files become PDFs on the way. Progress by `drafts.progress`. */
    addFiles: request<DraftView>()(
      v.object({ job: uuid, draftId: uuid, itemId: uuid, at: v.number(), paths: filePaths }),
    ),
    /** Gives a document new content; it keeps its id. */
    replaceFile: request<DraftView>()(v.object({ job: uuid, draftId: uuid, documentId: uuid, path })),
    /** Looks at files, folders, a ZIP, one merged PDF or an agenda as text, table or CSV, and proposes items. */
    proposeImport: request<ImportProposal>()(
      v.object({ job: uuid, draftId: uuid, paths: filePaths, pastedAgenda: v.nullable(pastedText) }),
    ),
    /** Takes a proposal, as the secretary corrected it, into the draft. Files of a proposal not taken are removed. */
    acceptImport: request<DraftView>()(
      v.object({ job: uuid, draftId: uuid, proposal: v.nullable(importProposalSchema) }),
    ),
    cancelJob: request<void>()(v.object({ job: uuid })),
    /** The bodies that this office makes packs for. */
    bodies: request<readonly DraftBodyEntry[]>()(nothing),
    saveBody: request<readonly DraftBodyEntry[]>()(
      v.object({ body: draftBodySchema, settings: bodySettingsSchema }),
    ),
    removeBody: request<readonly DraftBodyEntry[]>()(v.object({ bodyId: uuid })),
    /** Keeps the agenda without documents as a template of its body. */
    saveTemplate: request<readonly DraftBodyEntry[]>()(v.object({ draftId: uuid, name: shortText })),
    removeTemplate: request<readonly DraftBodyEntry[]>()(v.object({ bodyId: uuid, templateId: uuid })),
    changed: event<DraftView>(),
    listChanged: event<readonly DraftSummary[]>(),
    progress: event<DraftProgress>(),
  },
  issuing: {
    /** What issuing this draft now would come to. */
    plan: request<IssuePlan>()(v.object({ draftId: uuid })),
    /**
     * Signs, writes, checks and publishes a pack, and takes it into the library. Null when the person chose no file.
     * Fails with `draftNotReady`, what is wrong with the key, `diskFull`, `diskDenied` or `cancelled`; nothing is
     * published then.
     */
    issue: request<IssuedPack | null>()(v.object({ job: uuid, order: issueOrderSchema })),
    cancel: request<void>()(v.object({ job: uuid })),
    /** Packs issued for a meeting, the newest first. */
    issued: request<readonly IssuedPack[]>()(v.object({ meetingId: uuid })),
    /** Puts an issued pack into a publication place (again), or where the person says (null). */
    publish: request<IssuedPack | null>()(v.object({ job: uuid, issueId: uuid, placeId: v.nullable(uuid) })),
    /** Asks for a folder; null when nothing was chosen. */
    addPlace: request<readonly PublicationPlace[] | null>()(nothing),
    removePlace: request<readonly PublicationPlace[]>()(v.object({ placeId: uuid })),
    reveal: request<void>()(v.object({ issueId: uuid })),
    /** Begins a message with the pack attached where the system allows it; else shows the file. */
    mail: request<'opened' | 'revealed'>()(v.object({ issueId: uuid })),
    /** Summons with agenda as a tagged PDF; null when the person chose no file. */
    saveSummons: request<{ file: string } | null>()(v.object({ issueId: uuid })),
    /** A folder with a page and documents for the web, without sealed items and personal data. */
    saveOpenVersion: request<{
      folder: string;
      documents: number;
      personalData: number;
      sealedItems: number;
    } | null>()(v.object({ issueId: uuid })),
    progress: event<IssueProgress>(),
  },
  identity: {
    view: request<IdentityView>()(nothing),
    /** Makes the person's keys; a passphrase where the system has no key store. Fails with identityExists, identityPassphrase. */
    make: request<IdentityView>()(v.object({ person: newPersonSchema, passphrase: v.nullable(passphrase) })),
    unlock: request<IdentityView>()(v.object({ passphrase })),
    lock: request<IdentityView>()(nothing),
    /** Null: no passphrase, because the system has a key store. */
    changePassphrase: request<IdentityView>()(
      v.object({ old: v.nullable(passphrase), fresh: v.nullable(passphrase) }),
    ),
    /** After a forgotten passphrase: what was kept stays aside, locked. */
    startAnew: request<IdentityView>()(v.object({ passphrase: v.nullable(passphrase) })),
    /** Asks where to save; null when the person chose nothing. */
    saveCard: request<{ file: string } | null>()(nothing),
    exportFile: request<{ file: string } | null>()(v.object({ passphrase })),
    /** Asks for a file; null when the person chose nothing. */
    importFile: request<IdentityView | null>()(
      v.object({ filePassphrase: passphrase, passphrase: v.nullable(passphrase) }),
    ),
    /** Asks for key letters. */
    chooseLetters: request<readonly LetterOutcome[]>()(nothing),
    takeLetters: request<readonly LetterOutcome[]>()(v.object({ paths: filePaths })),
    receiptState: request<ReceiptState>()(v.object({ meetingId: uuid })),
    /** Whether the secretary of the meeting's body may know; asked once. */
    agreeToReceipts: request<ReceiptState>()(v.object({ meetingId: uuid, agreed: v.boolean() })),
    /** The person changed their mind about a body's receipts. */
    setReceipts: request<IdentityView>()(v.object({ bodyId: uuid, agreed: v.boolean() })),
    saveReceipt: request<{ file: string } | null>()(v.object({ meetingId: uuid })),
    /** A sealed document is on screen, or no longer: the system blocks pictures of the window where it can. */
    sealedShown: request<void>()(v.object({ shown: v.boolean() })),
    /** Meetings whose documents are to be given back or erased. */
    due: request<readonly DueMeeting[]>()(nothing),
    disposalPlan: request<DisposalPlan>()(v.object({ meetingId: uuid })),
    /** Documents and keys of the pack go; notes stay but for those named. Asks where to save the receipt when one is wanted. */
    dispose: request<Disposed>()(
      v.object({
        meetingId: uuid,
        removeNotes: v.pipe(v.array(uuid), v.maxLength(5000)),
        receipt: v.boolean(),
      }),
    ),
    changed: event<IdentityView>(),
    /** Key letters that were opened from outside (double click). */
    lettersTaken: event<{ outcomes: readonly LetterOutcome[] }>(),
  },
  people: {
    view: request<PeopleView>()(nothing),
    /** Cards and receipts: files, or folders full of them. */
    importFiles: request<readonly ExchangeOutcome[]>()(v.object({ paths: filePaths })),
    choose: request<readonly ExchangeOutcome[]>()(v.object({ what: v.picklist(['files', 'folder']) })),
    /** The six words of a card were compared: they match, or they do not and the card is put away. */
    confirm: request<PeopleView>()(v.object({ person: uuid, matches: v.boolean() })),
    /** Whose card it is, when the card has another id than the roster. */
    link: request<PeopleView>()(v.object({ person: uuid, member: v.nullable(uuid) })),
    remove: request<PeopleView>()(v.object({ person: uuid })),
    meeting: request<MeetingPeopleView>()(v.object({ meetingId: uuid })),
    saveCsv: request<{ file: string } | null>()(v.object({ meetingId: uuid })),
    /** Writes a key letter for one person and one sealed item; asks where to save. Fails with signingKeyMissing and others. */
    writeLetter: request<{ file: string } | null>()(
      v.object({
        meetingId: uuid,
        itemId: uuid,
        member: uuid,
        keyId: shortText,
        passphrase: v.nullable(passphrase),
      }),
    ),
    makeKey: request<PeopleView>()(v.object({ name: shortText, passphrase: v.nullable(passphrase) })),
    /** Asks for a key file; null when nothing was chosen. */
    importKey: request<PeopleView | null>()(
      v.object({
        name: shortText,
        filePassphrase: v.nullable(passphrase),
        passphrase: v.nullable(passphrase),
      }),
    ),
    removeKey: request<PeopleView>()(v.object({ keyId: shortText })),
    /** Makes the municipality's root key as a file that is kept offline, with the office's keys as first signers. */
    makeRoot: request<PeopleView | null>()(v.object({ municipality: shortText, passphrase })),
    /** Signs a new version of the list of signers with the root's file, which is asked for. */
    setSigners: request<PeopleView | null>()(
      v.object({
        passphrase,
        signers: v.pipe(
          v.array(
            v.object({
              key: shortText,
              name: shortText,
              from: shortText,
              to: v.nullable(shortText),
              removed: v.nullable(shortText),
            }),
          ),
          v.maxLength(200),
        ),
      }),
    ),
    changed: event<PeopleView>(),
    /** Cards and receipts that were dropped on the window or opened from outside. */
    taken: event<{ outcomes: readonly ExchangeOutcome[] }>(),
  },
  preparation: {
    /** Saves sheets of items (null: all) as a file; null when the person chose none. */
    saveSheet: request<{ file: string } | null>()(
      v.object({
        meetingId: uuid,
        itemIds: v.nullable(v.pipe(v.array(uuid), v.maxLength(5000))),
        as: v.picklist(['pdf', 'docx', 'markdown']),
        classes: v.array(v.picklist(noteClasses)),
        withConflict: v.boolean(),
      }),
    ),
    saveNotes: request<{ file: string; noteCount: number } | null>()(
      v.object({
        meetingId: uuid,
        as: v.picklist(['jsonld', 'csv']),
        classes: v.array(v.picklist(noteClasses)),
      }),
    ),
    /** Copies of the PDFs that have notes, with the notes as standard annotations, into a folder; null when none was chosen. */
    saveCopies: request<{ folder: string; files: number; notes: number } | null>()(
      v.object({ meetingId: uuid }),
    ),
    /** Takes in notes of this meeting from a file of W3C annotations or an annotated copy; those that are here already are not doubled. */
    readNotes: request<{ noteCount: number; newNoteCount: number; skipped: number } | null>()(
      v.object({ meetingId: uuid }),
    ),
    /** The meeting, a day to have read by, and tasks with a day, as a calendar file. */
    saveCalendar: request<{ file: string } | null>()(
      v.object({
        meetingId: uuid,
        readingDay: v.nullable(v.pipe(v.string(), v.regex(/^\d{4}-\d{2}-\d{2}$/))),
      }),
    ),
  },
  links: {
    /**
     * Asks the person, in a dialog that shows the host, whether an https, http or mailto address may be opened outside
     * the app, and does so. Fails with `linkRefused` or `linkNotOpened`.
     */
    ask: request<LinkAnswer>()(v.object({ address: shortText })),
  },
  backup: {
    /** Asks where to save; null when the person chose nothing. */
    save: request<{ file: string; noteCount: number } | null>()(v.object({ passphrase: shortText })),
    /** Asks for a file; null when the person chose nothing. Adds to what is here, removes nothing. */
    restore: request<{ file: string; noteCount: number; newNoteCount: number } | null>()(
      v.object({ passphrase: shortText }),
    ),
  },
} as const;

/** What became of a link out of the app. */
export type LinkAnswer = 'opened' | 'copied' | 'cancelled';

export type MenuCommand =
  | 'openPack'
  | 'showLibrary'
  | 'showSettings'
  | 'showKeys'
  | 'showPalette'
  | 'undo'
  | 'redo'
  | 'zoomIn'
  | 'zoomOut'
  | 'zoomWidth'
  | 'zoomPage'
  | 'toggleAgenda'
  | 'toggleNotes'
  | 'find'
  | 'print'
  | 'goToPage';

export interface NotesView {
  readonly meetingId: string;
  readonly annotations: readonly Annotation[];
  readonly canUndo: boolean;
  readonly canRedo: boolean;
  /** Set when part of the log was damaged: what was set aside and how much could be read. */
  readonly damage: { readonly setAside: string; readonly keptOperations: number } | null;
}

/** What undo or redo did, so that the screen can say it and go there. */
export interface NoteChange {
  readonly id: string;
  readonly what: 'added' | 'edited' | 'removed';
}

export type Contract = typeof contract;

/** What is sent is copied on the way: the domain's read-only values are as good as any. */
type DeepReadonly<T> = T extends readonly (infer E)[]
  ? readonly DeepReadonly<E>[]
  : T extends object
    ? { readonly [K in keyof T]: DeepReadonly<T[K]> }
    : T;

/** The window's side: `client.notes.add({ draft })`. */
export type Client = {
  readonly [D in keyof Contract]: {
    readonly [
      E in keyof Contract[D] as Contract[D][E] extends Request<v.GenericSchema, unknown> ? E : never
    ]: Contract[D][E] extends Request<infer A, infer R>
      ? undefined extends v.InferInput<A>
        ? () => Promise<Result<R>>
        : (args: DeepReadonly<v.InferInput<A>>) => Promise<Result<R>>
      : never;
  };
};

/** Main's side: one handler an entry. */
export type Handlers = {
  readonly [D in keyof Contract]: {
    readonly [
      E in keyof Contract[D] as Contract[D][E] extends Request<v.GenericSchema, unknown> ? E : never
    ]: Contract[D][E] extends Request<infer A, infer R>
      ? (args: v.InferOutput<A>) => Promise<Result<R>>
      : never;
  };
};

type EventsOf<D> = {
  [E in keyof D as D[E] extends EventEntry<unknown> ? E : never]: D[E] extends EventEntry<infer P>
    ? P
    : never;
};

/** Payload types of all events, `'notes.changed'` → NotesView. */
export type EventPayloads = {
  [D in keyof Contract & string]: {
    [E in keyof EventsOf<Contract[D]> & string as `${D}.${E}`]: EventsOf<Contract[D]>[E];
  };
}[keyof Contract & string] extends infer U
  ? UnionToIntersection<U>
  : never;

type UnionToIntersection<U> = (U extends unknown ? (u: U) => void : never) extends (i: infer I) => void
  ? I
  : never;

export type EventName = keyof EventPayloads & string;

export type { AnnotationDraft, AnnotationPatch, DocumentPosition, Layout, ReadingPlace, ReadState };
