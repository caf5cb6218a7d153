import type { PageComment } from '../../../../core/pdf/comments.ts';
import type { PdfHost } from '../engine/pdfHost.ts';
import type { PdfFile } from '../engine/pdfJobs.ts';

const kept = 200;

/** What others wrote on pages, fetched when wanted and kept while there is room. */
export class PageComments {
  readonly #host: PdfHost;
  readonly #comments = new Map<string, readonly PageComment[]>();

  constructor(host: PdfHost) {
    this.#host = host;
  }

  held(file: PdfFile, filePage: number): readonly PageComment[] | null {
    return this.#comments.get(keyOf(file, filePage)) ?? null;
  }

  /** Null when the page cannot be read or `urgency` became Infinity before its turn. */
  async load(file: PdfFile, filePage: number, urgency: () => number): Promise<readonly PageComment[] | null> {
    const held = this.held(file, filePage);
    if (held) return held;
    const answer = await this.#host.request({ type: 'comments', file, page: filePage }, urgency).answer;
    if (!answer?.ok) return null;
    this.#comments.set(keyOf(file, filePage), answer.value);
    const oldest = this.#comments.keys().next();
    if (this.#comments.size > kept && !oldest.done) this.#comments.delete(oldest.value);
    return answer.value;
  }
}

/** Comments lie in user space: how the reader has turned the page does not matter. */
const keyOf = ({ sha256 }: PdfFile, filePage: number): string => `${sha256}:${filePage}`;
