import type { PageCharacters } from '../pdf/pdfEngine.ts';
import type { Box } from './pageText.ts';
import { boxIn } from './pageText.ts';
import { toUpright } from './turnedBox.ts';

/**
 * The characters of a page that are not spaces, in the order of the file, as lists of numbers: a page has thousands, and a
 * meeting is searched page by page.
 */
export interface PageGlyphs {
  /** Unicode code points. */
  readonly codes: Uint32Array;
  /** Which of the page's characters each is. */
  readonly indices: Int32Array;
  /** Left, bottom, right, top in the upright frame of its writing direction, four numbers a glyph. */
  readonly boxes: Float32Array;
  /** 1 where a space stood before it in the file. */
  readonly spaces: Uint8Array;
}

/** Glyphs `[from, to)` that follow each other on one baseline without a gap as wide as between columns. */
export interface TextRun extends Box {
  readonly from: number;
  readonly to: number;
  readonly turns: number;
  /** Written askew or along a bent path: it stands on no line with others. */
  readonly isSlanted: boolean;
}

/** A wider gap than this, in heights of the line, starts a new run: a column, a table cell, a tab stop. */
const columnGap = 1;
/** Share of the lower of two heights that must overlap for two boxes to stand on one line. */
const sameLineOverlap = 0.5;
/**
 * How far apart, in sizes of a letter, the middles of letters are that follow each other along a path; once some have, after
 * a wide one; and after a space. Two that stand alone are more likely symbols.
 */
const pathStep = 0.62;
const leastPathStep = 0.06;
const widePathStep = 0.85;
const pathWordStep = 1.8;
const fewLetters = 3;

const unknown = 0xfffd;

const isSpace = (code: number): boolean =>
  code <= 0x20 || code === 0xa0 || (code >= 0x2000 && code <= 0x200a) || code === 0x202f || code === 0x3000;

/** Whether two boxes of one frame stand on the same line. */
export function onSameLine(a: Box, b: Box): boolean {
  const overlap = Math.min(a.top, b.top) - Math.max(a.bottom, b.bottom);
  return overlap >= sameLineOverlap * Math.min(a.top - a.bottom, b.top - b.bottom);
}

/** Cuts the page's characters, in the order of the file, into runs. The glyphs are valid until the next page is cut. */
export function textRuns(characters: PageCharacters): { glyphs: PageGlyphs; runs: TextRun[] } {
  const { codes, turns: directions, slanted, boxes } = characters;
  const glyphs = roomForGlyphs(codes.length);
  const runs: TextRun[] = [];
  let count = 0;
  let run: OpenRun | null = null;
  let spaceBefore = false;
  let edge = 0;
  for (let index = 0; index < codes.length; index++) {
    const code = codes[index] ?? 0;
    const direction = directions[index] ?? 0;
    const isSlanted = slanted?.[index] === 1;
    // Along a bent street the letters keep the frame of the first, those that happen to stand straight too.
    const isOnPath: boolean = run !== null && (isSlanted || run.isSlanted);
    const frame = isOnPath ? (run?.turns ?? direction) : direction;
    putBox(glyphs.boxes, count, boxes, index, frame);
    if (isSpace(code)) {
      spaceBefore = true;
      edge = edgeAfterSpace(glyphs.boxes, count, edge, run, direction);
      continue;
    }
    glyphs.spaces[count] = spaceBefore ? 1 : 0;
    const goesOn: boolean =
      run !== null &&
      (isOnPath
        ? followsOnPath(glyphs, count, count - run.from)
        : direction === run.turns && continues(glyphs, count, edge));
    if (!goesOn) {
      if (run) runs.push(closeRun(run, count));
      putBox(glyphs.boxes, count, boxes, index, direction);
      run = beginRun(glyphs.boxes, count, direction, isSlanted);
    } else if (run) {
      widen(run, glyphs.boxes, count);
      run.isSlanted ||= isSlanted;
    }
    glyphs.codes[count] = code === 0 ? unknown : code;
    glyphs.indices[count] = index;
    edge = glyphs.boxes[count * 4 + 2] ?? 0;
    spaceBefore = false;
    count++;
  }
  if (run) runs.push(closeRun(run, count));
  return { glyphs, runs };
}

/** A run that is still being read. */
type OpenRun = { -readonly [K in keyof Omit<TextRun, 'to'>]: TextRun[K] };

const closeRun = ({ left, bottom, right, top, from, turns, isSlanted }: OpenRun, to: number): TextRun => ({
  left,
  bottom,
  right,
  top,
  from,
  to,
  turns,
  isSlanted,
});

/** With room for one more, which is never kept: a space's box is looked at there. */
/** Room that is kept for the next page: garbage of this size is collected late, and a meeting has hundreds of pages. */
const keptGlyphs = 16_384;
let scratch: PageGlyphs | null = null;

function roomForGlyphs(length: number): PageGlyphs {
  if (scratch === null || length > keptGlyphs) {
    const room = Math.max(length, keptGlyphs);
    const made = {
      codes: new Uint32Array(room),
      indices: new Int32Array(room),
      boxes: new Float32Array((room + 1) * 4),
      spaces: new Uint8Array(room),
    };
    if (length > keptGlyphs) return made;
    scratch = made;
  }
  return scratch;
}

function putBox(to: Float32Array, at: number, from: Float32Array, index: number, turns: number): void {
  if (turns === 0) {
    for (let side = 0; side < 4; side++) to[at * 4 + side] = from[index * 4 + side] ?? 0;
    return;
  }
  const { left, bottom, right, top } = toUpright(boxIn(from, index), turns);
  to.set([left, bottom, right, top], at * 4);
}

function beginRun(boxes: Float32Array, at: number, turns: number, isSlanted: boolean): OpenRun {
  const first = at * 4;
  return {
    left: boxes[first] ?? 0,
    bottom: boxes[first + 1] ?? 0,
    right: boxes[first + 2] ?? 0,
    top: boxes[first + 3] ?? 0,
    from: at,
    turns,
    isSlanted,
  };
}

function widen(run: OpenRun, boxes: Float32Array, at: number): void {
  const first = at * 4;
  run.left = Math.min(run.left, boxes[first] ?? 0);
  run.bottom = Math.min(run.bottom, boxes[first + 1] ?? 0);
  run.right = Math.max(run.right, boxes[first + 2] ?? 0);
  run.top = Math.max(run.top, boxes[first + 3] ?? 0);
}

/** Where the run ends, the space at `at` included if it belongs to it. */
function edgeAfterSpace(
  boxes: Float32Array,
  at: number,
  edge: number,
  run: OpenRun | null,
  direction: number,
): number {
  const [left = 0, bottom = 0, right = 0, top = 0] = boxes.subarray(at * 4, at * 4 + 4);
  const size = top - bottom;
  if (direction !== (run?.turns ?? 0) || left > edge + size) return edge;
  return Math.max(edge, Math.min(right, edge + size));
}

/** Whether glyph `at` goes on where the one before it ends. `edge` is where that is, spaces included. */
function continues({ boxes }: PageGlyphs, at: number, edge: number): boolean {
  const last = (at - 1) * 4;
  const next = at * 4;
  const lastSize = (boxes[last + 3] ?? 0) - (boxes[last + 1] ?? 0);
  const nextSize = (boxes[next + 3] ?? 0) - (boxes[next + 1] ?? 0);
  const overlap =
    Math.min(boxes[last + 3] ?? 0, boxes[next + 3] ?? 0) -
    Math.max(boxes[last + 1] ?? 0, boxes[next + 1] ?? 0);
  if (overlap < sameLineOverlap * Math.min(lastSize, nextSize)) return false;
  const size = Math.max(lastSize, nextSize);
  const gap = (boxes[next] ?? 0) - edge;
  if (gap > columnGap * size) return false;
  // Text from right to left comes leftwards, glyph by glyph, and stays one run.
  return gap > -0.5 * size || Math.abs((boxes[next + 2] ?? 0) - (boxes[last] ?? 0)) < 0.5 * size;
}

/** Along a bent street each letter has an angle of its own. `before` are the letters of the run so far. */
function followsOnPath({ boxes, spaces }: PageGlyphs, at: number, before: number): boolean {
  const [last, next] = [boxIn(boxes, at - 1), boxIn(boxes, at)];
  const size = Math.max(
    last.top - last.bottom,
    last.right - last.left,
    next.top - next.bottom,
    next.right - next.left,
  );
  const across = (next.left + next.right - last.left - last.right) / 2;
  const up = (next.bottom + next.top - last.bottom - last.top) / 2;
  const step = Math.hypot(across, up) / size;
  const widest = before < fewLetters ? pathStep : widePathStep;
  return step > leastPathStep && step <= (spaces[at] === 1 ? pathWordStep : widest);
}
