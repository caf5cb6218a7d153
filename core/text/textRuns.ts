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
}

/** A wider gap than this, in heights of the line, starts a new run: a column, a table cell, a tab stop. */
const columnGap = 1;
/** Share of the lower of two heights that must overlap for two boxes to stand on one line. */
const sameLineOverlap = 0.5;

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
  const { codes, turns: directions } = characters;
  const runs: TextRun[] = [];
  let glyphs: Glyph[] = [];
  let last: Glyph | null = null;
  let turns = 0;
  let spaceBefore = false;
  let edge = 0;
  const finish = (): void => {
    if (glyphs.length > 0) runs.push({ ...around(glyphs), glyphs, turns });
    glyphs = [];
    last = null;
  };
  for (let index = 0; index < codes.length; index++) {
    const code = codes[index] ?? 0;
    const direction = directions[index] ?? 0;
    const glyph = glyphAt(characters, index, direction, code === 0 ? unknown : code, spaceBefore);
    if (isSpace(code)) {
      spaceBefore = true;
      const size = height(glyph);
      if (direction === turns && glyph.left <= edge + size)
        edge = Math.max(edge, Math.min(glyph.right, edge + size));
      continue;
    }
    if (last && (direction !== turns || !continues(last, edge, glyph))) finish();
    turns = direction;
    glyphs.push(glyph);
    last = glyph;
    edge = glyph.right;
    spaceBefore = false;
  }
  finish();
  return runs;
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

function height(box: Box): number {
  return box.top - box.bottom;
}
