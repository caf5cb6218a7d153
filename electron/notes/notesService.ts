import type { Annotation, AnnotationDraft, AnnotationPatch } from '../../core/annotation/annotation.ts';
import type { AskedAct } from '../../core/annotation/noteActs.ts';
import type { NoteChange, NotesView } from '../../core/contract.ts';
import type { Result } from '../../core/errors.ts';

/** The notes of one profile. A promise resolves only when the operation is flushed to disk. */
export interface NotesService {
  readonly list: (meetingId: string) => Promise<Result<NotesView>>;
  /** With an id: a note that was made elsewhere keeps its own. */
  readonly add: (draft: AnnotationDraft, id?: string) => Promise<Result<Annotation>>;
  readonly edit: (meetingId: string, id: string, patch: AnnotationPatch) => Promise<Result<Annotation>>;
  readonly remove: (meetingId: string, id: string) => Promise<Result<void>>;
  /** Several acts as one: all or nothing, taken back at once. The number of notes that changed. */
  readonly apply: (meetingId: string, acts: readonly AskedAct[]) => Promise<Result<number>>;
  readonly undo: (meetingId: string) => Promise<Result<NoteChange | null>>;
  readonly redo: (meetingId: string) => Promise<Result<NoteChange | null>>;
  /** Number of notes of each meeting, for the library. */
  readonly counts: () => Promise<ReadonlyMap<string, number>>;
  readonly onChanged: (listener: (view: NotesView) => void) => () => void;
  /** Reads the notes of open meetings again: the keys of sealed notes changed. What could be undone cannot any more. */
  readonly reopen: () => Promise<void>;
  readonly close: () => Promise<void>;
}
