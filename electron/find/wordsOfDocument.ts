import { wordCount } from '../../core/reading/wordCount.ts';
import type { DocumentTexts } from './documentTexts.ts';
import type { SearchedDocument } from './findMessages.ts';

/** Words of each page of a document; null for pages that were not read (unless `reads`) or cannot be. */
export async function wordsOfDocument(
  texts: DocumentTexts,
  { sha256, path, isPdf, fromPage, pageCount }: SearchedDocument,
  reads: boolean,
): Promise<(number | null)[]> {
  const words: (number | null)[] = [];
  for (let page = fromPage; page < fromPage + pageCount; page += 1) {
    const kept = texts.held(sha256, page) ?? (await texts.keptPage(sha256, page));
    if (kept !== null) words.push(wordCount(kept.text));
    else if (!reads || path === null || !isPdf) words.push(null);
    else {
      const read = await texts.page(sha256, path, page);
      words.push(read.ok ? wordCount(read.value.text) : null);
    }
  }
  await texts.leave(sha256);
  return words;
}
