import type { StoreApi } from 'zustand/vanilla';
import { createStore } from 'zustand/vanilla';
import type { PageText } from '../../../../core/text/pageText.ts';
import { characterAt, offsetAt } from '../../../../core/text/hitTest.ts';
import { copyText } from '../../../../core/text/copyText.ts';
import type { TextRange } from '../../../../core/text/textRanges.ts';
import { lineAt, wordAt } from '../../../../core/text/textRanges.ts';
import type { CaretMove, TextPlace, TextSelection } from '../../../../core/text/textSelection.ts';
import { moveCaret, orderedEnds, selectedOnPage, spanning } from '../../../../core/text/textSelection.ts';

/** A page's text, now if it is here, or later. */
export interface SelectableText {
  held(): PageText | null;
  load(): Promise<PageText | null>;
}

export interface SelectionState {
  /** Null when there is no caret either. Anchor and focus are the same place when only the caret stands somewhere. */
  readonly selection: TextSelection | null;
  /** The person is still choosing: the toolbar waits. */
  readonly isChoosing: boolean;
  /** The toolbar was closed for this selection. */
  readonly isToolbarClosed: boolean;
}

/** What a press chose: a place between characters, a word or a line. */
export type SelectionUnit = 'character' | 'word' | 'line';

const nothing: SelectionState = { selection: null, isChoosing: false, isToolbarClosed: false };

/** The selection through all pages of the scroll. Rows are those of the scroll's layout. */
export class TextSelector {
  readonly store: StoreApi<SelectionState> = createStore(() => nothing);
  readonly #textOf: (row: number) => SelectableText | null;
  #unit: SelectionUnit = 'character';
  #origin: { readonly row: number; readonly range: TextRange } | null = null;
  #goal: { readonly x: number; readonly y: number } | null = null;

  constructor(textOf: (row: number) => SelectableText | null) {
    this.#textOf = textOf;
  }

  selection(): TextSelection | null {
    return this.store.getState().selection;
  }

  isEmpty(): boolean {
    const selection = this.selection();
    if (!selection) return true;
    const { anchor, focus } = selection;
    return anchor.page === focus.page && anchor.offset === focus.offset;
  }

  clear(): void {
    this.store.setState(nothing, true);
  }

  closeToolbar(): void {
    this.store.setState({ isToolbarClosed: true });
  }

  openToolbar(): void {
    this.store.setState({ isToolbarClosed: false, isChoosing: false });
  }

  /** Begins at a point (user space of the page) with a character, word or line. */
  begin(row: number, text: PageText, point: { x: number; y: number }, unit: SelectionUnit): void {
    const range = unitAt(text, point, unit);
    if (!range) return this.clear();
    this.#unit = unit;
    this.#origin = { row, range };
    this.#set({ anchor: { page: row, offset: range.start }, focus: { page: row, offset: range.end } }, true);
  }

  /** Goes on to a point: with the pointer down, or with shift held. */
  extendTo(row: number, text: PageText, point: { x: number; y: number }, isChoosing: boolean): void {
    const range = unitAt(text, point, this.#unit);
    const selection = this.selection();
    if (!range || !selection) return;
    const focus = { page: row, offset: range.start };
    if (this.#unit === 'character' || !this.#origin)
      this.#set({ anchor: selection.anchor, focus }, isChoosing);
    else this.#set(spanning(this.#origin.row, this.#origin.range, row, range), isChoosing);
  }

  /** The pointer was let go. */
  finish(): void {
    if (this.store.getState().isChoosing) this.store.setState({ isChoosing: false });
  }

  select(anchor: TextPlace, focus: TextPlace): void {
    this.#unit = 'character';
    this.#origin = null;
    this.#goal = null;
    this.#set({ anchor, focus }, false);
  }

  /** Moves the focus by keyboard, over the page's end when needed. Resolves with the row it is on, null when it stayed. */
  async move(move: CaretMove): Promise<number | null> {
    const selection = this.selection();
    const source = selection && this.#textOf(selection.focus.page);
    const text = source && (await source.load());
    if (!selection || !text) return null;
    const { focus, anchor } = selection;
    const isVertical = move === 'lineUp' || move === 'lineDown';
    if (!isVertical) this.#goal = null;
    this.#goal ??= isVertical ? pointOf(text, focus.offset) : null;
    const moved = moveCaret(text, focus.offset, move, this.#goal);
    const target =
      typeof moved === 'number' ? { page: focus.page, offset: moved } : await this.#beyond(focus.page, moved);
    if (!target) return null;
    this.#set({ anchor, focus: target }, false);
    return target.page;
  }

  /** The ranges of all selected pages, their texts loaded. Pages that cannot be read are left out. */
  async ranges(): Promise<{ row: number; text: PageText; range: TextRange }[]> {
    const selection = this.selection();
    if (!selection) return [];
    const { from, to } = orderedEnds(selection);
    const found: { row: number; text: PageText; range: TextRange }[] = [];
    for (let row = from.page; row <= to.page; row++) {
      const text = await this.#textOf(row)?.load();
      const range = text && selectedOnPage(selection, row, text.text.length);
      if (text && range) found.push({ row, text, range });
    }
    return found;
  }

  /** The selected words as far as their pages are here: copying cannot wait. */
  heldText(): string {
    const selection = this.selection();
    if (!selection) return '';
    const { from, to } = orderedEnds(selection);
    const parts: string[] = [];
    for (let row = from.page; row <= to.page; row++) {
      const text = this.#textOf(row)?.held();
      const range = text && selectedOnPage(selection, row, text.text.length);
      if (text && range) parts.push(copyText(text, range));
    }
    return parts.join('\n');
  }

  async #beyond(row: number, side: 'before' | 'after'): Promise<TextPlace | null> {
    const step = side === 'after' ? 1 : -1;
    // Over a document's header and pages without text, but not for ever.
    for (let next = row + step; Math.abs(next - row) <= 12; next += step) {
      const text = await this.#textOf(next)?.load();
      if (text && text.text !== '') return { page: next, offset: side === 'after' ? 0 : text.text.length };
    }
    return null;
  }

  #set(selection: TextSelection, isChoosing: boolean): void {
    this.store.setState({ selection, isChoosing, isToolbarClosed: false });
    // Copying and marking need the texts in between.
    if (!isChoosing) void this.ranges();
  }
}

function unitAt(text: PageText, point: { x: number; y: number }, unit: SelectionUnit): TextRange | null {
  const offset = offsetAt(text, point.x, point.y);
  if (offset === null) return null;
  if (unit === 'character') return { start: offset, end: offset };
  const on = characterAt(text, point.x, point.y) ?? offset;
  return unit === 'word' ? wordAt(text.text, on) : lineAt(text, on);
}

function pointOf(text: PageText, offset: number): { x: number; y: number } {
  const at = Math.max(0, Math.min(offset, text.text.length - 1)) * 4;
  return { x: text.boxes[at] ?? 0, y: text.boxes[at + 1] ?? 0 };
}
