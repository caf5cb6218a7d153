import type { AgendaEntry } from '../../core/agendaImport/agendaEntry.ts';
import type { Draft, DraftDocument, DraftItem } from '../../core/draft/draft.ts';

export const documentWith = (
  id: string,
  title: string,
  documentKind: DraftDocument['documentKind'],
  file: string,
): DraftDocument => ({
  id,
  title,
  documentKind,
  file,
  pages: null,
  personalData: false,
  withOriginal: false,
  extensions: {},
});

export const mutableEntry = (entry: AgendaEntry) => ({
  ...entry,
  proposedDecision: [...entry.proposedDecision],
});

export const contentsOf = ({ files }: Draft): readonly string[] =>
  files.flatMap(({ sha256, converted }) => [sha256, converted?.original ?? sha256]);

/** The draft's items in order, as an agenda that documents can be placed in. */
export function entriesOf(items: readonly DraftItem[], level: number): readonly AgendaEntry[] {
  return items.flatMap((item) => [
    {
      id: item.id,
      number: item.number,
      title: item.title,
      itemKind: item.itemKind,
      registryNumber: item.registryNumber,
      presenter: item.presenter,
      minutes: item.minutes,
      proposedDecision: item.proposedDecision,
      level,
      page: null,
    },
    ...entriesOf(item.children, level + 1),
  ]);
}

/** Sealed itself, or below one that is. */
export const isSealedItem = (items: readonly DraftItem[], itemId: string, above = false): boolean =>
  items.some((item) => {
    const isSealed = above || item.seal !== null;
    return item.id === itemId ? isSealed : isSealedItem(item.children, itemId, isSealed);
  });

export function itemOfDocument(items: readonly DraftItem[], documentId: string): DraftItem | null {
  for (const item of items) {
    if (item.documents.some(({ id }) => id === documentId)) return item;
    const below = itemOfDocument(item.children, documentId);
    if (below !== null) return below;
  }
  return null;
}
