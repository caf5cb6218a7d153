import { createPdfiumEngine } from '../../../../core/pdf/pdfiumEngine.ts';
import type { PdfEngine } from '../../../../core/pdf/pdfEngine.ts';
import { createJobRunner } from './jobRunner.ts';
import type { JobRunner } from './jobRunner.ts';
import { loadPdfium } from './loadPdfium.ts';
import { createOpenFiles } from './openFiles.ts';
import { nextTask } from './nextTask.ts';
import type { FromWorker, PdfResults, ToWorker } from './pdfJobs.ts';
import { warmUp } from './warmUp.ts';

// The host's first message brings the port on which everything else is said.
addEventListener('message', (first: MessageEvent) => first.ports[0] && serve(first.ports[0]), { once: true });

function serve(port: MessagePort): void {
  const waiting: Extract<ToWorker, { type: 'job' }>[] = [];
  const cancelled = new Set<number>();
  let engine: PdfEngine | null = null;
  let runner: JobRunner | null = null;
  let isRunning = false;

  const tell = (message: FromWorker, transfer: Transferable[] = []): void =>
    port.postMessage(message, transfer);

  port.onmessage = ({ data }: MessageEvent<ToWorker>) => {
    if (data.type === 'start') start(data.wasm).catch(giveUp);
    else if (data.type === 'cancel') cancelled.add(data.id);
    else {
      waiting.push(data);
      void work();
    }
  };

  async function start(wasm: string | WebAssembly.Module): Promise<void> {
    const loaded = await loadPdfium(wasm);
    engine = createPdfiumEngine(loaded.pdfium, () => performance.now());
    runner = createJobRunner(createOpenFiles(engine));
    tell({ type: 'ready', wasm: loaded.wasm });
    await nextTask();
    await warm(engine);
  }

  /** Only while there is nothing to do. */
  async function warm(cold: PdfEngine): Promise<void> {
    const pieces = warmUp(cold);
    while (waiting.length === 0 && !isRunning && !pieces.next().done) await nextTask();
    pieces.return();
    await work();
  }

  function giveUp(cause: unknown): void {
    console.error(cause);
    tell({ type: 'unusable' });
  }

  async function work(): Promise<void> {
    if (isRunning || !runner || !engine) return;
    isRunning = true;
    for (let next = waiting.shift(); next; next = waiting.shift()) await perform(next, runner, engine);
    isRunning = false;
  }

  async function perform(
    { id, job, isAhead }: Extract<ToWorker, { type: 'job' }>,
    jobs: JobRunner,
    { heapBytes }: PdfEngine,
  ): Promise<void> {
    if (cancelled.delete(id)) return tell({ type: 'cancelled', id });
    try {
      const outcome = await jobs.run(job, { isAhead, isCancelled: () => cancelled.has(id) });
      cancelled.delete(id);
      if (outcome === null) tell({ type: 'cancelled', id });
      else if (!outcome.ok) tell({ type: 'failed', id, error: outcome.error, heapBytes: heapBytes() });
      else {
        const result = outcome.value;
        tell({ type: 'done', id, result, heapBytes: heapBytes() }, memoryOf(result));
      }
    } catch (cause) {
      // PDFium has no other way to say that it ran out of memory or into an assertion.
      console.error(cause);
      tell({ type: 'broken', id });
    }
  }
}

/** What goes to the window without a copy. */
function memoryOf(result: PdfResults[keyof PdfResults]): Transferable[] {
  if ('bitmap' in result) return [result.bitmap];
  const text = 'boxes' in result ? result : 'structure' in result ? result.text : null;
  return text?.boxes.buffer instanceof ArrayBuffer ? [text.boxes.buffer] : [];
}
