import type { PageGlyphs, TextRun } from './textRuns.ts';

/**
 * Gaps so much wider than those between the letters are a space, in heights of the line; and in widths of its letters, for
 * fonts that claim to be much higher than they are. Wide ones are a tab.
 */
const spaceGap = 0.12;
const spaceOfWidth = 0.3;
const tabGap = 1.5;
/** Letters stand at most so far apart, in heights of the line; judged by so many gaps of a line, and not by fewer. */
const widestTracking = 0.25;
const measuredGaps = 60;
const fewGaps = 3;
/** Runs that overlap by more than this share of the lower one's height are two words. */
const overlapGap = 0.3;
/** Two labels, not a word: equally high within the first of these, the one higher up by the second, in heights of the lower. */
const sameHeight = 0.1;
const labelRise = 0.1;
/** A footnote's mark: at most so high and at least so much raised, in heights of its word, which has so many letters. */
const markSize = 0.8;
const markRise = 0.15;
const longEnough = 4;

export const tab = 0x09;
export const space = 0x20;
export const feed = 0x0a;

/**
 * What stands between two glyphs that follow each other on a line: a code, or 0. `next` lies in `run`; `lettersBefore` are
 * those of the word that ends with `last`, or its digits.
 */
export function separatorBetween(
  glyphs: PageGlyphs,
  last: number,
  next: number,
  run: TextRun,
  lettersBefore: number,
): number {
  const { boxes, spaces } = glyphs;
  const size = run.top - run.bottom;
  const gap = (boxes[next * 4] ?? 0) - (boxes[last * 4 + 2] ?? 0);
  if (gap > tabGap * size) return tab;
  if (spaces[next] === 1) return space;
  if (isWideAmong(glyphs, run, gap)) return space;
  if (next === run.from && standsApart(glyphs, last, next, gap)) return space;
  return lettersBefore >= longEnough && isRaisedMark(glyphs, last, next) ? space : 0;
}

const isDigit = (code: number): boolean => code >= 0x30 && code <= 0x39;
const slash = 0x2f;

/** How many letters, or how many digits, stand in a row with `code`; a slash begins anew: "kr/m" ends with a unit. */
export function lettersWith(code: number, before: number, lettersBefore: number): number {
  if (code === slash) return 0;
  return before !== space && isDigit(before) === isDigit(code) ? lettersBefore + 1 : 1;
}

function isWideAmong(glyphs: PageGlyphs, run: TextRun, gap: number): boolean {
  const size = run.top - run.bottom;
  // Most letters touch: nothing is measured for them.
  if (gap <= (spaceGap * size) / 3) return false;
  const widest = run.isSlanted
    ? spaceGap * size
    : Math.min(spaceGap * size, spaceOfWidth * widthOf(glyphs, run));
  return gap > widest && gap > widest + trackingOf(glyphs, run);
}

/** How far apart the letters of a run stand: the middle one of the gaps that no space fills. */
function trackingOf({ boxes, spaces }: PageGlyphs, run: TextRun): number {
  const gaps: number[] = [];
  for (let next = run.from + 1; next < run.to && gaps.length < measuredGaps; next++) {
    if (spaces[next] !== 1) gaps.push((boxes[next * 4] ?? 0) - (boxes[next * 4 - 2] ?? 0));
  }
  if (gaps.length < fewGaps) return 0;
  return Math.min(widestTracking * (run.top - run.bottom), Math.max(0, middleOf(gaps)));
}

/** How wide the letters of a run are; without end when they are too few to tell. */
function widthOf({ boxes }: PageGlyphs, run: TextRun): number {
  const widths: number[] = [];
  for (let at = run.from; at < run.to && widths.length < measuredGaps; at++) {
    widths.push((boxes[at * 4 + 2] ?? 0) - (boxes[at * 4] ?? 0));
  }
  return widths.length < fewGaps ? Infinity : middleOf(widths);
}

const middleOf = (numbers: number[]): number => numbers.sort((a, b) => a - b)[numbers.length >> 1] ?? 0;

/** The number of a footnote, smaller and higher than the word or year before it. "m²", "km²" and "10²" are too short to be meant. */
function isRaisedMark({ boxes, codes }: PageGlyphs, last: number, next: number): boolean {
  if (!isDigit(codes[next] ?? 0)) return false;
  const size = (boxes[last * 4 + 3] ?? 0) - (boxes[last * 4 + 1] ?? 0);
  const markHeight = (boxes[next * 4 + 3] ?? 0) - (boxes[next * 4 + 1] ?? 0);
  const rise = (boxes[next * 4 + 1] ?? 0) - (boxes[last * 4 + 1] ?? 0);
  return markHeight < markSize * size && rise > markRise * size;
}

/** What begins on top of the letters before it, or was written elsewhere in the file and higher up, is no part of their word. */
function standsApart({ boxes, indices }: PageGlyphs, last: number, next: number, gap: number): boolean {
  const before = (boxes[last * 4 + 3] ?? 0) - (boxes[last * 4 + 1] ?? 0);
  const size = (boxes[next * 4 + 3] ?? 0) - (boxes[next * 4 + 1] ?? 0);
  const lower = Math.min(before, size);
  if (gap < -overlapGap * lower) return true;
  if ((indices[next] ?? 0) === (indices[last] ?? 0) + 1) return false;
  const rise = Math.abs((boxes[next * 4 + 1] ?? 0) - (boxes[last * 4 + 1] ?? 0));
  return Math.abs(before - size) <= sameHeight * lower && rise > labelRise * lower;
}
