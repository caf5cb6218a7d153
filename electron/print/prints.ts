import { randomBytes } from 'node:crypto';
import fs from 'node:fs/promises';
import path from 'node:path';
import type { Annotation } from '../../core/annotation/annotation.ts';
import type { Result } from '../../core/errors.ts';
import { failure, ok } from '../../core/errors.ts';
import type { ComposedPrint, PrintOrder, PrintProgress } from '../../core/print/printOrder.ts';
import type { PrintedMeeting } from '../../core/print/printedMeeting.ts';
import type { Language } from '../../core/settings/settings.ts';
import type { PackChannel } from '../packs/packChannel.ts';
import { diskFailure } from '../storage/diskFailure.ts';
import { compose } from './composeClient.ts';
import { readyPrint } from './orderedPrint.ts';

export interface PrintsParts {
  /** In the profile; what an earlier start left in it is removed. */
  readonly folder: string;
  readonly connect: () => PackChannel;
  readonly wasmFile: string;
  readonly producer: string;
  readonly documentFile: (sha256: string) => Promise<{ readonly path: string } | null>;
  readonly onProgress: (progress: PrintProgress) => void;
  readonly report: (error: unknown) => void;
  readonly now: () => number;
}

export interface PrintJob {
  readonly job: string;
  readonly meeting: PrintedMeeting;
  readonly order: PrintOrder;
  readonly notes: readonly Annotation[];
  readonly language: Language;
}

interface Kept {
  readonly file: string;
  readonly title: string;
  /** A program of the system may be reading it: it stays until the end. */
  isHandedOver: boolean;
}

/** The PDFs composed to be looked at, saved or printed: temporary files, one job at a time, the newest. */
export class Prints {
  readonly #parts: PrintsParts;
  readonly #kept = new Map<string, Kept>();
  #running: { readonly job: string; readonly controller: AbortController } | null = null;
  #last: Promise<unknown> = Promise.resolve();

  constructor(parts: PrintsParts) {
    this.#parts = parts;
  }

  /** Fails with `cancelled`, `printEmpty`, `printTooLarge` or what the disk says. Ends the job before. */
  compose(job: PrintJob): Promise<Result<ComposedPrint>> {
    this.#running?.controller.abort();
    const controller = new AbortController();
    this.#running = { job: job.job, controller };
    const turn = this.#last.then(() => this.#compose(job, controller.signal));
    this.#last = turn.catch(() => undefined);
    return turn;
  }

  cancel(job: string): void {
    if (this.#running?.job === job) this.#running.controller.abort();
  }

  /** Where a composed PDF lies, and what it is called; null when there is none under this id. */
  find(id: string): { readonly path: string; readonly title: string } | null {
    const kept = this.#kept.get(id);
    return kept === undefined ? null : { path: kept.file, title: kept.title };
  }

  /** For the window, which asks for it as for a document. */
  findDocument(id: string): { path: string; mediaType: string } | null {
    const kept = this.#kept.get(id);
    return kept === undefined ? null : { path: kept.file, mediaType: 'application/pdf' };
  }

  keepForOthers(id: string): void {
    const kept = this.#kept.get(id);
    if (kept !== undefined) kept.isHandedOver = true;
  }

  async discard(id: string): Promise<void> {
    const kept = this.#kept.get(id);
    if (kept === undefined || kept.isHandedOver) return;
    this.#kept.delete(id);
    await fs.rm(kept.file, { force: true });
  }

  /** Writes a copy over whatever the person chose to replace. */
  async copyTo(id: string, target: string): Promise<Result<void>> {
    const kept = this.#kept.get(id);
    if (kept === undefined) return failure('cancelled');
    const half = `${target}.${randomBytes(4).toString('hex')}.part`;
    try {
      await fs.copyFile(kept.file, half);
      // Ours is for nobody else to read; the copy is what the person makes of it.
      await fs.chmod(half, 0o666 & ~process.umask());
      await fs.rename(half, target);
      return ok(undefined);
    } catch (error) {
      await fs.rm(half, { force: true }).catch(() => undefined);
      return diskFailure(error, target);
    }
  }

  async close(): Promise<void> {
    this.#running?.controller.abort();
    await this.#last;
    await clearFolder(this.#parts.folder).catch(this.#parts.report);
  }

  async #compose(job: PrintJob, signal: AbortSignal): Promise<Result<ComposedPrint>> {
    const { documentFile, folder, onProgress, connect, wasmFile, producer, report, now } = this.#parts;
    if (signal.aborted) return failure('cancelled');
    const ready = await readyPrint({
      ...job,
      pathOf: async (sha256) => (await documentFile(sha256))?.path ?? null,
    });
    if (ready === null) return failure('printEmpty');
    const id = randomBytes(32).toString('hex');
    const file = path.join(folder, `${id.slice(0, 12)}.pdf`);
    try {
      await fs.mkdir(folder, { recursive: true, mode: 0o700 });
    } catch (error) {
      return diskFailure(error, folder);
    }
    const composed = await compose(
      { ...ready.order, wasmFile, output: file, producer, at: now() },
      {
        connect,
        signal,
        report,
        onWorking: ({ done, total }) => onProgress({ job: job.job, done, total }),
      },
    );
    if (!composed.ok) {
      await Promise.all([file, `${file}.gathered`].map((name) => fs.rm(name, { force: true })));
      return composed;
    }
    this.#kept.set(id, { file, title: ready.order.title, isHandedOver: false });
    const leftOut = composed.value.leftOut.map(({ part, code }) => {
      const title = ready.titles.get(part) ?? '';
      return { title, error: { code, file: title } };
    });
    return ok({ id, sheetCount: composed.value.sheetCount, leftOut });
  }
}

/** What an earlier start could not remove is removed first. */
export async function openPrints(parts: PrintsParts): Promise<Prints> {
  await clearFolder(parts.folder).catch(parts.report);
  return new Prints(parts);
}

async function clearFolder(folder: string): Promise<void> {
  await fs.rm(folder, { recursive: true, force: true, maxRetries: 2 });
}
