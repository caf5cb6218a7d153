import { randomUUID } from 'node:crypto';
import fs from 'node:fs/promises';
import * as v from 'valibot';
import type { Result } from '../../core/errors.ts';
import { failure } from '../../core/errors.ts';
import { loadPdfium } from '../pdf/loadPdfium.ts';
import { diskFailure, systemCodeOf } from '../storage/diskFailure.ts';
import { createConverter } from './createConverter.ts';
import type { ImportOrder, ImportOutcome, ImportReply } from './importMessages.ts';
import { importRequestSchema } from './importMessages.ts';
import { importRun } from './importRun.ts';
import { copyingKeeper, lookingKeeper } from './takenFile.ts';

/** The working side of the import process: carries out one order, answers it once. */
export class ImportWork {
  readonly #reply: (reply: ImportReply) => void;
  readonly #controller = new AbortController();
  readonly #drawings = new Map<number, (pdf: Uint8Array | null) => void>();
  #lastDrawing = 0;

  constructor(reply: (reply: ImportReply) => void) {
    this.#reply = reply;
  }

  /** Takes one message. Throws a ValiError on anything that is not a request. */
  receive(message: unknown): void {
    const request = v.parse(importRequestSchema, message);
    if (request.kind === 'cancel') return this.#cancel();
    if (request.kind === 'rendered') {
      this.#drawings.get(request.id)?.(request.pdf);
      this.#drawings.delete(request.id);
      return;
    }
    void this.#run(request).then(this.#reply, (error: unknown) =>
      this.#reply({
        kind: 'crashed',
        stack: error instanceof Error ? (error.stack ?? error.message) : String(error),
      }),
    );
  }

  #cancel(): void {
    this.#controller.abort();
    for (const settle of this.#drawings.values()) settle(null);
    this.#drawings.clear();
  }

  async #run(order: ImportOrder): Promise<ImportReply> {
    const outcome = await this.#inTemporary(order);
    return outcome.ok ? outcome.value : { kind: 'failed', error: outcome.error };
  }

  async #inTemporary(order: ImportOrder): Promise<Result<ImportOutcome>> {
    try {
      await fs.mkdir(order.temporary, { recursive: true, mode: 0o700 });
      let engine: ReturnType<typeof loadPdfium> | null = null;
      return await importRun({
        order,
        signal: this.#controller.signal,
        loadEngine: () => (engine ??= loadPdfium(order.wasmFile)),
        keeper:
          order.bytes === 'stay'
            ? lookingKeeper
            : copyingKeeper(order.folder, (sha256) => this.#reply({ kind: 'wrote', sha256 })),
        converter: createConverter({
          temporary: order.temporary,
          office: order.office,
          render: order.canRender ? this.#render : () => Promise.resolve(null),
        }),
        newId: randomUUID,
        onProgress: (progress) => this.#reply({ kind: 'progress', ...progress }),
      });
    } catch (error) {
      if (systemCodeOf(error) === null) throw error;
      if (systemCodeOf(error) === 'ENOENT') return failure('importGone');
      return diskFailure(error, order.folder);
    } finally {
      await fs.rm(order.temporary, { recursive: true, force: true });
    }
  }

  readonly #render = (html: string): Promise<Uint8Array | null> =>
    new Promise((resolve) => {
      const id = (this.#lastDrawing += 1);
      this.#drawings.set(id, resolve);
      this.#reply({ kind: 'render', id, html });
    });
}
