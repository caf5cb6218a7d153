import type { PdfHost, PdfRequest } from '../features/reader/engine/pdfHost.ts';
import type { PdfFile } from '../features/reader/engine/pdfJobs.ts';
import type { PictureDrawing } from '../ui/usePictureInView.ts';

/** Before what is drawn in the background, after the page that is being read. */
const urgency = 500_000;

/** A page drawn by the reader's worker, as large as fits a box of device pixels. */
export function drawPage(
  host: PdfHost,
  file: PdfFile,
  page: number,
  box: { readonly width: number; readonly height: number },
): PictureDrawing {
  let isOver = false;
  let current: Pick<PdfRequest<unknown>, 'cancel'> | null = null;
  const ask = (): number => (isOver ? Infinity : urgency);
  const picture = async (): Promise<ImageBitmap | 'failed' | null> => {
    const sizes = host.request({ type: 'sizes', file, from: page, to: page }, ask);
    current = sizes;
    const known = await sizes.answer;
    if (known === null || isOver) return null;
    const size = known.ok ? known.value.sizes[0] : undefined;
    if (size === undefined) return 'failed';
    const scale = Math.min(box.width / size.width, box.height / size.height);
    const width = Math.max(1, Math.round(size.width * scale));
    const height = Math.max(1, Math.round(size.height * scale));
    const area = { pageWidth: width, pageHeight: height, left: 0, top: 0, width, height };
    const drawing = host.request({ type: 'draw', file, page, area }, ask);
    current = drawing;
    const drawn = await drawing.answer;
    if (drawn === null) return null;
    if (!drawn.ok) return 'failed';
    if (!isOver) return drawn.value.bitmap;
    drawn.value.bitmap.close();
    return null;
  };
  return {
    picture: picture(),
    cancel: () => {
      isOver = true;
      current?.cancel();
    },
  };
}
