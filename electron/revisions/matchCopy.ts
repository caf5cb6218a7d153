import { setImmediate } from 'node:timers/promises';
import { searchable } from '../../core/annotation/anchoring/searchableText.ts';
import { CopyMatcher, type CopyMatch } from '../../core/annotationImport/copyPages.ts';
import type { PlaceNotesParts } from '../placements/placeNotes.ts';
import type { DocumentNow, FileOfDocument } from './revisionMessages.ts';

/**
 * Of which documents the pages of a copy are. Documents with as many pages are read first; no more are read than it takes.
 */
export async function matchCopy(
  copy: FileOfDocument,
  wanted: readonly number[],
  documents: readonly DocumentNow[],
  { texts, signal, onProgress }: PlaceNotesParts,
): Promise<CopyMatch> {
  const pages = await texts.pagesOf(copy, signal);
  const { sha256 } = copy;
  const matcher = new CopyMatcher(searchable({ documentId: sha256, itemId: null, sha256, pages }), wanted);
  const likely = documents.toSorted((a, b) => pagesApart(a, copy) - pagesApart(b, copy));
  for (const [index, { id, holder, file }] of likely.entries()) {
    if (signal.aborted || matcher.isDone) break;
    const own = await texts.pagesOf(file, signal);
    matcher.compare(searchable({ documentId: id, itemId: holder.id, sha256: file.sha256, pages: own }));
    onProgress(index + 1, likely.length);
    // Lets messages in: the person may cancel.
    await setImmediate();
  }
  return matcher.match();
}

const pagesApart = ({ file }: DocumentNow, copy: FileOfDocument): number =>
  Math.abs(file.pageCount - copy.pageCount);
