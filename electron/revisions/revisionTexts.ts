import type { PageText } from '../../core/text/pageText.ts';
import type { DocumentTexts } from '../find/documentTexts.ts';
import type { ReaderPool } from '../find/ReaderPool.ts';
import type { FileOfDocument } from './revisionMessages.ts';

export interface RevisionTextsParts {
  readonly texts: Pick<DocumentTexts, 'page' | 'leave' | 'width' | 'rest'>;
  readonly readers: Pick<ReaderPool, 'read'>;
}

/** The words of whole documents, read once and kept as for searching. */
export class RevisionTexts {
  readonly #parts: RevisionTextsParts;
  readonly #touched = new Set<string>();

  constructor(parts: RevisionTextsParts) {
    this.#parts = parts;
  }

  /**
   * The text of each of the document's own pages; '' for a page without words or one that cannot be read. Calls
   * `onPages` with how many more were read; ends early, with what there is, when the signal aborts.
   */
  async pagesOf(
    file: FileOfDocument,
    signal: AbortSignal,
    onPages: (count: number) => void = () => undefined,
  ): Promise<readonly string[]> {
    const { texts } = this.#parts;
    const { path, key } = file;
    if (file.pages !== undefined) return file.pages;
    if (path === null || !file.isPdf) {
      onPages(file.pageCount);
      return Array.from({ length: file.pageCount }, () => '');
    }
    this.#touched.add(file.sha256);
    const pages: string[] = [];
    while (pages.length < file.pageCount && !signal.aborted) {
      const count = Math.min(texts.width, file.pageCount - pages.length);
      const first = file.fromPage + pages.length;
      const read = await Promise.all(
        Array.from({ length: count }, (_, at) => texts.page(file.sha256, path, first + at, key)),
      );
      pages.push(...read.map((page) => (page.ok ? page.value.text : '')));
      onPages(count);
    }
    return pages;
  }

  /** One of the document's own pages, 1-based, with the place of each letter; null when it cannot be read. */
  async laidOut(file: FileOfDocument, page: number): Promise<PageText | null> {
    if (file.path === null || !file.isPdf || page < 1 || page > file.pageCount) return null;
    const read = await this.#parts.readers.read({
      sha256: file.sha256,
      file: file.path,
      key: file.key,
      page: file.fromPage + page - 1,
      withLayout: true,
    });
    return read.ok ? (read.value.layout ?? null) : null;
  }

  /** Nothing more is to be read for now: what was read is stored, readers are let go. */
  async rest(): Promise<void> {
    for (const sha256 of this.#touched) await this.#parts.texts.leave(sha256);
    this.#touched.clear();
    this.#parts.texts.rest();
  }
}
