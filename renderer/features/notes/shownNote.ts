import type {
  AnnotationKind,
  AnnotationPatch,
  AnnotationTarget,
} from '../../../core/annotation/annotation.ts';
import type { PlacedNote } from './placedNotes.ts';

/** A note on screen. A note being begun has a key of its own, which it keeps until its editor is closed. */
export interface ShownNote extends PlacedNote {
  readonly key: string;
}

/** What a person can do with a note; by its key. */
export interface NoteCardActions {
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

/** The kinds a note can be turned into where it stands: a mark needs words or a point, a bookmark a page. */
export function possibleKinds(target: AnnotationTarget): readonly AnnotationKind[] {
  const { source } = target;
  if (source.type === 'point' || source.type === 'keyFigure' || source.type === 'commitment')
    return ['highlight', 'note', 'question'];
  if (source.type !== 'document') return ['note', 'question'];
  const isOnWords = target.selectors.some((selector) => selector.type === 'TextQuoteSelector');
  return isOnWords ? ['highlight', 'underline', 'note', 'question'] : ['note', 'question', 'bookmark'];
}
