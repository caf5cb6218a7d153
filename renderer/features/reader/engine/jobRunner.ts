import { failure, ok } from '../../../../core/errors.ts';
import type { Result } from '../../../../core/errors.ts';
import type { DocumentComment } from '../../../../core/pdf/comments.ts';
import type { DrawArea, PageDrawing, PdfDocument } from '../../../../core/pdf/pdfEngine.ts';
import { turnedGeometry } from '../../../../core/pdf/pageGeometry.ts';
import { structureOf } from '../../../../core/structure/structureOf.ts';
import { layOutText } from '../../../../core/text/layOutText.ts';
import { repainting } from '../comfort/repainting.ts';
import type { OpenFiles } from './openFiles.ts';
import type { DrawnPage, PdfJob, PdfResults, PdfSizes } from './pdfJobs.ts';
import { nextTask } from './nextTask.ts';
import { createScanDecoder } from './scanDecoder.ts';

/** How long PDFium draws before the worker listens again, what is seen and what is drawn ahead; and how long a page may take in all. */
const sliceMs = 40;
const aheadSliceMs = 8;
const maxDrawMs = 6000;
/** A hostile outline can be slow to look up; what was read by then is shown. */
const maxOutlineMs = 1500;

export interface JobCircumstances {
  readonly isAhead: boolean;
  /** Asked between slices. */
  readonly isCancelled: () => boolean;
}

export interface JobRunner {
  /** Null when it was cancelled. */
  run(job: PdfJob, circumstances: JobCircumstances): Promise<Result<PdfResults[keyof PdfResults]> | null>;
}

export function createJobRunner(files: OpenFiles): JobRunner {
  const scans = createScanDecoder();

  return {
    async run(job, circumstances) {
      const document = files.document(job.file);
      if (!document.ok) return document;
      switch (job.type) {
        case 'sizes':
          if (job.canWait) await files.readOn(job.file);
          return ok(sizes(document.value, job.from, job.to));
        case 'text': {
          const characters = document.value.characters(job.page);
          if (!characters.ok) return characters;
          const text = layOutText(characters.value);
          return ok({ ...text, geometry: turnedGeometry(text.geometry, job.file.quarterTurns ?? 0) });
        }
        case 'structure': {
          const tagged = document.value.taggedPage(job.page);
          if (!tagged.ok) return tagged;
          const { text, structure } = structureOf(tagged.value);
          const geometry = turnedGeometry(text.geometry, job.file.quarterTurns ?? 0);
          return ok({ text: { ...text, geometry }, structure });
        }
        case 'links':
          return document.value.links(job.page);
        case 'comments':
          return document.value.comments(job.page);
        case 'documentComments':
          return commentsOf(document.value, job, circumstances);
        case 'outline': {
          const until = performance.now() + maxOutlineMs;
          return ok(document.value.outline(() => performance.now() > until));
        }
        case 'draw': {
          const drawn = await draw(document.value, job, circumstances);
          if (drawn?.ok) files.readAhead(job.file);
          return drawn;
        }
      }
    },
  };

  async function draw(
    document: PdfDocument,
    job: PdfJob & { type: 'draw' },
    circumstances: JobCircumstances,
  ): Promise<Result<DrawnPage> | null> {
    const upright = document.geometry(job.page);
    if (!upright.ok) return upright;
    const { quarterTurns = 0 } = job.file;
    const { area, look = null } = job;
    const geometry = turnedGeometry(upright.value, quarterTurns);
    const isAsStored = quarterTurns === 0 && !look?.recoloursScans;
    // The browser would draw the scan upright and as it is.
    const scan = isAsStored ? await scans.decode(document, job.file.sha256, job.page, area) : null;
    if (scan) return ok({ bitmap: scan, geometry });
    const repaint = repainting(document, job.page, { look, area, geometry });
    const drawing = document.startDrawing(job.page, { ...area, quarterTurns });
    if (!drawing.ok) return drawing;
    try {
      const outcome = await finish(drawing.value, circumstances);
      if (outcome === 'cancelled') return null;
      if (outcome === 'tooSlow') return failure('documentTooSlow', { detail: { page: job.page } });
      if (outcome === 'failed') return failure('documentDamaged', { detail: { page: job.page } });
      repaint?.(drawing.value.pixels());
      const image = imageOf(drawing.value, area);
      if (isAsStored && !repaint) scans.learn(document, job.file.sha256, job.page, area, image);
      return ok({ bitmap: await createImageBitmap(image), geometry });
    } finally {
      drawing.value.close();
    }
  }
}

/** Gives way between pages: nobody waits for these. */
async function commentsOf(
  document: PdfDocument,
  { from, to }: { readonly from: number; readonly to: number },
  { isCancelled }: JobCircumstances,
): Promise<Result<DocumentComment[]> | null> {
  const found: DocumentComment[] = [];
  for (let filePage = from; filePage <= Math.min(to, document.pageCount); filePage++) {
    if (isCancelled()) return null;
    const comments = document.comments(filePage);
    if (comments.ok) found.push(...comments.value.map((comment) => ({ filePage, comment })));
    await nextTask();
  }
  return ok(found);
}

function sizes(document: PdfDocument, from: number, to: number): PdfSizes {
  const last = Math.min(to, document.pageCount);
  const found = [];
  for (let page = Math.max(1, from); page <= last; page++) found.push(document.pageSize(page));
  return { pageCount: document.pageCount, hasForm: document.hasForm(), sizes: found };
}

async function finish(
  drawing: PageDrawing,
  { isAhead, isCancelled }: JobCircumstances,
): Promise<'done' | 'failed' | 'cancelled' | 'tooSlow'> {
  const began = performance.now();
  for (;;) {
    const now = performance.now();
    if (now - began > maxDrawMs) return 'tooSlow';
    const state = drawing.step(now + (isAhead ? aheadSliceMs : sliceMs));
    if (state !== 'more') return state;
    await nextTask();
    if (isCancelled()) return 'cancelled';
  }
}

/** The heap itself, without a copy of our own: it must be read before the next page is drawn into it. */
function imageOf(drawing: PageDrawing, area: DrawArea): ImageData {
  const { buffer, byteOffset, byteLength } = drawing.pixels();
  if (!(buffer instanceof ArrayBuffer)) throw new Error('PDFium draws into memory of its own');
  return new ImageData(new Uint8ClampedArray(buffer, byteOffset, byteLength), area.width, area.height);
}
