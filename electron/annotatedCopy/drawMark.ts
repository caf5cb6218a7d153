import type { HighlightColour } from '../../core/annotation/annotation.ts';
import type { InkColour } from '../../core/annotation/noteDetails.ts';
import type { PdfiumHeap } from '../../core/pdf/pdfiumHeap.ts';
import type { AnnotatingModule } from './annotationFunctions.ts';
import type { CopiedMark } from './copiedMark.ts';

/** Subtypes of fpdf_annot.h. */
const subtypes = {
  note: 1,
  freeText: 3,
  area: 5,
  highlight: 9,
  underline: 10,
  ink: 15,
} as const satisfies Record<CopiedMark['kind'], number>;
/** FPDF_ANNOT_FLAG_PRINT: the mark is on paper too. */
const printed = 0x04;
/** Of EPDFAnnot_SetDefaultAppearance: Helvetica, which every reader has. */
const helvetica = 4;
/** Of EPDFAnnot_SetAPMatrix: how it looks when nobody points at it. */
const normalAppearance = 0;
/** Of EPDFAnnot_SetBorderStyle: a solid line. */
const solid = 1;
/** Of EPDFAnnot_GenerateAppearanceWithBlend: what is under the marker is seen through it. */
const multiply = 1;

type Rgb = readonly [number, number, number];
const colours: Readonly<Record<HighlightColour, Rgb>> = {
  yellow: [255, 229, 100],
  green: [140, 214, 110],
  blue: [120, 190, 255],
  pink: [255, 150, 195],
};
/** As on the screen: seen on white, and not taken for a highlight. */
const areaColour: Rgb = [15, 95, 115];
const inks: Readonly<Record<InkColour, Rgb>> = {
  black: [29, 29, 27],
  blue: [20, 87, 200],
  red: [200, 30, 30],
  green: [23, 116, 47],
  yellow: [255, 229, 100],
};
export const noteSize = 20;
export const pageMargin = 24;
/** The key under which a note of ours stands in its annotation; other programs carry it on unread. */
export const noteKey = 'BereddNote';

/** What marks are drawn with, and on which page. */
export interface MarkedPage {
  readonly module: AnnotatingModule;
  readonly heap: PdfiumHeap;
  readonly page: number;
}

/** Adds one annotation to a page; `noteTop` is where a note without a place on the page stands. False when it cannot be. */
export function drawMark(on: MarkedPage, mark: CopiedMark, noteTop: number): boolean {
  const { module, heap } = on;
  const annotation = module.FPDFPage_CreateAnnot(on.page, subtypes[mark.kind]);
  if (annotation === 0) return false;
  setBox(on, annotation, mark.quads.length === 0 ? noteBox(noteTop) : boxOf(mark.quads));
  module.FPDFAnnot_SetFlags(annotation, printed);
  const set = (key: string, value: string): void => setString(module, heap, annotation, key, value);
  set('Contents', mark.contents);
  set('T', mark.author);
  set('M', pdfTime(mark.modifiedAt));
  set(noteKey, mark.note);
  if (mark.ink !== null) drawInk(on, annotation, mark.ink);
  else if (mark.words !== null) drawWords(on, annotation, mark.words, mark.quads[0] ?? []);
  else drawOther(on, annotation, mark);
  module.FPDFPage_CloseAnnot(annotation);
  return true;
}

function drawOther({ module, heap }: MarkedPage, annotation: number, mark: CopiedMark): void {
  if (mark.kind === 'highlight' || mark.kind === 'underline') {
    const scratch = heap.allocate(32);
    for (const quad of mark.quads) {
      heap.write(scratch, floatBytes(quad));
      module.FPDFAnnot_AppendAttachmentPoints(annotation, scratch);
    }
    heap.free(scratch);
  }
  const colour = mark.kind === 'area' ? areaColour : colours[mark.colour];
  module.FPDFAnnot_SetColor(annotation, 0, ...colour, mark.kind === 'highlight' ? 150 : 255);
  if (mark.kind === 'area') module.FPDFAnnot_SetBorder(annotation, 0, 0, 2);
  module.EPDFAnnot_GenerateAppearance(annotation);
}

function drawInk(on: MarkedPage, annotation: number, ink: NonNullable<CopiedMark['ink']>): void {
  const { module, heap } = on;
  for (const points of ink.strokes) {
    // A dot is a line to itself.
    const whole = points.length === 2 ? [...points, ...points] : points;
    const pointer = heap.allocate(whole.length * 4);
    heap.write(pointer, floatBytes(whole));
    module.FPDFAnnot_AddInkStroke(annotation, pointer, whole.length / 2);
    heap.free(pointer);
  }
  setBox(on, annotation, inkBox(ink));
  module.EPDFAnnot_SetColor(annotation, 0, ...inks[ink.colour]);
  module.EPDFAnnot_SetBorderStyle(annotation, solid, ink.width);
  if (ink.colour === 'yellow') module.EPDFAnnot_GenerateAppearanceWithBlend(annotation, multiply);
  else module.EPDFAnnot_GenerateAppearance(annotation);
}

function drawWords(
  on: MarkedPage,
  annotation: number,
  words: NonNullable<CopiedMark['words']>,
  quad: readonly number[],
): void {
  const { module, heap } = on;
  const direction = directionOf(quad);
  if (direction !== null) setBox(on, annotation, direction.asWritten);
  module.EPDFAnnot_SetDefaultAppearance(annotation, helvetica, words.size, ...inks[words.colour]);
  module.EPDFAnnot_SetBorderStyle(annotation, solid, 0);
  module.EPDFAnnot_ClearColor(annotation, 0);
  module.EPDFAnnot_GenerateAppearance(annotation);
  if (direction === null) return;
  const matrix = heap.allocate(24);
  heap.write(matrix, floatBytes(direction.matrix));
  module.EPDFAnnot_SetAPMatrix(annotation, normalAppearance, matrix);
  heap.free(matrix);
  setBox(on, annotation, boxOf([quad]));
}

/**
 * Words that do not run along the page's own lines, because the page was turned when they were written: the box as they were
 * written, and how its appearance is turned into place (ISO 32000-1, 12.5.5). Null for those that do.
 */
function directionOf(
  quad: readonly number[],
): { readonly asWritten: readonly number[]; readonly matrix: readonly number[] } | null {
  const [x1 = 0, y1 = 0, x2 = 0, y2 = 0, x3 = 0, y3 = 0] = quad;
  const [width, height] = [Math.hypot(x2 - x1, y2 - y1), Math.hypot(x3 - x1, y3 - y1)];
  if (width === 0 || height === 0 || (x2 > x1 && Math.abs(y2 - y1) < 0.5)) return null;
  const [cos, sin] = [(x2 - x1) / width, (y2 - y1) / width];
  return { asWritten: [0, height, width, 0], matrix: [cos, sin, -sin, cos, 0, 0] };
}

function setBox({ module, heap }: MarkedPage, annotation: number, box: readonly number[]): void {
  const scratch = heap.allocate(16);
  heap.write(scratch, floatBytes(box));
  module.FPDFAnnot_SetRect(annotation, scratch);
  heap.free(scratch);
}

/** Around the strokes and their width. */
function inkBox({ strokes, width }: NonNullable<CopiedMark['ink']>): readonly number[] {
  const quads = strokes.map((points) => [...points]);
  const [left = 0, top = 0, right = 0, bottom = 0] = boxOf(quads);
  return [left - width, top + width, right + width, bottom - width];
}

function setString(
  module: AnnotatingModule,
  heap: PdfiumHeap,
  annotation: number,
  key: string,
  value: string,
): void {
  const bytes = new Uint8Array(2 * value.length + 2);
  const view = new DataView(bytes.buffer);
  for (let i = 0; i < value.length; i++) view.setUint16(2 * i, value.charCodeAt(i), true);
  const pointer = heap.allocate(bytes.length);
  heap.write(pointer, bytes);
  module.FPDFAnnot_SetStringValue(annotation, key, pointer);
  heap.free(pointer);
}

const floatBytes = (values: readonly number[]): Uint8Array => new Uint8Array(new Float32Array(values).buffer);

/** FS_RECTF: left, top, right, bottom. */
const noteBox = (top: number): readonly number[] => [pageMargin, top, pageMargin + noteSize, top - noteSize];

function boxOf(quads: readonly (readonly number[])[]): readonly number[] {
  const xs = quads.flatMap((quad) => quad.filter((_, i) => i % 2 === 0));
  const ys = quads.flatMap((quad) => quad.filter((_, i) => i % 2 === 1));
  return [Math.min(...xs), Math.max(...ys), Math.max(...xs), Math.min(...ys)];
}

/** D:YYYYMMDDHHmmSSZ (ISO 32000-1, 7.9.4). */
const pdfTime = (milliseconds: number): string =>
  `D:${new Date(milliseconds).toISOString().slice(0, 19).replace(/[-T:]/g, '')}Z`;
