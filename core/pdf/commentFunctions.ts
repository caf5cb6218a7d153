/** The functions of fpdf_annot.h and fpdf_formfill.h that tell what others wrote on a page, and whether there is a form. */
export interface PdfiumCommentFunctions {
  FPDFPage_GetAnnot(page: number, index: number): number;
  FPDFPage_CloseAnnot(annotation: number): void;
  FPDFAnnot_GetSubtype(annotation: number): number;
  FPDFAnnot_GetFlags(annotation: number): number;
  FPDFAnnot_GetRect(annotation: number, rect: number): boolean;
  FPDFAnnot_GetStringValue(annotation: number, key: string, buffer: number, length: number): number;
  FPDF_GetFormType(document: number): number;
}

export const commentFunctionNames: readonly (keyof PdfiumCommentFunctions)[] = [
  'FPDFPage_GetAnnot',
  'FPDFPage_CloseAnnot',
  'FPDFAnnot_GetSubtype',
  'FPDFAnnot_GetFlags',
  'FPDFAnnot_GetRect',
  'FPDFAnnot_GetStringValue',
  'FPDF_GetFormType',
];
