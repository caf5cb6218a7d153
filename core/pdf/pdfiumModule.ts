import type { PdfiumCommentFunctions } from './commentFunctions.ts';
import { commentFunctionNames } from './commentFunctions.ts';
import type { PdfiumLinkFunctions } from './linksFunctions.ts';
import { linkFunctionNames } from './linksFunctions.ts';
import type { PdfiumStructureFunctions } from './structureFunctions.ts';
import { structureFunctionNames } from './structureFunctions.ts';

/**
 * The few functions of PDFium's C API (public/fpdf*.h) that Beredd calls, as the WebAssembly wrapper
 * `@embedpdf/pdfium` exposes them after `init`. Pointers are numbers into its heap; booleans of "int" functions are
 * 0 or 1. Whoever loads the WebAssembly hands the wrapper to `createPdfiumEngine`; nothing here loads it.
 */
export interface PdfiumFunctions {
  PDFiumExt_Init(): void;
  FPDF_GetLastError(): number;
  FPDF_LoadCustomDocument(fileAccess: number, password: string): number;
  FPDF_CloseDocument(document: number): void;
  FPDF_GetPageCount(document: number): number;
  FPDF_GetPageSizeByIndexF(document: number, index: number, size: number): boolean;
  FPDF_LoadPage(document: number, index: number): number;
  FPDF_ClosePage(page: number): void;
  FPDF_GetPageWidthF(page: number): number;
  FPDF_GetPageHeightF(page: number): number;
  FPDF_GetPageBoundingBox(page: number, rect: number): boolean;
  FPDFPage_GetRotation(page: number): number;
  FPDFBitmap_CreateEx(width: number, height: number, format: number, scan: number, stride: number): number;
  FPDFBitmap_FillRect(
    bitmap: number,
    left: number,
    top: number,
    width: number,
    height: number,
    colour: number,
  ): boolean;
  FPDFBitmap_Destroy(bitmap: number): void;
  FPDF_RenderPageBitmap_Start(
    bitmap: number,
    page: number,
    startX: number,
    startY: number,
    sizeX: number,
    sizeY: number,
    rotate: number,
    flags: number,
    pause: number,
  ): number;
  FPDF_RenderPage_Continue(page: number, pause: number): number;
  FPDF_RenderPage_Close(page: number): void;
  FPDFText_LoadPage(page: number): number;
  FPDFText_ClosePage(textPage: number): void;
  FPDFText_CountChars(textPage: number): number;
  FPDFPage_CountObjects(page: number): number;
  FPDFPage_GetObject(page: number, index: number): number;
  FPDFPage_GetAnnotCount(page: number): number;
  FPDFPageObj_GetType(object: number): number;
  FPDFPageObj_GetBounds(object: number, left: number, bottom: number, right: number, top: number): boolean;
  FPDFPageObj_GetMatrix(object: number, matrix: number): boolean;
  FPDFPageObj_GetFillColor(object: number, r: number, g: number, b: number, a: number): boolean;
  FPDFPageObj_GetStrokeColor(object: number, r: number, g: number, b: number, a: number): boolean;
  FPDFPath_GetDrawMode(path: number, fillMode: number, isStroked: number): boolean;
  FPDFPath_CountSegments(path: number): number;
  FPDFFormObj_CountObjects(form: number): number;
  FPDFFormObj_GetObject(form: number, index: number): number;
  FPDFTextObj_GetTextRenderMode(object: number): number;
  FPDFImageObj_GetImageFilterCount(object: number): number;
  FPDFImageObj_GetImageFilter(object: number, index: number, buffer: number, length: number): number;
  FPDFImageObj_GetImageDataRaw(object: number, buffer: number, length: number): number;
}

/**
 * Asked once a character, so called as the bare exports of the WebAssembly: the wrapper's conversions cost more than
 * the functions themselves.
 */
export interface PdfiumCharacterExports {
  FPDFText_GetUnicode(textPage: number, index: number): number;
  FPDFText_IsGenerated(textPage: number, index: number): number;
  FPDFText_IsHyphen(textPage: number, index: number): number;
  /** FPDF_PAGEOBJECT, 0 for a character that PDFium made up. */
  FPDFText_GetTextObject(textPage: number, index: number): number;
  FPDFText_GetCharAngle(textPage: number, index: number): number;
  FPDFText_GetLooseCharBox(textPage: number, index: number, rect: number): number;
}

/** The wrapper's own runtime: its heap (replaced when it grows), its allocator and its function table. */
export interface PdfiumRuntime {
  readonly HEAPU8: Uint8Array;
  readonly wasmExports: PdfiumCharacterExports & {
    malloc(size: number): number;
    free(pointer: number): void;
  };
  addFunction(callback: (...args: number[]) => number, signature: string): number;
  removeFunction(pointer: number): void;
}

export type PdfiumModule = PdfiumFunctions &
  PdfiumStructureFunctions &
  PdfiumLinkFunctions &
  PdfiumCommentFunctions & { readonly pdfium: PdfiumRuntime };

const functionNames: readonly (keyof PdfiumFunctions)[] = [
  'PDFiumExt_Init',
  'FPDF_GetLastError',
  'FPDF_LoadCustomDocument',
  'FPDF_CloseDocument',
  'FPDF_GetPageCount',
  'FPDF_GetPageSizeByIndexF',
  'FPDF_LoadPage',
  'FPDF_ClosePage',
  'FPDF_GetPageWidthF',
  'FPDF_GetPageHeightF',
  'FPDF_GetPageBoundingBox',
  'FPDFPage_GetRotation',
  'FPDFBitmap_CreateEx',
  'FPDFBitmap_FillRect',
  'FPDFBitmap_Destroy',
  'FPDF_RenderPageBitmap_Start',
  'FPDF_RenderPage_Continue',
  'FPDF_RenderPage_Close',
  'FPDFText_LoadPage',
  'FPDFText_ClosePage',
  'FPDFText_CountChars',
  'FPDFPage_CountObjects',
  'FPDFPage_GetObject',
  'FPDFPage_GetAnnotCount',
  'FPDFPageObj_GetType',
  'FPDFPageObj_GetBounds',
  'FPDFPageObj_GetMatrix',
  'FPDFPageObj_GetFillColor',
  'FPDFPageObj_GetStrokeColor',
  'FPDFPath_GetDrawMode',
  'FPDFPath_CountSegments',
  'FPDFFormObj_CountObjects',
  'FPDFFormObj_GetObject',
  'FPDFTextObj_GetTextRenderMode',
  'FPDFImageObj_GetImageFilterCount',
  'FPDFImageObj_GetImageFilter',
  'FPDFImageObj_GetImageDataRaw',
];
const characterNames: readonly (keyof PdfiumCharacterExports)[] = [
  'FPDFText_GetUnicode',
  'FPDFText_IsGenerated',
  'FPDFText_IsHyphen',
  'FPDFText_GetTextObject',
  'FPDFText_GetCharAngle',
  'FPDFText_GetLooseCharBox',
];

/** Whether what `init` of the wrapper gave has everything we call; another version may not. */
export function isPdfiumModule(wrapper: object): wrapper is PdfiumModule {
  const isComplete = hasFunctions(wrapper, [
    ...functionNames,
    ...structureFunctionNames,
    ...linkFunctionNames,
    ...commentFunctionNames,
  ]);
  if (!isComplete || !('pdfium' in wrapper)) return false;
  const { pdfium } = wrapper;
  if (typeof pdfium !== 'object' || pdfium === null || !('wasmExports' in pdfium)) return false;
  const { wasmExports } = pdfium;
  if (typeof wasmExports !== 'object' || wasmExports === null) return false;
  return (
    hasFunctions(wasmExports, [...characterNames, 'malloc', 'free']) &&
    hasFunctions(pdfium, ['addFunction', 'removeFunction']) &&
    'HEAPU8' in pdfium &&
    pdfium.HEAPU8 instanceof Uint8Array
  );
}

function hasFunctions(holder: object, names: readonly string[]): boolean {
  return names.every((name) => typeof Reflect.get(holder, name) === 'function');
}
