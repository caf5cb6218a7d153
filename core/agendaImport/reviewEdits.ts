import type { DocumentKind } from '../pack/manifest.ts';
import type { ImportProposal, ProposedDocument, ProposedItem } from './proposal.ts';

/*
 * What the secretary does to a proposal before it is taken. Every function gives a new proposal; what does not fit it as
 * it stands changes nothing.
 */

/** Where a document lies: an item's id, or null for the unplaced ones. */
export type Place = string | null;

/** All documents with their places, the unplaced first. */
export const documentsIn = (
  proposal: ImportProposal,
): readonly { readonly document: ProposedDocument; readonly place: Place }[] => [
  ...proposal.unplaced.map((document) => ({ document, place: null })),
  ...proposal.items.flatMap(({ id, documents }) => documents.map((document) => ({ document, place: id }))),
];

export const documentIn = (proposal: ImportProposal, documentId: string): ProposedDocument | null =>
  documentsIn(proposal).find(({ document }) => document.id === documentId)?.document ?? null;

/** How certain a place is, in words. What a person placed is certain. */
export const certaintyWord = ({ certainty }: ProposedDocument): 'certain' | 'likely' | 'check' => {
  if (certainty >= 0.85) return 'certain';
  return certainty >= 0.6 ? 'likely' : 'check';
};

/** Does the same to every list of documents. */
export const mapDocuments = (
  proposal: ImportProposal,
  change: (documents: readonly ProposedDocument[], place: Place) => readonly ProposedDocument[],
): ImportProposal => ({
  ...proposal,
  unplaced: [...change(proposal.unplaced, null)],
  items: proposal.items.map((item) => ({ ...item, documents: [...change(item.documents, item.id)] })),
});

const placed = (document: ProposedDocument): ProposedDocument => ({
  ...document,
  certainty: 1,
  because: 'person',
});

/** Moves a document to the end of another place; there it is certain, because a person put it there. */
export function moveDocument(proposal: ImportProposal, documentId: string, place: Place): ImportProposal {
  const document = documentIn(proposal, documentId);
  const isThere = place === null || proposal.items.some(({ id }) => id === place);
  if (document === null || !isThere) return proposal;
  return mapDocuments(proposal, (documents, here) => {
    const others = documents.filter(({ id }) => id !== documentId);
    return here === place ? [...others, placed(document)] : others;
  });
}

/** The secretary looked and agrees. */
export const confirmDocument = (proposal: ImportProposal, documentId: string): ImportProposal =>
  changeDocument(proposal, documentId, placed);

export const retitleDocument = (
  proposal: ImportProposal,
  documentId: string,
  title: string,
): ImportProposal => changeDocument(proposal, documentId, (document) => ({ ...document, title }));

export const setKind = (
  proposal: ImportProposal,
  documentId: string,
  documentKind: DocumentKind,
): ImportProposal => changeDocument(proposal, documentId, (document) => ({ ...document, documentKind }));

const changeDocument = (
  proposal: ImportProposal,
  documentId: string,
  change: (document: ProposedDocument) => ProposedDocument,
): ImportProposal =>
  mapDocuments(proposal, (documents) =>
    documents.map((document) => (document.id === documentId ? change(document) : document)),
  );

/** The document is not taken. */
export const leaveOut = (proposal: ImportProposal, documentId: string): ImportProposal =>
  mapDocuments(proposal, (documents) => documents.filter(({ id }) => id !== documentId));

export const changeItem = (
  proposal: ImportProposal,
  itemId: string,
  patch: Partial<Pick<ProposedItem, 'title' | 'number'>>,
): ImportProposal => ({
  ...proposal,
  items: proposal.items.map((item) => (item.id === itemId ? { ...item, ...patch } : item)),
});

/** An item of its own for some documents, after the item they lie in, or at the end. */
export function splitOff(
  proposal: ImportProposal,
  documentIds: readonly string[],
  newItem: { readonly id: string; readonly title: string },
): ImportProposal {
  const moved = documentsIn(proposal).filter(({ document }) => documentIds.includes(document.id));
  const from = moved[0]?.place ?? null;
  const at = proposal.items.findIndex(({ id }) => id === from);
  const item: ProposedItem = {
    id: newItem.id,
    number: null,
    title: newItem.title,
    itemKind: 'decision',
    registryNumber: null,
    presenter: null,
    minutes: null,
    proposedDecision: [],
    documents: moved.map(({ document }) => placed(document)),
    level: 0,
  };
  const rest = mapDocuments(proposal, (documents) => documents.filter(({ id }) => !documentIds.includes(id)));
  return { ...rest, items: at < 0 ? [...rest.items, item] : rest.items.toSpliced(at + 1, 0, item) };
}

/** Documents of `from` go to `into`; `from` is gone. */
export function joinItems(proposal: ImportProposal, into: string, from: string): ImportProposal {
  const moved = proposal.items.find(({ id }) => id === from)?.documents;
  if (moved === undefined || into === from || !proposal.items.some(({ id }) => id === into)) return proposal;
  return {
    ...proposal,
    items: proposal.items
      .filter(({ id }) => id !== from)
      .map((item) => (item.id === into ? { ...item, documents: [...item.documents, ...moved] } : item)),
  };
}

/** The item is not proposed any more; its documents wait for another. */
export function removeItem(proposal: ImportProposal, itemId: string): ImportProposal {
  const item = proposal.items.find(({ id }) => id === itemId);
  if (item === undefined) return proposal;
  return {
    ...proposal,
    items: proposal.items.filter(({ id }) => id !== itemId),
    unplaced: [...proposal.unplaced, ...item.documents],
  };
}

/** One place up (-1) or down (1). */
export function shiftItem(proposal: ImportProposal, itemId: string, by: -1 | 1): ImportProposal {
  const at = proposal.items.findIndex(({ id }) => id === itemId);
  const item = proposal.items[at];
  const to = at + by;
  if (item === undefined || to < 0 || to >= proposal.items.length) return proposal;
  return { ...proposal, items: proposal.items.toSpliced(at, 1).toSpliced(to, 0, item) };
}

/** An item of the draft becomes a place in the proposal, so that documents can be put there. */
export const withItem = (proposal: ImportProposal, item: ProposedItem): ImportProposal =>
  proposal.items.some(({ id }) => id === item.id)
    ? proposal
    : { ...proposal, items: [...proposal.items, item] };
