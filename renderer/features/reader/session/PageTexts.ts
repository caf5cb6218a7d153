import type { PageText } from '../../../../core/text/pageText.ts';
import type { PdfHost } from '../engine/pdfHost.ts';
import type { PdfFile } from '../engine/pdfJobs.ts';

const kept = 80;

/** The texts of pages, fetched when wanted and kept while there is room. */
export class PageTexts {
  readonly #host: PdfHost;
  readonly #texts = new Map<string, PageText>();
  readonly #asked = new Map<string, Promise<PageText | null>>();

  constructor(host: PdfHost) {
    this.#host = host;
  }

  held(file: PdfFile, filePage: number): PageText | null {
    return this.#texts.get(keyOf(file, filePage)) ?? null;
  }

  /** Null when the page cannot be read or `urgency` became Infinity before its turn. */
  load(file: PdfFile, filePage: number, urgency: () => number): Promise<PageText | null> {
    const key = keyOf(file, filePage);
    const held = this.#texts.get(key);
    if (held) return Promise.resolve(held);
    const asked = this.#asked.get(key);
    if (asked) return asked;
    const answer = this.#host.request({ type: 'text', file, page: filePage }, urgency).answer.then((text) => {
      this.#asked.delete(key);
      if (!text?.ok) return null;
      this.#keep(key, text.value);
      return text.value;
    });
    this.#asked.set(key, answer);
    return answer;
  }

  #keep(key: string, text: PageText): void {
    this.#texts.set(key, text);
    const oldest = this.#texts.keys().next();
    if (this.#texts.size > kept && !oldest.done) this.#texts.delete(oldest.value);
  }
}

function keyOf(file: PdfFile, filePage: number): string {
  return `${file.sha256}:${filePage}:${file.quarterTurns ?? 0}`;
}
