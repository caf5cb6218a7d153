import type { PdfiumHeap } from './pdfiumHeap.ts';
import type { PdfiumModule } from './pdfiumModule.ts';

const textObject = 1; // FPDF_PAGEOBJ_TEXT
const imageObject = 3; // FPDF_PAGEOBJ_IMAGE
const invisible = 3; // FPDF_TEXTRENDERMODE_INVISIBLE: the text of an OCR'd scan
const maxObjects = 4000;
/** How far, in points, the picture's edges may lie from the page's. */
const tolerance = 1;

/**
 * The JPEG of a page (FPDF_PAGE) that shows nothing but one upright JPEG from edge to edge, invisible text allowed;
 * else null. Only then does drawing the JPEG alone give the page.
 */
export function fullPageJpeg(module: PdfiumModule, heap: PdfiumHeap, page: number): Uint8Array | null {
  if (module.FPDFPage_GetRotation(page) !== 0 || module.FPDFPage_GetAnnotCount(page) > 0) return null;
  const image = onlyImage(module, page);
  if (image === 0 || !isPlainJpeg(module, heap, image) || !fillsPage(module, heap, page, image)) return null;
  const length = module.FPDFImageObj_GetImageDataRaw(image, 0, 0);
  const buffer = length > 0 ? heap.allocate(length) : 0;
  if (buffer === 0) return null;
  module.FPDFImageObj_GetImageDataRaw(image, buffer, length);
  const jpeg = heap.bytes(buffer, length).slice();
  heap.free(buffer);
  return isYcbcrOrGrey(jpeg) ? jpeg : null;
}

function onlyImage(module: PdfiumModule, page: number): number {
  const count = module.FPDFPage_CountObjects(page);
  if (count > maxObjects) return 0;
  let image = 0;
  for (let i = 0; i < count; i++) {
    const object = module.FPDFPage_GetObject(page, i);
    const kind = module.FPDFPageObj_GetType(object);
    if (kind === imageObject && image === 0) image = object;
    else if (kind !== textObject || module.FPDFTextObj_GetTextRenderMode(object) !== invisible) return 0;
  }
  return image;
}

function isPlainJpeg(module: PdfiumModule, heap: PdfiumHeap, image: number): boolean {
  if (module.FPDFImageObj_GetImageFilterCount(image) !== 1) return false;
  const buffer = heap.allocate(64);
  const length = module.FPDFImageObj_GetImageFilter(image, 0, buffer, 64);
  const name = String.fromCharCode(...heap.bytes(buffer, Math.max(0, Math.min(length, 64) - 1)));
  heap.free(buffer);
  return name === 'DCTDecode';
}

/** The matrix must only scale: a flipped or turned picture is left to PDFium. */
function fillsPage(module: PdfiumModule, heap: PdfiumHeap, page: number, image: number): boolean {
  const buffer = heap.allocate(40);
  const floats = (at: number, count: number): number[] =>
    Array.from({ length: count }, (_, i) => heap.float(at + 4 * i));
  const bounded = module.FPDF_GetPageBoundingBox(page, buffer);
  const [left = 0, top = 0, right = 0, bottom = 0] = floats(buffer, 4);
  const placed = module.FPDFPageObj_GetMatrix(image, buffer + 16);
  const [a = 0, b = 0, c = 0, d = 0, e = 0, f = 0] = floats(buffer + 16, 6);
  heap.free(buffer);
  const near = (x: number, y: number): boolean => Math.abs(x - y) < tolerance;
  const edges = near(e, left) && near(f, bottom) && near(e + a, right) && near(f + d, top);
  return bounded && placed && b === 0 && c === 0 && a > 0 && d > 0 && edges;
}

/**
 * Browsers and PDF agree on grey and YCbCr JPEGs. Those with four components (CMYK, often inverted by Adobe) or an
 * Adobe marker that says "no transform" are left to PDFium.
 */
function isYcbcrOrGrey(jpeg: Uint8Array): boolean {
  let at = 2;
  while (at + 9 < jpeg.length && jpeg[at] === 0xff) {
    const marker = jpeg[at + 1] ?? 0;
    const length = ((jpeg[at + 2] ?? 0) << 8) | (jpeg[at + 3] ?? 0);
    const startOfFrame = marker >= 0xc0 && marker <= 0xcf && ![0xc4, 0xc8, 0xcc].includes(marker);
    if (startOfFrame) return jpeg[at + 9] === 1 || jpeg[at + 9] === 3;
    if (marker === 0xee && isAdobe(jpeg, at + 4) && jpeg[at + 15] !== 1) return false;
    at += 2 + length;
  }
  return false;
}

function isAdobe(jpeg: Uint8Array, at: number): boolean {
  return String.fromCharCode(...jpeg.subarray(at, at + 5)) === 'Adobe';
}
