import { offsetOnLine } from './hitTest.ts';
import type { PageText } from './pageText.ts';
import { boxAt } from './pageText.ts';
import type { TextRange } from './textRanges.ts';
import { characterAfter, characterBefore, lineAt, wordAt } from './textRanges.ts';

/** A place between two characters. `page` counts through everything that is scrolled, so places can be compared. */
export interface TextPlace {
  readonly page: number;
  readonly offset: number;
}

/** From where the person began to where they are now; either may come first. */
export interface TextSelection {
  readonly anchor: TextPlace;
  readonly focus: TextPlace;
}

export type CaretMove =
  | 'characterBack'
  | 'characterForward'
  | 'wordBack'
  | 'wordForward'
  | 'lineUp'
  | 'lineDown'
  | 'lineStart'
  | 'lineEnd'
  | 'pageStart'
  | 'pageEnd';

/** Negative when `a` comes before `b`, zero when they are the same place. */
export function comparePlaces(a: TextPlace, b: TextPlace): number {
  return a.page - b.page || a.offset - b.offset;
}

/** The two ends of a selection in reading order. */
export function orderedEnds(selection: TextSelection): { readonly from: TextPlace; readonly to: TextPlace } {
  const { anchor, focus } = selection;
  return comparePlaces(anchor, focus) <= 0 ? { from: anchor, to: focus } : { from: focus, to: anchor };
}

/** What is selected of one page whose text is `length` units long; null when nothing is. */
export function selectedOnPage(selection: TextSelection, page: number, length: number): TextRange | null {
  const { from, to } = orderedEnds(selection);
  if (page < from.page || page > to.page) return null;
  const start = page === from.page ? Math.min(from.offset, length) : 0;
  const end = page === to.page ? Math.min(to.offset, length) : length;
  return end > start ? { start, end } : null;
}

/** A selection that holds both ranges whole, directed from the first chosen to the second. */
export function spanning(
  page: number,
  chosen: TextRange,
  otherPage: number,
  other: TextRange,
): TextSelection {
  const forward =
    comparePlaces({ page, offset: chosen.start }, { page: otherPage, offset: other.start }) <= 0;
  return {
    anchor: { page, offset: forward ? chosen.start : chosen.end },
    focus: { page: otherPage, offset: forward ? other.end : other.start },
  };
}

/**
 * Where a move takes the caret on its page; `before` or `after` when it leaves the page. `goalX` and `goalY` are a point of
 * user space that moves up and down aim for.
 */
export function moveCaret(
  page: PageText,
  offset: number,
  move: CaretMove,
  goal: { readonly x: number; readonly y: number } | null = null,
): number | 'before' | 'after' {
  const { text } = page;
  switch (move) {
    case 'characterBack':
      return offset <= 0 ? 'before' : offset - characterBefore(text, offset);
    case 'characterForward':
      return offset >= text.length ? 'after' : offset + characterAfter(text, offset);
    case 'wordBack':
      return offset <= 0 ? 'before' : previousWord(text, offset);
    case 'wordForward':
      return offset >= text.length ? 'after' : nextWord(text, offset);
    case 'lineStart':
      return lineAt(page, offset)?.start ?? 0;
    case 'lineEnd':
      return lineAt(page, offset)?.end ?? 0;
    case 'pageStart':
      return 0;
    case 'pageEnd':
      return text.length;
    case 'lineUp':
    case 'lineDown':
      return otherLine(page, offset, move === 'lineUp' ? -1 : 1, goal);
  }
}

function otherLine(
  page: PageText,
  offset: number,
  step: 1 | -1,
  goal: { readonly x: number; readonly y: number } | null,
): number | 'before' | 'after' {
  const line = lineAt(page, offset);
  const target = line && page.lines[page.lines.indexOf(line) + step];
  if (!target) return step === 1 ? 'after' : 'before';
  const aim = goal ?? caretPoint(page, offset);
  return offsetOnLine(page, target, aim.x, aim.y);
}

/** The point of user space where the caret stands: the edge of the character after it, else of the one before. */
export function caretPoint(page: PageText, offset: number): { readonly x: number; readonly y: number } {
  const line = lineAt(page, offset);
  const atEnd = line !== null && offset >= line.end;
  const box = boxAt(page, atEnd ? offset - 1 : offset);
  switch (line?.turns ?? 0) {
    case 1:
      return { x: box.right, y: atEnd ? box.top : box.bottom };
    case 2:
      return { x: atEnd ? box.left : box.right, y: box.top };
    case 3:
      return { x: box.left, y: atEnd ? box.bottom : box.top };
    default:
      return { x: atEnd ? box.right : box.left, y: box.bottom };
  }
}

function previousWord(text: string, offset: number): number {
  let at = offset;
  while (at > 0 && !isWordCharacter(text, at - 1)) at--;
  return at > 0 ? wordAt(text, at - 1).start : 0;
}

function nextWord(text: string, offset: number): number {
  let at = offset;
  while (at < text.length && !isWordCharacter(text, at)) at++;
  return at < text.length ? Math.max(wordAt(text, at).end, at + 1) : text.length;
}

function isWordCharacter(text: string, at: number): boolean {
  return /[\p{L}\p{N}\ud800-\udfff]/u.test(text.charAt(at));
}
