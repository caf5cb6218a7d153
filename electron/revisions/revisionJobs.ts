import * as v from 'valibot';
import { compareDocuments } from '../../core/revisionDiff/compareDocuments.ts';
import { DocumentTexts } from '../find/documentTexts.ts';
import { stackOf } from '../find/findJobs.ts';
import type { PageReader } from '../find/pageReading.ts';
import { ReaderPool } from '../find/ReaderPool.ts';
import { fileTextCache } from '../find/textCache.ts';
import { placeNotes } from '../placements/placeNotes.ts';
import { matchCopy } from './matchCopy.ts';
import type { RevisionReply, RevisionRequest } from './revisionMessages.ts';
import { revisionRequestSchema } from './revisionMessages.ts';
import { RevisionTexts } from './revisionTexts.ts';

type Request<K extends RevisionRequest['kind']> = Extract<RevisionRequest, { kind: K }>;

/** Stands for the code that lays out text, from the build, as in the process that searches: they share what was read. */
const textRules = process.env['BEREDD_TEXT_RULES'] ?? 'unbuilt';

/** A window redraws no faster. */
const tellEveryMs = 80;

/** The working side of the process that holds revisions against each other: one job after the other. */
export class RevisionJobs {
  readonly #reply: (reply: RevisionReply) => void;
  readonly #startReader: (wasmFile: string) => PageReader;
  readonly #width: number;
  readonly #running = new Map<string, AbortController>();
  #texts: RevisionTexts | null = null;
  #last: Promise<void> = Promise.resolve();

  /** `width` readers at once. */
  constructor(
    reply: (reply: RevisionReply) => void,
    startReader: (wasmFile: string) => PageReader,
    width: number,
  ) {
    this.#reply = reply;
    this.#startReader = startReader;
    this.#width = width;
  }

  /** Takes one message. Throws a ValiError on anything that is not a request. */
  receive(message: unknown): void {
    const request = v.parse(revisionRequestSchema, message);
    switch (request.kind) {
      case 'begin':
        return this.#begin(request);
      case 'place':
        return this.#start(request.job, (signal) => this.#place(request, signal));
      case 'compare':
        return this.#start(request.job, (signal) => this.#compare(request, signal));
      case 'match':
        return this.#start(request.job, (signal) => this.#match(request, signal));
      case 'cancel':
        return this.#running.get(request.job)?.abort();
    }
  }

  /** Stops what is going on and lets go of files. */
  async stop(): Promise<void> {
    for (const controller of this.#running.values()) controller.abort();
    await this.#last;
  }

  #begin({ wasmFile, folder, version, skipped }: Request<'begin'>): void {
    const readers = new ReaderPool({
      startReader: () => this.#startReader(wasmFile),
      width: this.#width,
      onReading: ({ sha256, page }) => this.#reply({ kind: 'reading', sha256, page }),
    });
    const cache = fileTextCache(folder, `${version}/${textRules}`);
    this.#texts = new RevisionTexts({ readers, texts: new DocumentTexts({ readers, cache, skipped }) });
  }

  #start(job: string, run: (signal: AbortSignal) => Promise<void>): void {
    const controller = new AbortController();
    this.#running.set(job, controller);
    this.#last = this.#last
      .then(() => (controller.signal.aborted ? undefined : run(controller.signal)))
      .then(
        () => {
          if (controller.signal.aborted) this.#reply({ kind: 'cancelled', job });
        },
        (error: unknown) => this.#reply({ kind: 'crashed', job, stack: stackOf(error) }),
      )
      .then(() => this.#ended(job));
  }

  async #ended(job: string): Promise<void> {
    this.#running.delete(job);
    if (this.#running.size > 0) return;
    await this.#texts?.rest();
    this.#reply({ kind: 'resting' });
  }

  async #place({ job, notes, documents }: Request<'place'>, signal: AbortSignal): Promise<void> {
    let toldAt = -Infinity;
    const placed = await placeNotes(notes, documents, {
      texts: this.#heldTexts(),
      signal,
      onProgress: (done, total) => {
        const now = performance.now();
        if (now - toldAt < tellEveryMs && done < total) return;
        toldAt = now;
        this.#reply({ kind: 'progress', job, done, total });
      },
    });
    if (!signal.aborted) this.#reply({ kind: 'placed', job, notes: placed });
  }

  async #compare({ job, before, after }: Request<'compare'>, signal: AbortSignal): Promise<void> {
    const texts = this.#heldTexts();
    const total = before.pageCount + after.pageCount;
    let done = 0;
    const onPages = (count: number): void => {
      done += count;
      this.#reply({ kind: 'progress', job, done, total });
    };
    const old = await texts.pagesOf(before, signal, onPages);
    const renewed = await texts.pagesOf(after, signal, onPages);
    if (signal.aborted) return;
    this.#reply({ kind: 'compared', job, comparison: compareDocuments(old, renewed) });
  }

  async #match({ job, copy, wanted, documents }: Request<'match'>, signal: AbortSignal): Promise<void> {
    const match = await matchCopy(copy, wanted, documents, {
      texts: this.#heldTexts(),
      signal,
      onProgress: (done, total) => this.#reply({ kind: 'progress', job, done, total }),
    });
    if (!signal.aborted) this.#reply({ kind: 'matched', job, match });
  }

  #heldTexts(): RevisionTexts {
    if (this.#texts === null) throw new Error('asked before it began');
    return this.#texts;
  }
}
