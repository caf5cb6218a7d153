import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { init } from '@embedpdf/pdfium';

const wasmFile = createRequire(import.meta.url).resolve('@embedpdf/pdfium/pdfium.wasm');
const bgra = 4;

/**
 * Draws every page of a PDF in grey.
 * @param {Uint8Array} pdf @param {number} dotsPerInch
 * @returns {Promise<{ width: number, height: number, grey: Uint8Array }[]>}
 */
export async function renderGrey(pdf, dotsPerInch) {
  const pdfium = await init({ wasmBinary: readFileSync(wasmFile) });
  pdfium.FPDF_InitLibrary();
  const { malloc, free } = pdfium.pdfium.wasmExports;
  const source = malloc(pdf.length);
  pdfium.pdfium.HEAPU8.set(pdf, source);
  const document = pdfium.FPDF_LoadMemDocument(source, pdf.length, '');
  if (!document) throw new Error('PDFium does not read the document to scan');
  const count = pdfium.FPDF_GetPageCount(document);
  const pages = Array.from({ length: count }, (_, index) =>
    renderPage(pdfium, document, index, dotsPerInch / 72),
  );
  pdfium.FPDF_CloseDocument(document);
  free(source);
  return pages;
}

function renderPage(pdfium, document, index, scale) {
  const page = pdfium.FPDF_LoadPage(document, index);
  const width = Math.round(pdfium.FPDF_GetPageWidthF(page) * scale);
  const height = Math.round(pdfium.FPDF_GetPageHeightF(page) * scale);
  const bitmap = pdfium.FPDFBitmap_Create(width, height, 0);
  pdfium.FPDFBitmap_FillRect(bitmap, 0, 0, width, height, 0xffffffff);
  pdfium.FPDF_RenderPageBitmap(bitmap, page, 0, 0, width, height, 0, 0);
  const start = pdfium.FPDFBitmap_GetBuffer(bitmap);
  const stride = pdfium.FPDFBitmap_GetStride(bitmap);
  const grey = toGrey(pdfium.pdfium.HEAPU8.subarray(start, start + stride * height), {
    width,
    height,
    stride,
  });
  pdfium.FPDFBitmap_Destroy(bitmap);
  pdfium.FPDF_ClosePage(page);
  return { width, height, grey };
}

function toGrey(pixels, { width, height, stride }) {
  const grey = new Uint8Array(width * height);
  for (let y = 0; y < height; y++) {
    for (let x = 0; x < width; x++) {
      const at = y * stride + x * bgra;
      grey[y * width + x] = (pixels[at] * 29 + pixels[at + 1] * 150 + pixels[at + 2] * 77) >> 8;
    }
  }
  return grey;
}
