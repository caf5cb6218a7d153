import type { DrawArea, PdfDocument } from '../../../../core/pdf/pdfEngine.ts';

/**
 * Lets the browser decode pages that are one JPEG: half the time, a fifth of the memory. A file's first such page is also
 * drawn by PDFium, small: where the two differ (a mask, inverted values), the file is left to PDFium.
 */
export interface ScanDecoder {
  /** Null when the page is no plain scan, or its JPEG cannot be decoded. */
  decode(document: PdfDocument, sha256: string, page: number, area: DrawArea): Promise<ImageBitmap | null>;
}

const probeWidth = 48;
/** Mean difference of the channels, of 255, up to which two decodings count as the same picture. */
const maxDifference = 12;

export function createScanDecoder(): ScanDecoder {
  const verdicts = new Map<string, boolean>();
  let last: { readonly key: string; readonly picture: ImageBitmap } | null = null;

  const picture = async (document: PdfDocument, key: string, page: number): Promise<ImageBitmap | null> => {
    if (last?.key === key) return last.picture;
    const jpeg = document.fullPageJpeg(page);
    const decoded = jpeg && (await decodeJpeg(jpeg));
    if (!decoded) return null;
    last?.picture.close();
    last = { key, picture: decoded };
    return decoded;
  };

  return {
    async decode(document, sha256, page, area) {
      if (verdicts.get(sha256) === false) return null;
      const whole = await picture(document, `${sha256}:${page}`, page);
      if (!whole) return null;
      const verdict = verdicts.get(sha256) ?? agrees(document, page, whole);
      verdicts.set(sha256, verdict);
      return verdict ? cut(whole, area) : null;
    },
  };
}

async function decodeJpeg(jpeg: Uint8Array): Promise<ImageBitmap | null> {
  try {
    const blob = new Blob([new Uint8Array(jpeg)], { type: 'image/jpeg' });
    return await createImageBitmap(blob, { imageOrientation: 'none', colorSpaceConversion: 'none' });
  } catch {
    // PDFium reads more kinds of JPEG than the browser: it gets the page.
    return null;
  }
}

function cut(whole: ImageBitmap, area: DrawArea): Promise<ImageBitmap> {
  const [across, down] = [whole.width / area.pageWidth, whole.height / area.pageHeight];
  const canvas = new OffscreenCanvas(area.width, area.height);
  const context = canvas.getContext('2d', { alpha: false });
  if (!context) throw new Error('no canvas to draw a scan on');
  context.imageSmoothingQuality = across > 1.5 ? 'medium' : 'low';
  const source = [area.left * across, area.top * down, area.width * across, area.height * down] as const;
  context.drawImage(whole, ...source, 0, 0, area.width, area.height);
  return Promise.resolve(canvas.transferToImageBitmap());
}

function agrees(document: PdfDocument, page: number, whole: ImageBitmap): boolean {
  const width = probeWidth;
  const height = Math.max(1, Math.round((probeWidth * whole.height) / whole.width));
  const drawing = document.startDrawing(page, {
    pageWidth: width,
    pageHeight: height,
    left: 0,
    top: 0,
    width,
    height,
  });
  if (!drawing.ok) return false;
  const isDone = drawing.value.step(Infinity) === 'done';
  const ours = drawing.value.pixels().slice();
  drawing.value.close();
  const context = new OffscreenCanvas(width, height).getContext('2d', { alpha: false });
  if (!isDone || !context) return false;
  context.imageSmoothingQuality = 'high';
  context.drawImage(whole, 0, 0, width, height);
  const theirs = context.getImageData(0, 0, width, height).data;
  let difference = 0;
  for (let i = 0; i < ours.length; i++) difference += Math.abs((ours[i] ?? 0) - (theirs[i] ?? 0));
  return difference / ours.length < maxDifference;
}
