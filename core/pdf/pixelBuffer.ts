import { failure, ok } from '../errors.ts';
import type { Result } from '../errors.ts';
import type { DrawArea, PageDrawing } from './pdfEngine.ts';
import type { PdfiumHeap } from './pdfiumHeap.ts';
import type { PdfiumModule } from './pdfiumModule.ts';

/** Draws pages into one buffer that is kept between drawings, because the heap never gives memory back. */
export interface PixelBuffer {
  start(page: number, area: DrawArea): Result<PageDrawing>;
}

const bgra = 4; // FPDFBitmap_BGRA
const white = 0xffffffff;
const annotationsAndRgba = 0x01 | 0x10; // FPDF_ANNOT | FPDF_REVERSE_BYTE_ORDER
const toBeContinued = 1; // FPDF_RENDER_TOBECONTINUED
const done = 2; // FPDF_RENDER_DONE

export function createPixelBuffer(module: PdfiumModule, heap: PdfiumHeap, now: () => number): PixelBuffer {
  let buffer = 0;
  let capacity = 0;
  let until = 0;
  // IFSDK_PAUSE (fsdk_pauseable.h): version, callback, user.
  const pause = heap.allocate(12);
  heap.writeWords(pause, [1, module.pdfium.addFunction(() => (now() > until ? 1 : 0), 'ii'), 0]);

  const reserve = (length: number): boolean => {
    if (length <= capacity) return true;
    if (buffer !== 0) heap.free(buffer);
    buffer = heap.allocate(length);
    capacity = buffer === 0 ? 0 : length;
    return buffer !== 0;
  };

  return {
    start(page, area) {
      const length = area.width * area.height * 4;
      if (!reserve(length)) return failure('documentDamaged');
      const bitmap = module.FPDFBitmap_CreateEx(area.width, area.height, bgra, buffer, area.width * 4);
      if (bitmap === 0) return failure('documentDamaged');
      module.FPDFBitmap_FillRect(bitmap, 0, 0, area.width, area.height, white);
      let state = toBeContinued;
      let started = false;
      const advance = (): number => {
        if (started) return module.FPDF_RenderPage_Continue(page, pause);
        started = true;
        const { left, top, pageWidth, pageHeight, quarterTurns = 0 } = area;
        return module.FPDF_RenderPageBitmap_Start(
          bitmap,
          page,
          -left,
          -top,
          pageWidth,
          pageHeight,
          quarterTurns & 3,
          annotationsAndRgba,
          pause,
        );
      };
      return ok({
        step(deadline) {
          until = deadline;
          if (state === toBeContinued) state = advance();
          if (state === toBeContinued) return 'more';
          return state === done ? 'done' : 'failed';
        },
        pixels: () => heap.bytes(buffer, length),
        close() {
          if (started) module.FPDF_RenderPage_Close(page);
          module.FPDFBitmap_Destroy(bitmap);
        },
      });
    },
  };
}
