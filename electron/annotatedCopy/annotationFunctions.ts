import type { PdfiumModule } from '../../core/pdf/pdfiumModule.ts';

/** Functions of PDFium that only writing annotations needs (fpdf_annot.h, fpdf_save.h). Strings are UTF-16 with an end. */
export interface AnnotationFunctions {
  FPDF_SaveAsCopy(document: number, writer: number, flags: number): boolean;
  FPDFPage_CreateAnnot(page: number, subtype: number): number;
  FPDFAnnot_AppendAttachmentPoints(annotation: number, quad: number): boolean;
  FPDFAnnot_CountAttachmentPoints(annotation: number): number;
  FPDFAnnot_GetAttachmentPoints(annotation: number, index: number, quad: number): boolean;
  FPDFAnnot_SetColor(annotation: number, type: number, r: number, g: number, b: number, a: number): boolean;
  FPDFAnnot_SetRect(annotation: number, rect: number): boolean;
  FPDFAnnot_SetStringValue(annotation: number, key: string, value: number): boolean;
  FPDFAnnot_AddInkStroke(annotation: number, points: number, count: number): number;
  FPDFAnnot_SetBorder(annotation: number, horizontal: number, vertical: number, width: number): boolean;
  FPDFAnnot_SetFlags(annotation: number, flags: number): boolean;
  EPDFAnnot_GenerateAppearance(annotation: number): boolean;
  EPDFAnnot_GenerateAppearanceWithBlend(annotation: number, blendMode: number): boolean;
  EPDFAnnot_SetColor(annotation: number, type: number, r: number, g: number, b: number): boolean;
  EPDFAnnot_ClearColor(annotation: number, type: number): boolean;
  EPDFAnnot_SetAPMatrix(annotation: number, mode: number, matrix: number): boolean;
  EPDFAnnot_SetBorderStyle(annotation: number, style: number, width: number): boolean;
  EPDFAnnot_SetDefaultAppearance(
    annotation: number,
    font: number,
    size: number,
    r: number,
    g: number,
    b: number,
  ): boolean;
}
const names: readonly (keyof AnnotationFunctions)[] = [
  'FPDF_SaveAsCopy',
  'FPDFPage_CreateAnnot',
  'FPDFAnnot_AppendAttachmentPoints',
  'FPDFAnnot_CountAttachmentPoints',
  'FPDFAnnot_GetAttachmentPoints',
  'FPDFAnnot_SetColor',
  'FPDFAnnot_SetRect',
  'FPDFAnnot_SetStringValue',
  'FPDFAnnot_AddInkStroke',
  'FPDFAnnot_SetBorder',
  'FPDFAnnot_SetFlags',
  'EPDFAnnot_GenerateAppearance',
  'EPDFAnnot_GenerateAppearanceWithBlend',
  'EPDFAnnot_SetColor',
  'EPDFAnnot_ClearColor',
  'EPDFAnnot_SetAPMatrix',
  'EPDFAnnot_SetBorderStyle',
  'EPDFAnnot_SetDefaultAppearance',
];

export type AnnotatingModule = PdfiumModule & AnnotationFunctions;

export const canAnnotate = (module: PdfiumModule): module is AnnotatingModule =>
  names.every((name) => typeof Reflect.get(module, name) === 'function');
