import type { KeyboardEvent } from 'react';
import type { ListedState } from './NoteList.tsx';
import { actsToRemove } from './selection/severalActs.ts';
import type { ShownNote } from './shownNote.ts';

/**
 * Keys on a note while nothing is being written in it: arrows go to the note before or after, with Shift they choose on
 * the way.
 */
export function cardKeys(event: KeyboardEvent<HTMLElement>, shown: ShownNote, state: ListedState): void {
  const { target, currentTarget: card } = event;
  // Keys in the note's menus and dialogs bubble here too, though they stand elsewhere in the page.
  if (!(target instanceof HTMLElement) || !card.contains(target)) return;
  if (target instanceof HTMLTextAreaElement || target instanceof HTMLInputElement) return;
  if (event.ctrlKey || event.altKey || event.metaKey) return;
  const { actions, selection } = state;
  switch (event.key) {
    case 'F2':
      actions.onStartEditing(shown.key);
      break;
    case 'Delete':
      remove(card, shown, state);
      break;
    case 'ArrowDown':
    case 'ArrowUp': {
      const neighbour = focusNeighbour(card, event.key === 'ArrowDown' ? 1 : -1);
      if (event.shiftKey) extend(shown.key, neighbour, state);
      break;
    }
    case 'Escape':
      if (selection.notes.length === 0) return;
      selection.clear();
      break;
    default:
      return;
  }
  event.preventDefault();
}

/** One of the chosen notes stands for them all. */
function remove(card: HTMLElement, shown: ShownNote, { actions, several, selection }: ListedState): void {
  if (focusNeighbour(card, 1) === null) focusNeighbour(card, -1);
  if (selection.has(shown.key) && selection.notes.length > 1)
    several.onAct(actsToRemove(selection.notes.map(({ note }) => note)), 'several.said.removed');
  else actions.onRemove(shown.key);
}

/** A range begins at the note from which the first step is taken. */
function extend(from: string, to: string | null, { selection }: ListedState): void {
  if (selection.notes.length === 0) selection.extendTo(from);
  if (to !== null) selection.extendTo(to);
}

/** The key of the note that has the focus now; null at the end of the list. */
function focusNeighbour(card: HTMLElement, step: 1 | -1): string | null {
  const cards = [...(card.closest('.notes')?.querySelectorAll<HTMLElement>('.note-card') ?? [])];
  const next = cards[cards.indexOf(card) + step];
  next?.querySelector<HTMLElement>('[data-note-place]')?.focus();
  return next?.dataset['noteKey'] ?? null;
}
