import type { Draft, DraftDocument, DraftItem } from '../draft/draft.ts';
import type { DraftEdit } from '../draft/draftEdit.ts';
import type { ImportProposal, ProposedDocument, ProposedItem } from './proposal.ts';

/**
 * The edit that takes an accepted proposal into the draft: new items with what is below them, documents for items that
 * are there, and the files that these use. Unplaced documents are not taken. Null when there is nothing to take.
 */
export function takeImportEdit(draft: Draft, proposal: ImportProposal | null): DraftEdit | null {
  if (proposal === null) return null;
  const known = new Set(idsOf(draft.items));
  const items = nested(proposal.items.filter(({ id }) => !known.has(id)));
  const documents = proposal.items
    .filter(({ id, documents: own }) => known.has(id) && own.length > 0)
    .map(({ id, documents: own }) => ({ itemId: id, documents: own.map(draftDocument) }));
  if (items.length === 0 && documents.length === 0) return null;
  const used = new Set(proposal.items.flatMap(({ documents: own }) => own.map(({ file }) => file)));
  return {
    do: 'takeImport',
    items,
    documents,
    files: proposal.files.filter(({ sha256 }) => used.has(sha256)),
  };
}

const idsOf = (items: readonly DraftItem[]): readonly string[] =>
  items.flatMap((item) => [item.id, ...idsOf(item.children)]);

/** Items of level 1 become children of the item before them. */
function nested(items: readonly ProposedItem[]): DraftItem[] {
  const roots: { item: ProposedItem; children: DraftItem[] }[] = [];
  for (const item of items) {
    const last = roots.at(-1);
    if (item.level > 0 && last !== undefined) last.children.push(draftItem(item, []));
    else roots.push({ item, children: [] });
  }
  return roots.map(({ item, children }) => draftItem(item, children));
}

const draftItem = (item: ProposedItem, children: readonly DraftItem[]): DraftItem => ({
  id: item.id,
  number: item.number,
  // A number that the files or the agenda gave is meant; the others are counted.
  numberFixed: item.number !== null,
  title: item.title,
  itemKind: item.itemKind,
  registryNumber: item.registryNumber,
  presenter: item.presenter,
  minutes: item.minutes,
  proposedDecision: [...item.proposedDecision],
  documents: item.documents.map(draftDocument),
  conflicts: [],
  seal: null,
  extensions: {},
  children: [...children],
});

const draftDocument = ({ id, title, documentKind, file, pages }: ProposedDocument): DraftDocument => ({
  id,
  title,
  documentKind,
  file,
  pages,
  personalData: false,
  withOriginal: false,
  extensions: {},
});
