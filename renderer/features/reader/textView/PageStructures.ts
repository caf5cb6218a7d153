import type { BereddError, Result } from '../../../../core/errors.ts';
import type { StructuredText } from '../../../../core/structure/structureOf.ts';
import type { PdfHost } from '../engine/pdfHost.ts';
import type { PdfFile } from '../engine/pdfJobs.ts';

const kept = 240;

export type LoadedStructure = Result<StructuredText>;

/** The structures of pages, fetched when wanted and kept while there is room. */
export class PageStructures {
  readonly #host: PdfHost;
  readonly #held = new Map<string, StructuredText>();
  readonly #listeners = new Set<() => void>();

  constructor(host: PdfHost) {
    this.#host = host;
  }

  held(file: PdfFile, filePage: number): StructuredText | null {
    return this.#held.get(keyOf(file, filePage)) ?? null;
  }

  /** Null when `urgency` became Infinity before its turn. */
  async load(file: PdfFile, filePage: number, urgency: () => number): Promise<LoadedStructure | null> {
    const held = this.held(file, filePage);
    if (held) return { ok: true, value: held };
    const loaded = await this.#host.request({ type: 'structure', file, page: filePage }, urgency).answer;
    if (loaded?.ok) this.#keep(keyOf(file, filePage), loaded.value);
    return loaded;
  }

  /** Calls `listener` whenever a page has come. */
  readonly subscribe = (listener: () => void): (() => void) => {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  };

  tryAgain(file: PdfFile, filePage: number): void {
    this.#host.tryAgain(file, filePage);
  }

  #keep(key: string, structure: StructuredText): void {
    this.#held.set(key, structure);
    const oldest = this.#held.keys().next();
    if (this.#held.size > kept && !oldest.done) this.#held.delete(oldest.value);
    for (const listener of this.#listeners) listener();
  }
}

function keyOf(file: PdfFile, filePage: number): string {
  return `${file.sha256}:${filePage}:${file.quarterTurns ?? 0}`;
}

/** A page of the text view: waiting, as it reads, or why it cannot be read. */
export type TextPageState = StructuredText | BereddError | null;
