import type { DrawArea, PdfDocument } from '../../../../core/pdf/pdfEngine.ts';

/**
 * Lets the browser decode pages that are one JPEG: half the time, a fifth of the memory. PDFium draws the first such page of
 * a file, and the browser's picture of it is compared: where the two differ (a mask, inverted values), the file is left to
 * PDFium.
 */
export interface ScanDecoder {
  /** Null when the page is no plain scan, its JPEG cannot be decoded, or the file is not yet known to be safe. */
  decode(document: PdfDocument, sha256: string, page: number, area: DrawArea): Promise<ImageBitmap | null>;
  /** Learns from a page that PDFium has drawn (RGBA) whether the browser may draw the scans of this file. */
  learn(document: PdfDocument, sha256: string, page: number, area: DrawArea, drawn: ImageData): void;
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
      if (verdicts.get(sha256) !== true) return null;
      const whole = await picture(document, `${sha256}:${page}`, page);
      return whole && cut(whole, area);
    },
    learn(document, sha256, page, area, drawn) {
      const isWhole = area.width === area.pageWidth && area.height === area.pageHeight;
      const jpeg = verdicts.has(sha256) || !isWhole ? null : document.fullPageJpeg(page);
      if (!jpeg) return;
      const canvas = new OffscreenCanvas(drawn.width, drawn.height);
      canvas.getContext('2d', { alpha: false })?.putImageData(drawn, 0, 0);
      const ours = probe(canvas);
      void decodeJpeg(jpeg).then((whole) => {
        verdicts.set(sha256, whole !== null && difference(ours, probe(whole)) < maxDifference);
        whole?.close();
      });
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

function cut(whole: ImageBitmap, area: DrawArea): ImageBitmap {
  const [across, down] = [whole.width / area.pageWidth, whole.height / area.pageHeight];
  const canvas = new OffscreenCanvas(area.width, area.height);
  const context = canvas.getContext('2d', { alpha: false });
  if (!context) throw new Error('no canvas to draw a scan on');
  context.imageSmoothingQuality = across > 1.5 ? 'medium' : 'low';
  const source = [area.left * across, area.top * down, area.width * across, area.height * down] as const;
  context.drawImage(whole, ...source, 0, 0, area.width, area.height);
  return canvas.transferToImageBitmap();
}

/** The picture in few pixels. Its shape does not matter: both are squeezed into the same. */
function probe(picture: OffscreenCanvas | ImageBitmap): Uint8ClampedArray {
  const context = new OffscreenCanvas(probeWidth, probeWidth).getContext('2d', { alpha: false });
  if (!context) throw new Error('no canvas to compare a scan on');
  context.imageSmoothingQuality = 'high';
  context.drawImage(picture, 0, 0, probeWidth, probeWidth);
  return context.getImageData(0, 0, probeWidth, probeWidth).data;
}

function difference(a: Uint8ClampedArray, b: Uint8ClampedArray): number {
  let sum = 0;
  for (let i = 0; i < a.length; i++) sum += Math.abs((a[i] ?? 0) - (b[i] ?? 0));
  return sum / a.length;
}
