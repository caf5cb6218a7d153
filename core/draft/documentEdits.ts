import type { Result } from '../errors.ts';
import { ok } from '../errors.ts';
import type { Uuid } from '../pack/manifest.ts';
import { changeItems, findDraftDocument, findDraftItem, idsOfDraft, sealingItem } from './agendaTree.ts';
import type { Draft, DraftDocument, DraftItem } from './draft.ts';
import type { DraftEdit } from './draftEdit.ts';
import { draftFault } from './draftFault.ts';
import { fileOf, withFiles } from './draftFiles.ts';
import { patched } from './patched.ts';

type Edit<D extends DraftEdit['do']> = DraftEdit & { readonly do: D };

/** Fails when a document shows a file that the draft does not have. */
export function fileFault(
  { files }: Draft,
  documents: readonly DraftDocument[],
): ReturnType<typeof draftFault> | null {
  const known = new Set(files.map(({ sha256 }) => sha256));
  const unknown = documents.find(({ file }) => file !== null && !known.has(file));
  return unknown === undefined ? null : draftFault('fileUnknown', unknown.id);
}

const withDocuments = (
  draft: Draft,
  itemIds: ReadonlySet<Uuid>,
  change: (documents: DraftItem['documents']) => DraftItem['documents'],
): Draft => ({
  ...draft,
  items: changeItems(draft.items, itemIds, (item) => ({ ...item, documents: change(item.documents) })),
});

export function addDocuments(draft: Draft, edit: Edit<'addDocuments'>): Result<Draft> {
  const { itemId, at, documents, files } = edit;
  if (findDraftItem(draft.items, itemId) === null) return draftFault('itemUnknown', itemId);
  const taken = new Set(idsOfDraft(draft));
  const twice = documents.find(({ id }) => taken.size === taken.add(id).size);
  if (twice !== undefined) return draftFault('idTaken', twice.id);
  const withNew = { ...draft, files: withFiles(draft.files, files) };
  const fault = fileFault(withNew, documents);
  return fault ?? ok(withDocuments(withNew, new Set([itemId]), (all) => all.toSpliced(at, 0, ...documents)));
}

/** Changes one document where it stands. */
function changeDocument(
  draft: Draft,
  id: Uuid,
  change: (document: DraftDocument) => readonly DraftDocument[],
): Result<Draft> {
  const found = findDraftDocument(draft.items, id);
  if (found === null) return draftFault('documentUnknown', id);
  return ok(
    withDocuments(draft, new Set([found.item.id]), (all) =>
      all.flatMap((document) => (document.id === id ? change(document) : [document])),
    ),
  );
}

export const setDocument = (draft: Draft, { documentId, patch }: Edit<'setDocument'>): Result<Draft> =>
  changeDocument(draft, documentId, (document) => [patched<DraftDocument>(document, patch)]);

export const replaceFile = (draft: Draft, { documentId, file, pages }: Edit<'replaceFile'>): Result<Draft> =>
  changeDocument({ ...draft, files: withFiles(draft.files, [file]) }, documentId, (document) => [
    { ...document, file: file.sha256, pages },
  ]);

export function cutDocument(draft: Draft, { documentId, after, newIds }: Edit<'cutDocument'>): Result<Draft> {
  const found = findDraftDocument(draft.items, documentId);
  if (found === null) return draftFault('documentUnknown', documentId);
  const { document } = found;
  const range = document.pages ?? wholeFile(draft, document);
  if (range === null) return draftFault('notPaged', documentId);
  const count = range.to - range.from + 1;
  if (after.length === 0) return draftFault('nothing');
  if (after.some((page, i) => page <= (after[i - 1] ?? 0))) return draftFault('cutOrder', documentId);
  if (after.some((page) => page >= count)) return draftFault('cutOutside', documentId);
  if (newIds.length !== after.length) return draftFault('cutIds', documentId);
  const taken = new Set(idsOfDraft(draft));
  const twice = newIds.find((id) => taken.size === taken.add(id).size);
  if (twice !== undefined) return draftFault('idTaken', twice);
  const starts = [0, ...after];
  return changeDocument(draft, documentId, (whole) =>
    starts.map((start, part) => ({
      ...whole,
      id: part === 0 ? whole.id : (newIds[part - 1] ?? whole.id),
      title: part === 0 ? whole.title : `${whole.title} (${part + 1})`,
      pages: { from: range.from + start, to: range.from + (starts[part + 1] ?? count) - 1 },
      withOriginal: part === 0 && whole.withOriginal,
      extensions: part === 0 ? whole.extensions : {},
    })),
  );
}

function wholeFile(draft: Draft, document: DraftDocument): DraftDocument['pages'] {
  const pageCount = fileOf(draft, document)?.pageCount ?? 0;
  return pageCount === 0 ? null : { from: 1, to: pageCount };
}

/** They come to stand together, in the order named. `at` counts among the item's documents without those that move. */
export function moveDocuments(
  draft: Draft,
  { documentIds, itemId, at }: Edit<'moveDocuments'>,
): Result<Draft> {
  const target = findDraftItem(draft.items, itemId);
  if (target === null) return draftFault('itemUnknown', itemId);
  if (documentIds.length === 0) return draftFault('nothing');
  const moving: DraftDocument[] = [];
  const holders = new Set<Uuid>();
  for (const id of new Set(documentIds)) {
    const found = findDraftDocument(draft.items, id);
    const holder = found === null ? null : findDraftItem(draft.items, found.item.id);
    if (found === null || holder === null) return draftFault('documentUnknown', id);
    const sealing = sealingItem(holder);
    if (sealing !== null && sealingItem(target)?.id !== sealing.id) return draftFault('sealedIntoOpen', id);
    moving.push(found.document);
    holders.add(found.item.id);
  }
  const ids = new Set(documentIds);
  const taken = withDocuments(draft, holders, (all) => all.filter(({ id }) => !ids.has(id)));
  return ok(withDocuments(taken, new Set([itemId]), (all) => all.toSpliced(at, 0, ...moving)));
}

export function removeDocuments(draft: Draft, { documentIds }: Edit<'removeDocuments'>): Result<Draft> {
  if (documentIds.length === 0) return draftFault('nothing');
  const ids = new Set(documentIds);
  const holders = new Set<Uuid>();
  for (const id of ids) {
    const found = findDraftDocument(draft.items, id);
    if (found === null) return draftFault('documentUnknown', id);
    holders.add(found.item.id);
  }
  return ok(withDocuments(draft, holders, (all) => all.filter(({ id }) => !ids.has(id))));
}
