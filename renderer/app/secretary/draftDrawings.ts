import type { DraftPages } from '../../features/secretary/documents/draftPages.ts';
import type { PdfHost } from '../../features/reader/engine/pdfHost.ts';
import type { PdfFile } from '../../features/reader/engine/pdfJobs.ts';

/** Before what is drawn in the background, after the page that is being read. */
const urgency = 500_000;

/** Pages of a draft's files, drawn by the reader's worker. */
export function draftDrawings(host: PdfHost): DraftPages {
  return {
    draw({ draftId, sha256, page }, box) {
      const url = new URL(`/drafts/${draftId}/${sha256}`, location.href).href;
      const file: PdfFile = { sha256, url };
      let isOver = false;
      let stop = (): void => {};
      const ask = (): number => (isOver ? Infinity : urgency);
      const picture = async (): Promise<ImageBitmap | 'failed' | null> => {
        const sizes = host.request({ type: 'sizes', file, from: page, to: page }, ask);
        stop = () => sizes.cancel();
        const known = await sizes.answer;
        if (known === null || isOver) return null;
        const size = known.ok ? known.value.sizes[0] : undefined;
        if (size === undefined) return 'failed';
        const scale = Math.min(box.width / size.width, box.height / size.height);
        const width = Math.max(1, Math.round(size.width * scale));
        const height = Math.max(1, Math.round(size.height * scale));
        const area = { pageWidth: width, pageHeight: height, left: 0, top: 0, width, height };
        const drawing = host.request({ type: 'draw', file, page, area }, ask);
        stop = () => drawing.cancel();
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
          stop();
        },
      };
    },
  };
}
