import type { DraftDocument, DraftItem } from '../../../../core/draft/draft.ts';

/** An item with nothing in it yet. Most items of an agenda are to be decided. */
export const emptyItem = (title = ''): DraftItem => ({
  id: crypto.randomUUID(),
  number: null,
  numberFixed: false,
  title,
  itemKind: 'decision',
  registryNumber: null,
  presenter: null,
  minutes: null,
  proposedDecision: [],
  documents: [],
  conflicts: [],
  seal: null,
  extensions: {},
  children: [],
});

/** How many pages a document has: its range, otherwise its file's; null when that is not known. */
export function pagesOf(
  document: DraftDocument,
  files: readonly { readonly sha256: string; readonly pageCount: number | null }[],
): number | null {
  if (document.pages !== null) return document.pages.to - document.pages.from + 1;
  return files.find(({ sha256 }) => sha256 === document.file)?.pageCount ?? null;
}
