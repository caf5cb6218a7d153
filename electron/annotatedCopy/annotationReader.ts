import type { PdfiumHeap } from '../../core/pdf/pdfiumHeap.ts';
import type { Box } from '../../core/text/pageText.ts';
import type { ReadingModule } from './readingFunctions.ts';

/** One annotation of a loaded page, read key by key. */
export interface AnnotationReader {
  readonly subtype: number;
  readonly flags: number;
  /** Within the file, so that two handles of the same are known as one. */
  readonly objectNumber: number;
  readonly box: Box | null;
  readonly has: (key: string) => boolean;
  /** A string of at most so many bytes of UTF-16; longer ones are empty. */
  readonly string: (key: string, mostBytes: number) => string;
  /** Eight numbers each. */
  readonly quads: (most: number) => readonly (readonly number[])[];
  /** x and y in turn, one list a stroke. */
  readonly inkLists: (mostLists: number, mostPoints: number) => readonly (readonly number[])[];
  /** Corners of a polygon or points of a broken line. */
  readonly vertices: (most: number) => readonly number[];
  readonly line: () => readonly number[];
  /** 0–255 each; null when the file says none. */
  readonly colour: () => readonly [number, number, number] | null;
  readonly width: () => number;
  /** The object number of the annotation that this one answers; null when it answers none. */
  readonly answers: () => number | null;
}

const pointBytes = 8;

export function annotationReader(
  module: ReadingModule,
  heap: PdfiumHeap,
  annotation: number,
): AnnotationReader {
  const scratch = <T>(bytes: number, use: (pointer: number) => T): T => {
    const pointer = heap.allocate(bytes);
    try {
      return use(pointer);
    } finally {
      heap.free(pointer);
    }
  };
  const points = (count: number, fill: (pointer: number) => void): readonly number[] =>
    scratch(Math.max(pointBytes, count * pointBytes), (pointer) => {
      fill(pointer);
      return finiteOnly([...heap.floats(pointer, count * 2)]);
    });
  return {
    subtype: module.FPDFAnnot_GetSubtype(annotation),
    flags: module.FPDFAnnot_GetFlags(annotation),
    objectNumber: module.EPDFAnnot_GetObjectNumber(annotation),
    box: scratch(16, (rect) =>
      module.FPDFAnnot_GetRect(annotation, rect) ? upright(heap.floats(rect, 4)) : null,
    ),
    has: (key) => module.FPDFAnnot_HasKey(annotation, key),
    string: (key, mostBytes) => {
      const size = module.FPDFAnnot_GetStringValue(annotation, key, 0, 0);
      if (size <= 2 || size > mostBytes) return '';
      return scratch(size, (buffer) => {
        module.FPDFAnnot_GetStringValue(annotation, key, buffer, size);
        return new TextDecoder('utf-16le').decode(heap.bytes(buffer, size - 2).slice());
      });
    },
    quads: (most) => {
      const count = Math.min(most, module.FPDFAnnot_CountAttachmentPoints(annotation));
      return scratch(32, (quad) =>
        Array.from({ length: Math.max(0, count) }, (_, index) =>
          module.FPDFAnnot_GetAttachmentPoints(annotation, index, quad) ? [...heap.floats(quad, 8)] : [],
        ).filter((each) => each.length === 8 && each.every(Number.isFinite)),
      );
    },
    inkLists: (mostLists, mostPoints) => {
      const count = Math.min(mostLists, module.FPDFAnnot_GetInkListCount(annotation));
      return Array.from({ length: Math.max(0, count) }, (_, index) => {
        const length = module.FPDFAnnot_GetInkListPath(annotation, index, 0, 0);
        if (length === 0 || length > mostPoints) return [];
        return points(length, (pointer) =>
          module.FPDFAnnot_GetInkListPath(annotation, index, pointer, length),
        );
      });
    },
    vertices: (most) => {
      const length = module.FPDFAnnot_GetVertices(annotation, 0, 0);
      if (length === 0 || length > most) return [];
      return points(length, (pointer) => module.FPDFAnnot_GetVertices(annotation, pointer, length));
    },
    line: () =>
      scratch(16, (pointer) =>
        module.FPDFAnnot_GetLine(annotation, pointer, pointer + pointBytes)
          ? finiteOnly([...heap.floats(pointer, 4)])
          : [],
      ),
    colour: () =>
      scratch(12, (pointer) => {
        if (!module.EPDFAnnot_GetColor(annotation, 0, pointer, pointer + 4, pointer + 8)) return null;
        return [heap.word(pointer), heap.word(pointer + 4), heap.word(pointer + 8)];
      }),
    width: () =>
      scratch(12, (pointer) =>
        module.FPDFAnnot_GetBorder(annotation, pointer, pointer + 4, pointer + 8)
          ? heap.float(pointer + 8)
          : 1,
      ),
    answers: () => {
      const linked = module.FPDFAnnot_GetLinkedAnnot(annotation, 'IRT');
      if (linked === 0) return null;
      const number = module.EPDFAnnot_GetObjectNumber(linked);
      module.FPDFPage_CloseAnnot(linked);
      return number > 0 ? number : null;
    },
  };
}

const finiteOnly = (numbers: readonly number[]): readonly number[] =>
  numbers.every(Number.isFinite) ? numbers : [];

function upright(rect: Float32Array): Box | null {
  const [x0 = NaN, y0 = NaN, x1 = NaN, y1 = NaN] = rect;
  if (![x0, y0, x1, y1].every(Number.isFinite)) return null;
  return { left: Math.min(x0, x1), bottom: Math.min(y0, y1), right: Math.max(x0, x1), top: Math.max(y0, y1) };
}
