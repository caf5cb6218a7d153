import * as v from 'valibot';
import { draftsContract, issuingContract } from './contract/draftsContract.ts';
import { incomingContract } from './contract/incomingContract.ts';
import { libraryContract } from './contract/libraryContract.ts';
import { identityContract, peopleContract } from './contract/keysContract.ts';
import { preparationContract } from './contract/preparationContract.ts';
import { request, event, nothing, uuid, shortText } from './contract/contractEntry.ts';
import type { EventEntry, Request } from './contract/contractEntry.ts';
import type { Annotation, AnnotationDraft, AnnotationPatch } from './annotation/annotation.ts';
import { annotationDraftSchema, annotationPatchSchema } from './annotation/annotationSchema.ts';
import { mostActs, noteActSchema } from './annotation/noteActs.ts';
import type { PlacementsView } from './annotation/anchoring/notePlacement.ts';
import type { Result } from './errors.ts';
import type { HitLine } from './find/findInText.ts';
import type { Found } from './find/found.ts';
import { findWordsSchema, maxLines, pageHitSchema } from './find/found.ts';
import type {
  DocumentPosition,
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
  library: libraryContract,
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
    /** Several things as one, taken back at once: all or, with `noteUnknown`, nothing. The number of notes that changed. */
    apply: request<{ count: number }>()(
      v.object({ meetingId: uuid, acts: v.pipe(v.array(noteActSchema), v.maxLength(mostActs)) }),
    ),
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
  drafts: draftsContract,
  issuing: issuingContract,
  identity: identityContract,
  people: peopleContract,
  preparation: preparationContract,
  incoming: incomingContract,
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
  /** Notes that changed; `id` is one of them. */
  readonly count: number;
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

export type { EventEntry, Request };
