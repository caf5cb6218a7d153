import type { PageLink } from '../../../../core/pdf/links.ts';
import type { PdfHost } from '../engine/pdfHost.ts';
import type { PdfFile } from '../engine/pdfJobs.ts';

const kept = 200;

/** The links of pages, fetched when wanted and kept while there is room. */
export class PageLinks {
  readonly #host: PdfHost;
  readonly #links = new Map<string, readonly PageLink[]>();

  constructor(host: PdfHost) {
    this.#host = host;
  }

  held(file: PdfFile, filePage: number): readonly PageLink[] | null {
    return this.#links.get(keyOf(file, filePage)) ?? null;
  }

  /** Null when the page cannot be read or `urgency` became Infinity before its turn. */
  async load(file: PdfFile, filePage: number, urgency: () => number): Promise<readonly PageLink[] | null> {
    const held = this.held(file, filePage);
    if (held) return held;
    const answer = await this.#host.request({ type: 'links', file, page: filePage }, urgency).answer;
    if (!answer?.ok) return null;
    this.#links.set(keyOf(file, filePage), answer.value);
    const oldest = this.#links.keys().next();
    if (this.#links.size > kept && !oldest.done) this.#links.delete(oldest.value);
    return answer.value;
  }
}

/** Links lie in user space: how the reader has turned the page does not matter. */
const keyOf = ({ sha256 }: PdfFile, filePage: number): string => `${sha256}:${filePage}`;
