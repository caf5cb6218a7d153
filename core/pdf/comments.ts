import type { Box } from '../text/pageText.ts';
import { plainLine } from './linksTarget.ts';
import { pdfDate } from './pdfDate.ts';
import type { PdfiumHeap } from './pdfiumHeap.ts';
import type { PdfiumModule } from './pdfiumModule.ts';
import { pdfiumStrings } from './structureStrings.ts';

export const commentKinds = [
  'text',
  'highlight',
  'underline',
  'strikeOut',
  'insertion',
  'drawing',
  'stamp',
  'file',
] as const;
export type CommentKind = (typeof commentKinds)[number];

/** What someone else wrote on a page before it was sent out (ISO 32000-1, 12.5.6): a part of the document, never ours. */
export interface PageComment {
  readonly kind: CommentKind;
  /** As the file says; '' when it does not. */
  readonly author: string;
  /** Milliseconds since 1970; null when the file does not say. */
  readonly time: number | null;
  /** What is written, its lines kept; may be ''. */
  readonly text: string;
  /** PDF user space. */
  readonly box: Box;
}

/** Where in its file a comment stands. */
export interface DocumentComment {
  /** 1-based. */
  readonly filePage: number;
  readonly comment: PageComment;
}

/** Annotation subtypes of fpdf_annot.h that people write with. */
const kinds: ReadonlyMap<number, CommentKind> = new Map([
  [1, 'text'],
  [3, 'text'],
  [4, 'drawing'],
  [5, 'drawing'],
  [6, 'drawing'],
  [7, 'drawing'],
  [8, 'drawing'],
  [9, 'highlight'],
  [10, 'underline'],
  [11, 'underline'],
  [12, 'strikeOut'],
  [13, 'stamp'],
  [14, 'insertion'],
  [15, 'drawing'],
  [17, 'file'],
]);

/** FPDF_ANNOT_FLAG_HIDDEN | FPDF_ANNOT_FLAG_NOVIEW. */
const unseen = 0x02 | 0x20;
const maxComments = 500;
const maxLines = 200;
const maxAnnotations = 20_000;

/** Reads what others wrote on a loaded page (FPDF_PAGE), in the order of the file: at most 500, of what can be seen. */
export function readPageComments(
  module: PdfiumModule,
  heap: PdfiumHeap,
  page: number,
): readonly PageComment[] {
  const count = Math.min(maxAnnotations, module.FPDFPage_GetAnnotCount(page));
  const strings = pdfiumStrings(heap);
  const rect = heap.allocate(16);
  const comments: PageComment[] = [];

  const read = (annotation: number): PageComment | null => {
    const kind = kinds.get(module.FPDFAnnot_GetSubtype(annotation));
    if (kind === undefined || (module.FPDFAnnot_GetFlags(annotation) & unseen) !== 0) return null;
    const value = (key: string): string =>
      strings.read((buffer, length) => module.FPDFAnnot_GetStringValue(annotation, key, buffer, length));
    const author = plainLine(value('T'));
    const text = plainLines(value('Contents'));
    // What says neither who nor what is a part of the picture: a stamp of the registry, a line on a map.
    if (author === '' && text === '') return null;
    if (!module.FPDFAnnot_GetRect(annotation, rect)) return null;
    const box = upright(heap.floats(rect, 4));
    return box && { kind, author, time: pdfDate(value('M')) ?? pdfDate(value('CreationDate')), text, box };
  };

  for (let index = 0; index < count && comments.length < maxComments; index++) {
    const annotation = module.FPDFPage_GetAnnot(page, index);
    if (annotation === 0) continue;
    const comment = read(annotation);
    if (comment !== null) comments.push(comment);
    module.FPDFPage_CloseAnnot(annotation);
  }
  heap.free(rect);
  strings.free();
  return comments;
}

const plainLines = (text: string): string =>
  text
    .split(/\r\n?|\n/)
    .slice(0, maxLines)
    .map((line) => plainLine(line, 4096))
    .join('\n')
    .trim();

/** From an FS_RECTF (left, top, right, bottom), its sides in any order. */
function upright(rect: Float32Array): Box | null {
  const [x0 = NaN, y0 = NaN, x1 = NaN, y1 = NaN] = rect;
  if (![x0, y0, x1, y1].every(Number.isFinite)) return null;
  return {
    left: Math.min(x0, x1),
    bottom: Math.min(y0, y1),
    right: Math.max(x0, x1),
    top: Math.max(y0, y1),
  };
}
