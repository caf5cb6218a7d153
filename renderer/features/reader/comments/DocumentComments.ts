import type { DocumentComment } from '../../../../core/pdf/comments.ts';
import { backgroundUrgency } from '../engine/pdfHost.ts';
import type { PdfHost } from '../engine/pdfHost.ts';
import { pdfFile } from '../engine/pdfFile.ts';

/** What of a document its comments are read from. */
export interface CommentedDocument {
  readonly sha256: string;
  readonly mediaType: string;
  readonly available: boolean;
  readonly pageCount: number;
  /** Pages of the file that are the document's own; null: all. */
  readonly pages: { readonly from: number } | null;
}

/** Pages read in one go: then others have their turn. */
const chunkPages = 40;
const mostComments = 2000;
const none: readonly DocumentComment[] = [];

/**
 * Everything that others wrote in a document before it was sent out, in reading order: one question a document, answered while
 * nothing else is asked of the worker and kept until the window goes.
 */
export class DocumentComments {
  readonly #host: PdfHost;
  readonly #known = new Map<string, Promise<readonly DocumentComment[]>>();

  constructor(host: PdfHost) {
    this.#host = host;
  }

  /** Empty for what is no PDF or cannot be read: the reader says why where it is shown. */
  of(document: CommentedDocument): Promise<readonly DocumentComment[]> {
    if (!document.available || document.mediaType !== 'application/pdf') return Promise.resolve(none);
    const key = `${document.sha256}:${document.pages?.from ?? 1}:${document.pageCount}`;
    const known = this.#known.get(key);
    if (known) return known;
    const read = this.#read(document);
    this.#known.set(key, read);
    return read;
  }

  async #read({ sha256, pages, pageCount }: CommentedDocument): Promise<readonly DocumentComment[]> {
    const first = pages?.from ?? 1;
    const last = first + pageCount - 1;
    const found: DocumentComment[] = [];
    for (let from = first; from <= last && found.length < mostComments; from += chunkPages) {
      const to = Math.min(last, from + chunkPages - 1);
      const job = { type: 'documentComments', file: pdfFile(sha256), from, to } as const;
      const answer = await this.#host.request(job, () => backgroundUrgency + from).answer;
      if (!answer?.ok) break;
      found.push(...answer.value);
    }
    return found.slice(0, mostComments);
  }
}
