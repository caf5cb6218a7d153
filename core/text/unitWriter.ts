import { fromUpright } from './turnedBox.ts';

/** Room for so many units at first; it doubles when it is too little. */
const firstRoom = 4096;
/** More room than this is not kept for the next page. */
const keptRoom = 16_384;
/** Units made into text at once: arguments of one call. */
const chunk = 8192;

/** Collects the units of a page's text, each with its box and the character it comes from. Can be used for one page after the other. */
export class UnitWriter {
  #units = new Uint16Array(firstRoom);
  #boxes = new Float32Array(firstRoom * 4);
  #sources = new Int32Array(firstRoom);
  /** UTF-16 units so far. */
  length = 0;

  /**
   * A code point with its box in the upright frame of text with these turns; `source` is -1 for a separator. Numbers, not
   * objects: this is called for each character of each page that is searched.
   */
  put(
    code: number,
    left: number,
    bottom: number,
    right: number,
    top: number,
    turns: number,
    source: number,
  ): void {
    if (turns !== 0) {
      const box = fromUpright({ left, bottom, right, top }, turns);
      this.put(code, box.left, box.bottom, box.right, box.top, 0, source);
    } else if (code > 0xffff) {
      this.put(0xd800 + ((code - 0x10000) >> 10), left, bottom, right, top, 0, source);
      this.put(0xdc00 + (code & 0x3ff), left, bottom, right, top, 0, source);
    } else {
      if (this.length === this.#units.length) this.#grow();
      const at = this.length * 4;
      this.#units[this.length] = code;
      this.#boxes[at] = left;
      this.#boxes[at + 1] = bottom;
      this.#boxes[at + 2] = right;
      this.#boxes[at + 3] = top;
      this.#sources[this.length] = source;
      this.length += 1;
    }
  }

  /** Begins a new page, in the same memory. */
  clear(): void {
    this.length = 0;
    if (this.#units.length <= keptRoom) return;
    this.#units = new Uint16Array(firstRoom);
    this.#boxes = new Float32Array(firstRoom * 4);
    this.#sources = new Int32Array(firstRoom);
  }

  text(): string {
    let text = '';
    for (let from = 0; from < this.length; from += chunk) {
      text += String.fromCharCode(...this.#units.subarray(from, Math.min(this.length, from + chunk)));
    }
    return text;
  }

  /** Four numbers a unit. */
  boxes(): Float32Array {
    return this.#boxes.slice(0, this.length * 4);
  }

  sources(): Int32Array {
    return this.#sources.slice(0, this.length);
  }

  #grow(): void {
    const [units, boxes, sources] = [this.#units, this.#boxes, this.#sources];
    this.#units = new Uint16Array(units.length * 2);
    this.#units.set(units);
    this.#boxes = new Float32Array(boxes.length * 2);
    this.#boxes.set(boxes);
    this.#sources = new Int32Array(sources.length * 2);
    this.#sources.set(sources);
  }
}
