import type { Box } from './pageText.ts';
import { fromUpright } from './turnedBox.ts';

/** Room for so many units at first; it doubles when it is too little. */
const firstRoom = 1024;

/** Collects the units of a page's text, each with its box and the character it comes from. */
export class UnitWriter {
  readonly #units: string[] = [];
  #boxes = new Float32Array(firstRoom * 4);
  #sources = new Int32Array(firstRoom);
  /** UTF-16 units so far. */
  length = 0;

  /** `box` is in the upright frame of text with these turns; `source` is -1 for a separator. */
  put(character: string, box: Box, turns: number, source = -1): void {
    const { left, bottom, right, top } = turns === 0 ? box : fromUpright(box, turns);
    this.#units.push(character);
    for (let i = 0; i < character.length; i++) {
      if (this.length === this.#sources.length) this.#grow();
      const at = this.length * 4;
      this.#boxes[at] = left;
      this.#boxes[at + 1] = bottom;
      this.#boxes[at + 2] = right;
      this.#boxes[at + 3] = top;
      this.#sources[this.length] = source;
      this.length += 1;
    }
  }

  text(): string {
    return this.#units.join('');
  }

  /** Four numbers a unit. */
  boxes(): Float32Array {
    return this.#boxes.slice(0, this.length * 4);
  }

  sources(): Int32Array {
    return this.#sources.slice(0, this.length);
  }

  #grow(): void {
    const [boxes, sources] = [this.#boxes, this.#sources];
    this.#boxes = new Float32Array(boxes.length * 2);
    this.#boxes.set(boxes);
    this.#sources = new Int32Array(sources.length * 2);
    this.#sources.set(sources);
  }
}
