import type { BereddError } from '../../../../core/errors.ts';
import { failure } from '../../../../core/errors.ts';
import type { PdfFile } from '../engine/pdfJobs.ts';
import { pdfFile } from '../engine/pdfFile.ts';
import type { ReaderDocument } from '../readerTypes.ts';

/** How a document is shown. */
export type DocumentSource =
  | { readonly type: 'pdf'; readonly file: PdfFile }
  | { readonly type: 'image'; readonly url: string }
  | { readonly type: 'unavailable'; readonly error: BereddError }
  /** Stored, but of a kind that Beredd cannot show. */
  | { readonly type: 'unsupported'; readonly mediaType: string };

const shownImages = new Set(['image/png', 'image/jpeg']);

export function documentSource(document: ReaderDocument): DocumentSource {
  if (!document.available) {
    return { type: 'unavailable', error: failure('documentMissing', { file: document.title }).error };
  }
  const file = pdfFile(document.sha256);
  if (document.mediaType === 'application/pdf') return { type: 'pdf', file };
  if (shownImages.has(document.mediaType)) return { type: 'image', url: file.url };
  return { type: 'unsupported', mediaType: document.mediaType };
}
