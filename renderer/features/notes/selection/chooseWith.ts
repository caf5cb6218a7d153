import type { MouseEvent } from 'react';
import type { NoteSelection } from './useNoteSelection.ts';

interface Modifiers {
  readonly ctrlKey: boolean;
  readonly metaKey: boolean;
  readonly shiftKey: boolean;
}

/** With Ctrl (Command) one note more or less is chosen, with Shift a range. False when neither is held. */
export function chooseWith(
  { ctrlKey, metaKey, shiftKey }: Modifiers,
  key: string,
  selection: NoteSelection,
): boolean {
  if (shiftKey) selection.extendTo(key);
  else if (ctrlKey || metaKey) selection.toggle(key);
  return shiftKey || ctrlKey || metaKey;
}

/** On the note itself: not on a button, a field or a box to tick, and not in a menu of the note. */
export const isBesideControls = ({ target, currentTarget }: MouseEvent<HTMLElement>): boolean =>
  target instanceof Element &&
  currentTarget.contains(target) &&
  target.closest('button, textarea, input, label') === null;
