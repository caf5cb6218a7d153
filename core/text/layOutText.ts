import type { PageCharacters } from '../pdf/pdfEngine.ts';
import type { Box, PageText, TextBlock, TextLine } from './pageText.ts';
import { around } from './pageText.ts';
import type { TextRow } from './readingOrder.ts';
import { readingOrder } from './readingOrder.ts';
import type { Glyph, TextRun } from './textRuns.ts';
import { textRuns } from './textRuns.ts';
import { fromUpright } from './turnedBox.ts';
import { UnitWriter } from './unitWriter.ts';

/** Gaps so much wider, in heights of the line, than those between the letters are a space; wide ones a tab. */
const spaceGap = 0.12;
const tabGap = 1.5;
/** Runs that overlap by more than this share of the lower one's height are two words. */
const overlapGap = 0.3;
/** A footnote's mark: at most so high and at least so much raised, in heights of its word, which has so many letters. */
const markSize = 0.8;
const markRise = 0.15;
const longEnough = 4;
/** A new block: a gap between lines of more than this share of the line's height, or letters so much higher. */
const blockGap = 0.55;
const blockGrowth = 1.25;
/** Characters that `bullet` looks at. */
const longestBullet = 5;
const bullet = /^(?:[•‣◦▪●○–—-]|\d{1,3}[.)]|[a-zåäö][.)])[ \t]/u;

/** Turns characters with boxes into words, lines and blocks in reading order. Never fails: an empty page is empty text. */
export function layOutText(characters: PageCharacters): PageText {
  return layOutWithSources(characters).text;
}

/** A page's text and where each of its UTF-16 units comes from. */
export interface SourcedText {
  readonly text: PageText;
  /** For each UTF-16 unit: the index of its character on the page; -1 for a separator. */
  readonly sources: Int32Array;
}

/** `layOutText`, for those who know more of the page's characters than their codes and boxes. */
export function layOutWithSources(characters: PageCharacters): SourcedText {
  const writer = createWriter();
  const runs = textRuns(characters);
  for (const turns of directions(characters)) {
    const turned = runs.filter((run) => run.turns === turns);
    const rows = readingOrder(turned.filter((run) => !run.isSlanted));
    for (const row of rows) writer.line(row, turns);
    for (const run of turned) if (run.isSlanted) writer.line([run], turns);
  }
  const { sources, ...text } = writer.finish();
  return { text: { ...text, geometry: characters.geometry }, sources };
}

/** Writing directions on the page, the commonest first: labels along the edge of a map come last. */
function directions(characters: PageCharacters): number[] {
  const counts = [0, 0, 0, 0];
  for (const turns of characters.turns) counts[turns & 3] = (counts[turns & 3] ?? 0) + 1;
  return [0, 1, 2, 3]
    .filter((turns) => (counts[turns] ?? 0) > 0)
    .toSorted((a, b) => (counts[b] ?? 0) - (counts[a] ?? 0));
}

/** A line in the upright frame, before its boxes are turned back. */
interface UprightLine extends Box {
  readonly start: number;
  readonly end: number;
  readonly turns: number;
  readonly startsWithBullet: boolean;
}

function createWriter() {
  const units = new UnitWriter();
  const lines: TextLine[] = [];
  const blocks: TextBlock[] = [];
  let previous: UprightLine | null = null;
  let firstLine = 0;

  const endBlock = (): void => {
    const members = lines.slice(firstLine);
    const [first] = members;
    if (!first) return;
    blocks.push({ ...around(members), firstLine, endLine: lines.length, turns: first.turns });
    firstLine = lines.length;
  };

  const putFeed = (after: UprightLine): void =>
    units.put(
      '\n',
      { left: after.right, right: after.right, bottom: after.bottom, top: after.top },
      after.turns,
    );

  return {
    line(row: TextRow, turns: number): void {
      const extent = around(row);
      const startsWithBullet = bullet.test(opening(row));
      const next = { ...extent, turns, startsWithBullet };
      if (previous) {
        putFeed(previous);
        if (startsBlock(previous, next)) {
          putFeed(previous);
          endBlock();
        }
      }
      const start = units.length;
      putRow(row, turns, units);
      lines.push({ ...fromUpright(extent, turns), start, end: units.length, turns, block: blocks.length });
      previous = { ...next, start, end: units.length };
    },
    finish(): Omit<PageText, 'geometry'> & { sources: Int32Array } {
      endBlock();
      return { text: units.text(), boxes: units.boxes(), lines, blocks, sources: units.sources() };
    },
  };
}

function putRow(row: TextRow, turns: number, units: UnitWriter): void {
  const high = around(row);
  let last: Glyph | null = null;
  let lettersBefore = 0;
  for (const run of row) {
    for (const glyph of run.glyphs) {
      const isMark = last !== null && lettersBefore >= longEnough && isRaisedMark(last, glyph);
      const separator = last ? separatorOf(last, glyph, run) || (isMark ? ' ' : '') : '';
      lettersBefore = separator === '' && !isDigit(glyph.code) ? lettersBefore + 1 : 0;
      if (last && separator) {
        units.put(
          separator,
          { left: last.right, right: Math.max(last.right, glyph.left), bottom: high.bottom, top: high.top },
          turns,
        );
      }
      units.put(String.fromCodePoint(safe(glyph.code)), glyph, turns, glyph.index);
      last = glyph;
    }
  }
}

function separatorOf(last: Glyph, next: Glyph, run: TextRun): string {
  const size = run.top - run.bottom;
  const gap = next.left - last.right;
  if (gap > tabGap * size) return '\t';
  if (next.spaceBefore || gap > (spaceGap + run.tracking) * size) return ' ';
  return next === run.glyphs[0] && standsApart(last, next, gap) ? ' ' : '';
}

/** The number of a footnote, smaller and higher than the word before it. "m²" and "km²" are too short to be meant. */
function isRaisedMark(last: Glyph, next: Glyph): boolean {
  const size = last.top - last.bottom;
  return (
    isDigit(next.code) &&
    next.top - next.bottom < markSize * size &&
    next.bottom - last.bottom > markRise * size
  );
}

const isDigit = (code: number): boolean => code >= 0x30 && code <= 0x39;

/** What begins on top of the letters before it is not a part of their word. */
function standsApart(last: Glyph, next: Glyph, gap: number): boolean {
  const [before, size] = [last.top - last.bottom, next.top - next.bottom];
  return gap < -overlapGap * Math.min(before, size);
}

/** Not a Unicode character, or half of one: the replacement character. */
function safe(code: number): number {
  const control = code < 0x20 || (code >= 0x7f && code <= 0x9f);
  return code > 0x10ffff || (code >= 0xd800 && code <= 0xdfff) || control ? 0xfffd : code;
}

function opening(row: TextRow): string {
  let text = '';
  let last: Glyph | null = null;
  for (const run of row) {
    for (const glyph of run.glyphs.slice(0, 6)) {
      if (text.length > longestBullet) return text;
      text += (last ? separatorOf(last, glyph, run) : '') + String.fromCodePoint(safe(glyph.code));
      last = glyph;
    }
  }
  return text;
}

function startsBlock(
  previous: Box & { turns: number },
  next: Box & { turns: number; startsWithBullet: boolean },
): boolean {
  if (previous.turns !== next.turns || next.startsWithBullet) return true;
  const heights = [previous.top - previous.bottom, next.top - next.bottom];
  const smaller = Math.min(...heights);
  const gap = previous.bottom - next.top;
  const beside = next.left > previous.right || next.right < previous.left;
  return (
    gap > blockGap * smaller ||
    next.bottom > previous.bottom ||
    beside ||
    Math.max(...heights) > blockGrowth * smaller
  );
}
