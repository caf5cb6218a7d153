import type { PageCharacters } from './pdfEngine.ts';
import type { PdfiumHeap } from './pdfiumHeap.ts';
import type { PdfiumModule } from './pdfiumModule.ts';

/** A page with more characters than this is hostile; the rest is left unread. */
const maxCharacters = 200_000;
const hyphen = 0x2d;
/** What PDFium gives for the hyphen of a word broken at a line's end. */
const hyphens = new Set([0x02, hyphen, 0xad, 0x2010, 0xfffe]);

/** Quarter turns beside a quarter turn, some 3°: less is a scanner's or a rounding's. */
const leastSlant = 1 / 30;
/** Letters of "ffi". */
const longestLigature = 4;

/**
 * Reads the characters of a loaded page (FPDF_PAGE). Spaces and line ends that PDFium made up are left out: lines and
 * words are found from the boxes, except within a piece of text that runs askew. `onCharacter` is called for each, with its FPDF_TEXTPAGE and index there. Null when the
 * page has no readable text structure.
 */
export function readPageCharacters(
  module: PdfiumModule,
  heap: PdfiumHeap,
  page: number,
  onCharacter: (textPage: number, index: number) => void = () => undefined,
): Omit<PageCharacters, 'geometry'> | null {
  const exports = module.pdfium.wasmExports;
  const textPage = module.FPDFText_LoadPage(page);
  if (textPage === 0) return null;
  const count = Math.min(maxCharacters, Math.max(0, module.FPDFText_CountChars(textPage)));
  // One FS_RECTF (left, top, right, bottom) a character, read all at once at the end.
  const rects = heap.allocate(Math.max(16, count * 16));
  const codes = new Uint32Array(count);
  const turns = new Uint8Array(count);
  const slanted = new Uint8Array(count);
  let kept = 0;
  let angle: number | null = null;
  const isWithinObject = (index: number): boolean => {
    const before = exports.FPDFText_GetTextObject(textPage, index - 1);
    return before !== 0 && before === exports.FPDFText_GetTextObject(textPage, index + 1);
  };
  for (let i = 0; i < count; i++) {
    const unit = exports.FPDFText_GetUnicode(textPage, i);
    const rest = isHighSurrogate(unit) && i + 1 < count ? exports.FPDFText_GetUnicode(textPage, i + 1) : 0;
    // A letter beyond the first plane comes in halves, with the same box: mathematics is written with such.
    const isHalved = isLowSurrogate(rest);
    const code = isHalved ? 0x10000 + ((unit & 0x3ff) << 10) + (rest & 0x3ff) : unit;
    // What PDFium makes up is spaces and line ends, and only after one of those can the direction change.
    const isSpace = code <= 0x20;
    if (isSpace || (angle !== null && isSlanted(angle))) angle = null;
    const isAskew = kept > 0 && slanted[kept - 1] === 1;
    if (isSpace && exports.FPDFText_IsGenerated(textPage, i) === 1 && !(isAskew && isWithinObject(i)))
      continue;
    if (exports.FPDFText_GetLooseCharBox(textPage, i, rects + kept * 16) !== 1) continue;
    angle ??= exports.FPDFText_GetCharAngle(textPage, i);
    const isBroken = hyphens.has(code) && exports.FPDFText_IsHyphen(textPage, i) === 1;
    codes[kept] = isBroken ? hyphen : code;
    turns[kept] = isSpace && isAskew ? (turns[kept - 1] ?? 0) : quarterTurns(angle);
    slanted[kept] = (isSpace && isAskew) || isSlanted(angle) ? 1 : 0;
    // A space may still stand as the word before it.
    if (isSpace) angle = null;
    onCharacter(textPage, i);
    kept++;
    if (isHalved) i++;
  }
  const boxes = heap.floats(rects, kept * 4);
  setUpright(boxes);
  shareLigatures(boxes, turns);
  heap.free(rects);
  module.FPDFText_ClosePage(textPage);
  return {
    codes: codes.subarray(0, kept),
    boxes,
    turns: turns.subarray(0, kept),
    slanted: slanted.subarray(0, kept),
  };
}

const isHighSurrogate = (unit: number): boolean => unit >= 0xd800 && unit <= 0xdbff;
const isLowSurrogate = (unit: number): boolean => unit >= 0xdc00 && unit <= 0xdfff;

/** From left, top, right, bottom in any order to left, bottom, right, top, in place; a box without numbers is an empty one. */
function setUpright(boxes: Float32Array): void {
  const finite = (number: number | undefined): number =>
    number !== undefined && Number.isFinite(number) ? number : 0;
  for (let at = 0; at < boxes.length; at += 4) {
    const [left, top] = [finite(boxes[at]), finite(boxes[at + 1])];
    const [right, bottom] = [finite(boxes[at + 2]), finite(boxes[at + 3])];
    boxes[at] = Math.min(left, right);
    boxes[at + 1] = Math.min(bottom, top);
    boxes[at + 2] = Math.max(left, right);
    boxes[at + 3] = Math.max(bottom, top);
  }
}

/**
 * The letters of a ligature all have its box: each gets its share along the writing, so that a part of it can be selected.
 */
function shareLigatures(boxes: Float32Array, turns: Uint8Array): void {
  const count = boxes.length / 4;
  for (let first = 0, end = 1; first < count; first = end, end += 1) {
    while (end < count && end - first < longestLigature && hasSameBox(boxes, first, end)) end += 1;
    if (end - first > 1) share(boxes, first, end, turns[first] ?? 0);
  }
}

function hasSameBox(boxes: Float32Array, one: number, other: number): boolean {
  for (let side = 0; side < 4; side++) {
    if (boxes[one * 4 + side] !== boxes[other * 4 + side]) return false;
  }
  return boxes[one * 4] !== boxes[one * 4 + 2];
}

/** The sides in which the writing begins and ends, by quarter turns: left 0, bottom 1, right 2, top 3. */
const alongWriting: readonly (readonly [number, number])[] = [
  [0, 2],
  [1, 3],
  [2, 0],
  [3, 1],
];

function share(boxes: Float32Array, first: number, end: number, turns: number): void {
  const [begins, ends] = alongWriting[turns] ?? [0, 2];
  const from = boxes[first * 4 + begins] ?? 0;
  const to = boxes[first * 4 + ends] ?? 0;
  const each = (to - from) / (end - first);
  for (let i = first; i < end; i++) {
    boxes[i * 4 + begins] = from + each * (i - first);
    boxes[i * 4 + ends] = from + each * (i + 1 - first);
  }
}

/** PDFium gives radians, clockwise; negative when the file says nothing. */
function quarterTurns(angle: number): number {
  if (!Number.isFinite(angle) || angle < 0) return 0;
  return (4 - Math.round(angle / (Math.PI / 2))) & 3;
}

function isSlanted(angle: number): boolean {
  if (!Number.isFinite(angle) || angle < 0) return false;
  const quarters = angle / (Math.PI / 2);
  return Math.abs(quarters - Math.round(quarters)) > leastSlant;
}
