import type { PageCharacters } from '../../../core/pdf/pdfEngine.ts';
import { layOutText } from '../../../core/text/layOutText.ts';
import type { PageText } from '../../../core/text/pageText.ts';
import { fromUpright } from '../../../core/text/turnedBox.ts';

/** A piece of text at a place: `x` and `y` are the lower left corner of its first letter, in its own upright frame. */
export interface Piece {
  readonly text: string;
  readonly x: number;
  readonly y: number;
  readonly size?: number;
  readonly turns?: number;
}

/** Characters half as wide as high, side by side: a page whose boxes can be told by heart. */
export function charactersOf(...pieces: readonly Piece[]): PageCharacters {
  const codes: number[] = [];
  const boxes: number[] = [];
  const turns: number[] = [];
  for (const { text, x, y, size = 10, turns: direction = 0 } of pieces) {
    [...text].forEach((character, i) => {
      const left = x + (i * size) / 2;
      const box = fromUpright({ left, right: left + size / 2, bottom: y, top: y + size }, direction);
      codes.push(character.codePointAt(0) ?? 0);
      boxes.push(box.left, box.bottom, box.right, box.top);
      turns.push(direction);
    });
  }
  return {
    codes: Uint32Array.from(codes),
    boxes: Float32Array.from(boxes),
    turns: Uint8Array.from(turns),
    geometry: { left: 0, bottom: 0, right: 600, top: 800, quarterTurns: 0 },
  };
}

export const pageOf = (...pieces: readonly Piece[]): PageText => layOutText(charactersOf(...pieces));

/** Lines of prose one under the other, 12 points apart. */
export const paragraph = (lines: readonly string[], x = 50, top = 700): Piece[] =>
  lines.map((text, i) => ({ text, x, y: top - i * 12 }));
