/** The functions of fpdf_structtree.h, fpdf_catalog.h and fpdf_edit.h that tell what the parts of a page mean. */
export interface PdfiumStructureFunctions {
  FPDFCatalog_GetLanguage(document: number, buffer: number, length: number): number;
  FPDF_StructTree_GetForPage(page: number): number;
  FPDF_StructTree_Close(tree: number): void;
  FPDF_StructTree_CountChildren(tree: number): number;
  FPDF_StructTree_GetChildAtIndex(tree: number, index: number): number;
  FPDF_StructElement_GetType(element: number, buffer: number, length: number): number;
  FPDF_StructElement_GetLang(element: number, buffer: number, length: number): number;
  FPDF_StructElement_GetAltText(element: number, buffer: number, length: number): number;
  FPDF_StructElement_GetActualText(element: number, buffer: number, length: number): number;
  FPDF_StructElement_GetAttributeCount(element: number): number;
  FPDF_StructElement_GetAttributeAtIndex(element: number, index: number): number;
  FPDF_StructElement_Attr_GetValue(attribute: number, name: string): number;
  FPDF_StructElement_Attr_GetNumberValue(value: number, number: number): boolean;
  FPDF_StructElement_Attr_GetStringValue(
    value: number,
    buffer: number,
    length: number,
    needed: number,
  ): boolean;
  FPDF_StructElement_CountChildren(element: number): number;
  FPDF_StructElement_GetChildAtIndex(element: number, index: number): number;
  FPDF_StructElement_GetChildMarkedContentID(element: number, index: number): number;
  FPDFTextObj_GetFont(object: number): number;
  FPDFFont_GetWeight(font: number): number;
  FPDFFont_GetBaseFontName(font: number, buffer: number, length: number): number;
  FPDFPageObj_GetMarkedContentID(object: number): number;
  FPDFPageObj_CountMarks(object: number): number;
  FPDFPageObj_GetMark(object: number, index: number): number;
  FPDFPageObjMark_GetName(mark: number, buffer: number, length: number, needed: number): boolean;
}

export const structureFunctionNames: readonly (keyof PdfiumStructureFunctions)[] = [
  'FPDFCatalog_GetLanguage',
  'FPDF_StructTree_GetForPage',
  'FPDF_StructTree_Close',
  'FPDF_StructTree_CountChildren',
  'FPDF_StructTree_GetChildAtIndex',
  'FPDF_StructElement_GetType',
  'FPDF_StructElement_GetLang',
  'FPDF_StructElement_GetAltText',
  'FPDF_StructElement_GetActualText',
  'FPDF_StructElement_GetAttributeCount',
  'FPDF_StructElement_GetAttributeAtIndex',
  'FPDF_StructElement_Attr_GetValue',
  'FPDF_StructElement_Attr_GetNumberValue',
  'FPDF_StructElement_Attr_GetStringValue',
  'FPDF_StructElement_CountChildren',
  'FPDF_StructElement_GetChildAtIndex',
  'FPDF_StructElement_GetChildMarkedContentID',
  'FPDFTextObj_GetFont',
  'FPDFFont_GetWeight',
  'FPDFFont_GetBaseFontName',
  'FPDFPageObj_GetMarkedContentID',
  'FPDFPageObj_CountMarks',
  'FPDFPageObj_GetMark',
  'FPDFPageObjMark_GetName',
];
