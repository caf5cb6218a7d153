import type { PageCharacters } from '../pdf/pdfEngine.ts';
import type { Box } from './pageText.ts';
import { around, boxIn } from './pageText.ts';
import { toUpright } from './turnedBox.ts';

/** One character with its box in the upright frame of its own writing direction. */
export interface Glyph extends Box {
  readonly code: number;
  /** Which of the page's characters it is. */
  readonly index: number;
  /** A space stood before it in the file. */
  readonly spaceBefore: boolean;
}

/** Characters that follow each other on one baseline without a gap as wide as between columns. */
export interface TextRun extends Box {
  readonly glyphs: readonly Glyph[];
  readonly turns: number;
  /** How far apart its letters stand, in heights of the run; 0 where they touch. */
  readonly tracking: number;
  /** Written askew: it stands on no line with others. */
  readonly isSlanted: boolean;
}

/** A wider gap than this, in heights of the line, starts a new run: a column, a table cell, a tab stop. */
const columnGap = 1;
/** Share of the lower of two heights that must overlap for two boxes to stand on one line. */
const sameLineOverlap = 0.5;
/** How far apart, in sizes of a letter, the middles of slanted letters are that follow each other; and after a space. */
const slantedStep = 0.8;
const slantedLeastStep = 0.15;
const slantedWordStep = 1.8;

/** Letters stand at most so far apart, in heights of the line; judged by so many gaps of a line, and not by fewer. */
const widestTracking = 0.25;
const measuredGaps = 60;
const fewGaps = 3;

const unknown = 0xfffd;

const isSpace = (code: number): boolean =>
  code <= 0x20 || code === 0xa0 || (code >= 0x2000 && code <= 0x200a) || code === 0x202f || code === 0x3000;

/** Whether two boxes of one frame stand on the same line. */
export function onSameLine(a: Box, b: Box): boolean {
  const overlap = Math.min(a.top, b.top) - Math.max(a.bottom, b.bottom);
  return overlap >= sameLineOverlap * Math.min(a.top - a.bottom, b.top - b.bottom);
}

/** Cuts the page's characters, in the order of the file, into runs. Spaces live on only as `spaceBefore`. */
export function textRuns(characters: PageCharacters): TextRun[] {
  const { codes, turns: directions, slanted } = characters;
  const runs: TextRun[] = [];
  let glyphs: Glyph[] = [];
  let last: Glyph | null = null;
  let turns = 0;
  let isSlanted = false;
  let spaceBefore = false;
  let edge = 0;
  const finish = (): void => {
    if (glyphs.length > 0) runs.push(runOf(glyphs, turns, isSlanted));
    glyphs = [];
    last = null;
  };
  for (let index = 0; index < codes.length; index++) {
    const code = codes[index] ?? 0;
    const direction = directions[index] ?? 0;
    const upright = slanted?.[index] === 1 && glyphs.length > 0 ? turns : direction;
    const glyph = glyphAt(characters, index, upright, code === 0 ? unknown : code, spaceBefore);
    if (isSpace(code)) {
      spaceBefore = true;
      const size = height(glyph);
      if (direction === turns && glyph.left <= edge + size)
        edge = Math.max(edge, Math.min(glyph.right, edge + size));
      continue;
    }
    const slants = slanted?.[index] === 1;
    if (last) {
      const goesOn = slants ? followsAskew(last, glyph) : direction === turns && continues(last, edge, glyph);
      if (slants !== isSlanted || !goesOn) finish();
    }
    if (glyphs.length === 0) turns = direction;
    isSlanted = slants;
    glyphs.push(glyph);
    last = glyph;
    edge = glyph.right;
    spaceBefore = false;
  }
  finish();
  return runs;
}

function runOf(glyphs: readonly Glyph[], turns: number, isSlanted: boolean): TextRun {
  const box = around(glyphs);
  return { ...box, glyphs, turns, isSlanted, tracking: trackingOf(glyphs, height(box)) };
}

/** The middle one of the gaps between letters that no space parts. */
function trackingOf(glyphs: readonly Glyph[], size: number): number {
  const gaps: number[] = [];
  for (let i = 1; i < glyphs.length && gaps.length < measuredGaps; i++) {
    const [last, next] = [glyphs[i - 1], glyphs[i]];
    if (last && next && !next.spaceBefore) gaps.push(next.left - last.right);
  }
  if (gaps.length < fewGaps || size <= 0) return 0;
  const middle = gaps.sort((a, b) => a - b)[gaps.length >> 1] ?? 0;
  return Math.min(widestTracking, Math.max(0, middle / size));
}

/** One object a character: a page has thousands. */
function glyphAt(
  { boxes }: PageCharacters,
  index: number,
  turns: number,
  code: number,
  spaceBefore: boolean,
): Glyph {
  if (turns !== 0) {
    const { left, bottom, right, top } = toUpright(boxIn(boxes, index), turns);
    return { left, bottom, right, top, code, index, spaceBefore };
  }
  const at = index * 4;
  return {
    left: boxes[at] ?? 0,
    bottom: boxes[at + 1] ?? 0,
    right: boxes[at + 2] ?? 0,
    top: boxes[at + 3] ?? 0,
    code,
    index,
    spaceBefore,
  };
}

/** `edge` is where the run ends, spaces after its last glyph included. */
function continues(last: Box, edge: number, next: Box): boolean {
  if (!onSameLine(last, next)) return false;
  const size = Math.max(height(last), height(next));
  const gap = next.left - edge;
  if (gap > columnGap * size) return false;
  // Text from right to left comes leftwards, glyph by glyph, and stays one run.
  return gap > -0.5 * size || Math.abs(next.right - last.left) < 0.5 * size;
}

/** Along a bent street each letter has an angle of its own. */
function followsAskew(last: Glyph, next: Glyph): boolean {
  const size = Math.max(height(last), last.right - last.left, height(next), next.right - next.left);
  const across = (next.left + next.right - last.left - last.right) / 2;
  const up = (next.bottom + next.top - last.bottom - last.top) / 2;
  const step = Math.hypot(across, up) / size;
  return step > slantedLeastStep && step <= (next.spaceBefore ? slantedWordStep : slantedStep);
}

function height(box: Box): number {
  return box.top - box.bottom;
}
