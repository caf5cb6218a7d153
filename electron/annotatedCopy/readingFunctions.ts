import type { PdfiumModule } from '../../core/pdf/pdfiumModule.ts';

/** Functions of PDFium that only reading annotations needs (fpdf_annot.h, fpdf_javascript.h). Points are two floats each. */
export interface ReadingFunctions {
  FPDFAnnot_HasKey(annotation: number, key: string): boolean;
  FPDFAnnot_CountAttachmentPoints(annotation: number): number;
  FPDFAnnot_GetAttachmentPoints(annotation: number, index: number, quad: number): boolean;
  FPDFAnnot_GetInkListCount(annotation: number): number;
  /** The number of points of a stroke; they are written when there is room for them all. */
  FPDFAnnot_GetInkListPath(annotation: number, index: number, points: number, count: number): number;
  FPDFAnnot_GetVertices(annotation: number, points: number, count: number): number;
  FPDFAnnot_GetLine(annotation: number, start: number, end: number): boolean;
  FPDFAnnot_GetBorder(annotation: number, horizontal: number, vertical: number, width: number): boolean;
  /** The annotation that a key leads to, to be closed; 0 when there is none. */
  FPDFAnnot_GetLinkedAnnot(annotation: number, key: string): number;
  /** What the file says itself, also when there is an appearance. */
  EPDFAnnot_GetColor(annotation: number, type: number, r: number, g: number, b: number): boolean;
  EPDFAnnot_GetObjectNumber(annotation: number): number;
  FPDFDoc_GetJavaScriptActionCount(document: number): number;
}
const names: readonly (keyof ReadingFunctions)[] = [
  'FPDFAnnot_HasKey',
  'FPDFAnnot_CountAttachmentPoints',
  'FPDFAnnot_GetAttachmentPoints',
  'FPDFAnnot_GetInkListCount',
  'FPDFAnnot_GetInkListPath',
  'FPDFAnnot_GetVertices',
  'FPDFAnnot_GetLine',
  'FPDFAnnot_GetBorder',
  'FPDFAnnot_GetLinkedAnnot',
  'EPDFAnnot_GetColor',
  'EPDFAnnot_GetObjectNumber',
  'FPDFDoc_GetJavaScriptActionCount',
];

export type ReadingModule = PdfiumModule & ReadingFunctions;

export const canReadAnnotations = (module: PdfiumModule): module is ReadingModule =>
  names.every((name) => typeof Reflect.get(module, name) === 'function');
