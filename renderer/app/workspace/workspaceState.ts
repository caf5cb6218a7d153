import type { Annotation, AnnotationDraft } from '../../../core/annotation/annotation.ts';
import type { NotesView } from '../../../core/contract.ts';
import type { BereddError } from '../../../core/errors.ts';
import type { DocumentPosition, MeetingView, ReadingPlace } from '../../../core/library/views.ts';
import type { AppState, Layout } from '../../../core/settings/settings.ts';
import { defaultLayout } from '../../../core/settings/settings.ts';
import type { MessageKey, MessageValues } from '../../ui/messages.tsx';
import { meetingPlace } from './workspacePlaces.ts';

/** A note being begun: it is stored with its first words. */
export interface NewNote {
  /** Stands for the note until, and after, it has an id. */
  readonly key: string;
  readonly draft: AnnotationDraft;
  readonly noteId: string | null;
}

/** A place the reader is asked to show; a higher number is a newer request. */
export type ReaderJump = { readonly number: number } & (
  | {
      readonly documentId: string;
      readonly page: number;
      readonly quads: readonly (readonly number[])[];
    }
  | { readonly packPage: number }
);

/** Said to screen readers; a higher number is said again even when the words are the same. */
export interface Announcement {
  readonly number: number;
  readonly key: MessageKey;
  readonly values?: MessageValues;
}

export type PaneName = 'agenda' | 'document' | 'notes';

export interface WorkspaceState {
  readonly meeting: MeetingView | null;
  readonly notes: NotesView | null;
  /** Why the meeting or its notes could not be opened. */
  readonly openError: BereddError | null;
  /** The last thing asked for that could not be done. */
  readonly actionError: BereddError | null;
  readonly place: ReadingPlace;
  readonly positions: ReadonlyMap<string, DocumentPosition>;
  readonly layout: Layout;
  readonly platform: AppState['platform'];
  /** The one pane shown when there is room for one only. */
  readonly onlyPane: PaneName;
  readonly notesScope: 'here' | 'all';
  readonly isProposalShown: boolean;
  readonly activeKey: string | null;
  readonly editingKey: string | null;
  readonly newNotes: readonly NewNote[];
  readonly jump: ReaderJump | null;
  /** Just deleted, can be brought back by undo while nothing else was changed. */
  readonly removed: Annotation | null;
  readonly announcement: Announcement | null;
}

export const initialState: WorkspaceState = {
  meeting: null,
  notes: null,
  openError: null,
  actionError: null,
  place: meetingPlace,
  positions: new Map(),
  layout: defaultLayout,
  platform: 'linux',
  onlyPane: 'document',
  notesScope: 'here',
  isProposalShown: true,
  activeKey: null,
  editingKey: null,
  newNotes: [],
  jump: null,
  removed: null,
  announcement: null,
};
