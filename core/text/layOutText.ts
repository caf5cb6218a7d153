import type { PageCharacters } from '../pdf/pdfEngine.ts';
import type { Box, PageText, TextBlock, TextLine } from './pageText.ts';
import { around } from './pageText.ts';
import type { TextRow } from './readingOrder.ts';
import { readingOrder } from './readingOrder.ts';
import { feed, lettersWith, separatorBetween, space } from './glyphGaps.ts';
import type { PageGlyphs } from './textRuns.ts';
import { textRuns } from './textRuns.ts';
import { fromUpright } from './turnedBox.ts';
import { UnitWriter } from './unitWriter.ts';

/** A new block: a gap between lines of more than this share of the line's height, or letters so much higher. */
const blockGap = 0.55;
const blockGrowth = 1.25;
/** Characters that `bullet` looks at. */
const longestBullet = 5;
const firstOfBullet = /[•‣◦▪●○–—\-\da-zåäö]/;
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
  const { glyphs, runs } = textRuns(characters);
  const writer = createWriter(glyphs);
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

/** One for all pages: what was written of the page before has been copied out. */
const units = new UnitWriter();

function createWriter(glyphs: PageGlyphs) {
  units.clear();
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
    units.put(feed, after.right, after.bottom, after.right, after.top, after.turns, -1);

  return {
    line(row: TextRow, turns: number): void {
      const extent = around(row);
      const startsWithBullet = startsWithBulletAt(glyphs, row);
      const next = { ...extent, turns, startsWithBullet };
      if (previous) {
        putFeed(previous);
        if (startsBlock(previous, next)) {
          putFeed(previous);
          endBlock();
        }
      }
      const start = units.length;
      putRow(glyphs, row, turns, units);
      lines.push({ ...fromUpright(extent, turns), start, end: units.length, turns, block: blocks.length });
      previous = { ...next, start, end: units.length };
    },
    finish(): Omit<PageText, 'geometry'> & { sources: Int32Array } {
      endBlock();
      return { text: units.text(), boxes: units.boxes(), lines, blocks, sources: units.sources() };
    },
  };
}

function putRow(glyphs: PageGlyphs, row: TextRow, turns: number, units: UnitWriter): void {
  const { boxes, codes, indices } = glyphs;
  const high = around(row);
  let last = -1;
  let letters = 0;
  for (const run of row) {
    for (let next = run.from; next < run.to; next++) {
      const code = codes[next] ?? 0;
      const separator = last < 0 ? 0 : separatorBetween(glyphs, last, next, run, letters);
      const at = next * 4;
      const left = boxes[at] ?? 0;
      if (separator !== 0) {
        const end = boxes[last * 4 + 2] ?? 0;
        units.put(separator, end, high.bottom, Math.max(end, left), high.top, turns, -1);
      }
      letters = lettersWith(code, separator === 0 && last >= 0 ? (codes[last] ?? 0) : space, letters);
      const [bottom, right, top] = [boxes[at + 1] ?? 0, boxes[at + 2] ?? 0, boxes[at + 3] ?? 0];
      units.put(safe(code), left, bottom, right, top, turns, indices[next] ?? -1);
      last = next;
    }
  }
}

/** Not a Unicode character, or half of one: the replacement character. */
function safe(code: number): number {
  const control = code < 0x20 || (code >= 0x7f && code <= 0x9f);
  return code > 0x10ffff || (code >= 0xd800 && code <= 0xdfff) || control ? 0xfffd : code;
}

function startsWithBulletAt(glyphs: PageGlyphs, row: TextRow): boolean {
  const first = glyphs.codes[row[0]?.from ?? 0] ?? 0;
  // Nearly all lines begin with a letter that is no point's.
  return firstOfBullet.test(String.fromCodePoint(safe(first))) && bullet.test(opening(glyphs, row));
}

function opening(glyphs: PageGlyphs, row: TextRow): string {
  let text = '';
  let last = -1;
  for (const run of row) {
    for (let next = run.from; next < Math.min(run.to, run.from + 6); next++) {
      if (text.length > longestBullet) return text;
      const separator = last < 0 ? 0 : separatorBetween(glyphs, last, next, run, 0);
      if (separator !== 0) text += String.fromCharCode(separator);
      text += String.fromCodePoint(safe(glyphs.codes[next] ?? 0));
      last = next;
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
