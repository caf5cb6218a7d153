import type { ReactNode } from 'react';
import type { AnnotationPatch } from '../../../core/annotation/annotation.ts';
import type { AskedAct } from '../../../core/annotation/noteActs.ts';
import type { MessageKey } from '../../ui/messages.tsx';
import type { PlacedNote } from './placedNotes.ts';

/** A note on screen. A note being begun has a key of its own, which it keeps until its editor is closed. */
export interface ShownNote extends PlacedNote {
  readonly key: string;
}

/** What a person can do with a note; by its key. */
export interface NoteCardActions {
  /** A picture of what was drawn, or of the area; null for other notes. */
  readonly clipOf?: (note: ShownNote) => ReactNode;
  readonly onGoTo: (note: ShownNote) => void;
  readonly onStartEditing: (key: string) => void;
  readonly onStopEditing: (key: string) => void;
  readonly onChange: (key: string, patch: AnnotationPatch) => void;
  readonly onRemove: (key: string) => void;
  /** What can be done about a note's place after a revision. */
  readonly placing?: PlacingActions;
}

export interface PlacingActions {
  /** The place that was found is right. */
  readonly onConfirm: (note: ShownNote) => void;
  /** The person will say where it belongs. */
  readonly onMove: (note: ShownNote) => void;
  readonly onTray: (note: ShownNote, isKept: boolean) => void;
  readonly onShowOld: (note: ShownNote) => void;
}

/** What can be done with several notes at once, or with one beside its own card. */
export interface SeveralNoteActions {
  /** Done as one, taken back as one; what is said then has the number of notes in it. */
  readonly onAct: (acts: readonly AskedAct[], said: MessageKey) => void;
  readonly onCopy: (notes: readonly ShownNote[]) => void;
  /** Into a file of the person's own. */
  readonly onSave: (notes: readonly ShownNote[], as: 'csv' | 'jsonld') => void;
}
