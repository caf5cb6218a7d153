import type { PlacementsView } from '../../../core/annotation/anchoring/notePlacement.ts';
import type { Annotation, AnnotationDraft } from '../../../core/annotation/annotation.ts';
import type { NotesView } from '../../../core/contract.ts';
import type { BereddError } from '../../../core/errors.ts';
import type { DocumentPosition, MeetingView, ReadingPlace } from '../../../core/library/views.ts';
import type { AppState, Layout } from '../../../core/settings/settings.ts';
import { defaultLayout } from '../../../core/settings/settings.ts';
import type { NoteChoice } from '../../features/notes/placedNotes.ts';
import { everything } from '../../features/notes/placedNotes.ts';
import type { TextRange } from '../../../core/text/textRanges.ts';
import type { MessageKey, MessageValues } from '../../ui/messages.tsx';
import { meetingPlace } from './workspacePlaces.ts';

/** A note being begun: it is stored with its first words. */
export interface NewNote {
  /** Stands for the note until, and after, it has an id. */
  readonly key: string;
  readonly draft: AnnotationDraft;
  readonly noteId: string | null;
}

/** Of two things beside each other; which half each stands in is another matter. */
export type SideName = 'first' | 'second';

/** A place the reader of a side is asked to show; a higher number is a newer request. */
export type ReaderJump = { readonly number: number; readonly side: SideName } & (
  | {
      readonly documentId: string;
      readonly page: number;
      readonly quads: readonly (readonly number[])[];
    }
  | { readonly packPage: number }
  | { readonly documentId: string; readonly page: number; readonly words: TextRange }
  /** So much of the page above the upper edge, 0–1. */
  | { readonly documentId: string; readonly page: number; readonly offset: number }
);

/** Said to screen readers; a higher number is said again even when the words are the same. */
export interface Announcement {
  readonly number: number;
  readonly key: MessageKey;
  readonly values?: MessageValues;
}

/** What a revision is about, shown in the middle until something else is opened. */
export type Aside =
  | { readonly type: 'whatsNew' }
  | { readonly type: 'compare'; readonly documentId: string }
  /** The document that a note was made on. */
  | { readonly type: 'old'; readonly noteId: string };

export type PaneName = 'agenda' | 'document' | 'notes';

export interface WorkspaceState {
  readonly meeting: MeetingView | null;
  readonly notes: NotesView | null;
  /** Why the meeting could not be opened. */
  readonly openError: BereddError | null;
  /** Why its notes could not be read. */
  readonly notesError: BereddError | null;
  /** The last thing asked for that could not be done. */
  readonly actionError: BereddError | null;
  /** What is open; of two sides that of the active one. */
  readonly place: ReadingPlace;
  readonly activeSide: SideName;
  /** What the other side shows; null while there is one. */
  readonly otherPlace: ReadingPlace | null;
  /** The second side stands to the left. */
  readonly isSwapped: boolean;
  /** The sides scroll together. */
  readonly isLinked: boolean;
  /** Through the places visited. */
  readonly canGo: { readonly back: boolean; readonly forward: boolean };
  readonly positions: ReadonlyMap<string, DocumentPosition>;
  readonly layout: Layout;
  readonly platform: AppState['platform'];
  /** The one pane shown when there is room for one only. */
  readonly onlyPane: PaneName;
  /** What the right pane holds: the notes, or the hits of a search. */
  readonly rightPane: 'notes' | 'find';
  readonly notesScope: 'here' | 'all';
  /** What the list of all notes is asked to show. */
  readonly noteChoice: NoteChoice;
  readonly isProposalShown: boolean;
  readonly activeKey: string | null;
  readonly editingKey: string | null;
  readonly newNotes: readonly NewNote[];
  readonly jump: ReaderJump | null;
  /** Just deleted, can be brought back by undo while nothing else was changed. */
  readonly removed: Annotation | null;
  /** Where the notes stand in this revision; null until main has said. */
  readonly placements: PlacementsView | null;
  /** The note that is being given its place. */
  readonly movingKey: string | null;
  /** What stands in the middle instead of the documents. */
  readonly aside: Aside | null;
  readonly announcement: Announcement | null;
}

export const initialState: WorkspaceState = {
  meeting: null,
  notes: null,
  openError: null,
  notesError: null,
  actionError: null,
  place: meetingPlace,
  activeSide: 'first',
  otherPlace: null,
  isSwapped: false,
  isLinked: false,
  canGo: { back: false, forward: false },
  positions: new Map(),
  layout: defaultLayout,
  platform: 'linux',
  onlyPane: 'document',
  rightPane: 'notes',
  notesScope: 'here',
  noteChoice: everything,
  isProposalShown: true,
  activeKey: null,
  editingKey: null,
  newNotes: [],
  jump: null,
  removed: null,
  placements: null,
  movingKey: null,
  aside: null,
  announcement: null,
};
