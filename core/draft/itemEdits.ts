import type { Result } from '../errors.ts';
import { ok } from '../errors.ts';
import type { Uuid } from '../pack/manifest.ts';
import type { PlacedDraftItem } from './agendaTree.ts';
import {
  allDraftItems,
  changeItems,
  findDraftItem,
  idsOfDraft,
  idsOfItem,
  itemAndBelow,
  sealingItem,
  withItemsAt,
  withoutItems,
} from './agendaTree.ts';
import type { Draft, DraftItem } from './draft.ts';
import type { DraftEdit } from './draftEdit.ts';
import { draftFault } from './draftFault.ts';
import { fileFault } from './documentEdits.ts';
import { patched } from './patched.ts';

type Edit<D extends DraftEdit['do']> = DraftEdit & { readonly do: D };

/** Fails when ids of new items stand in the draft already, or twice among themselves. */
function newIdFault(draft: Draft, ids: readonly Uuid[]): ReturnType<typeof draftFault> | null {
  const taken = new Set(idsOfDraft(draft));
  const twice = ids.find((id) => taken.size === taken.add(id).size);
  return twice === undefined ? null : draftFault('idTaken', twice);
}

export function addItem(draft: Draft, { item, parent, at }: Edit<'addItem'>): Result<Draft> {
  const fault =
    parentFault(draft, parent) ??
    newIdFault(draft, itemAndBelow(item).flatMap(idsOfItem)) ??
    fileFault(
      draft,
      allDraftItems([item]).flatMap(({ documents }) => documents),
    );
  return fault ?? ok({ ...draft, items: withItemsAt(draft.items, [item], { parent, at }) });
}

const parentFault = ({ items }: Draft, parent: Uuid | null): ReturnType<typeof draftFault> | null =>
  parent === null || findDraftItem(items, parent) !== null ? null : draftFault('parentUnknown', parent);

export function setItem(draft: Draft, { itemId, patch }: Edit<'setItem'>): Result<Draft> {
  if (findDraftItem(draft.items, itemId) === null) return draftFault('itemUnknown', itemId);
  // Who writes a number means it to stay.
  const fixed = patch.number !== undefined && patch.numberFixed === undefined ? { numberFixed: true } : {};
  const items = changeItems(draft.items, new Set([itemId]), (item) =>
    patched<DraftItem>(item, { ...patch, ...fixed }),
  );
  return ok({ ...draft, items });
}

/** `at` counts among the siblings without the item itself. */
export function moveItem(draft: Draft, { itemId, parent, at }: Edit<'moveItem'>): Result<Draft> {
  const found = findDraftItem(draft.items, itemId);
  if (found === null) return draftFault('itemUnknown', itemId);
  const fault = parentFault(draft, parent);
  if (fault !== null) return fault;
  if (itemAndBelow(found.item).some(({ id }) => id === parent)) return draftFault('cycle', itemId);
  if (opens(found, parent === null ? null : findDraftItem(draft.items, parent))) {
    return draftFault('sealedIntoOpen', itemId);
  }
  const rest = withoutItems(draft.items, new Set([itemId]));
  return ok({ ...draft, items: withItemsAt(rest, [found.item], { parent, at }) });
}

/** Whether something that is closed by an item above it would come to stand where another, or no, seal closes it. */
export function opens(from: PlacedDraftItem, to: PlacedDraftItem | null): boolean {
  const sealing = sealingItem(from);
  if (sealing === null || sealing.id === from.item.id) return false;
  return to === null || sealingItem(to)?.id !== sealing.id;
}

export function removeItem(draft: Draft, { itemId }: Edit<'removeItem'>): Result<Draft> {
  if (findDraftItem(draft.items, itemId) === null) return draftFault('itemUnknown', itemId);
  return ok({ ...draft, items: withoutItems(draft.items, new Set([itemId])) });
}

export function splitItem(draft: Draft, edit: Edit<'splitItem'>): Result<Draft> {
  const { itemId, documentIds, newId, title } = edit;
  const found = findDraftItem(draft.items, itemId);
  if (found === null) return draftFault('itemUnknown', itemId);
  const { item, ancestors, at } = found;
  const going = new Set(documentIds);
  const unknown = documentIds.find((id) => !item.documents.some((document) => document.id === id));
  if (unknown !== undefined) return draftFault('documentUnknown', unknown);
  const fault = newIdFault(draft, [newId]);
  if (fault !== null) return fault;
  const added: DraftItem = {
    id: newId,
    number: null,
    numberFixed: false,
    title,
    itemKind: item.itemKind,
    registryNumber: item.registryNumber,
    presenter: item.presenter,
    minutes: null,
    proposedDecision: [],
    documents: item.documents.filter(({ id }) => going.has(id)),
    conflicts: [],
    // What was closed stays closed, for the same people, as an item of its own.
    seal: item.seal === null ? null : { ...item.seal, slug: null, publicTitle: null },
    extensions: {},
    children: [],
  };
  const kept = changeItems(draft.items, new Set([itemId]), (each) => ({
    ...each,
    documents: each.documents.filter(({ id }) => !going.has(id)),
  }));
  const parent = ancestors.at(-1)?.id ?? null;
  return ok({ ...draft, items: withItemsAt(kept, [added], { parent, at: at + 1 }) });
}

export function joinItems(draft: Draft, { into, from }: Edit<'joinItems'>): Result<Draft> {
  const target = findDraftItem(draft.items, into);
  if (target === null) return draftFault('itemUnknown', into);
  if (from.length === 0) return draftFault('nothing');
  const joined: DraftItem[] = [];
  for (const id of new Set(from)) {
    const found = findDraftItem(draft.items, id);
    if (found === null) return draftFault('itemUnknown', id);
    const isAbove = target.ancestors.some((each) => each.id === id);
    const isBelowAnother = found.ancestors.some((each) => from.includes(each.id));
    if (id === into || isAbove || isBelowAnother) return draftFault('cycle', id);
    const sealing = sealingItem(found);
    if (sealing !== null && sealingItem(target)?.id !== sealing.id) return draftFault('sealedIntoOpen', id);
    joined.push(found.item);
  }
  const rest = withoutItems(draft.items, new Set(from));
  const items = changeItems(rest, new Set([into]), (item) => ({
    ...item,
    documents: [...item.documents, ...joined.flatMap(({ documents }) => documents)],
    proposedDecision: [
      ...item.proposedDecision,
      ...joined.flatMap(({ proposedDecision }) => proposedDecision),
    ],
    conflicts: joinedConflicts([item, ...joined]),
    children: [...item.children, ...joined.flatMap(({ children }) => children)],
  }));
  return ok({ ...draft, items });
}

/** One conflict a person; of two policies the stricter. */
function joinedConflicts(items: readonly DraftItem[]): DraftItem['conflicts'] {
  const byPerson = new Map<Uuid, DraftItem['conflicts'][number]>();
  for (const conflict of items.flatMap(({ conflicts }) => conflicts)) {
    if (byPerson.get(conflict.person)?.policy !== 'hide') byPerson.set(conflict.person, conflict);
  }
  return [...byPerson.values()];
}

/** The files of the import are in the draft already. */
export function takeImport(draft: Draft, { items, documents }: Edit<'takeImport'>): Result<Draft> {
  const added = allDraftItems(items);
  const addedDocuments = [
    ...added.flatMap((item) => item.documents),
    ...documents.flatMap((each) => each.documents),
  ];
  const unknown = documents.find(({ itemId }) => findDraftItem(draft.items, itemId) === null);
  if (unknown !== undefined) return draftFault('itemUnknown', unknown.itemId);
  const fault =
    newIdFault(draft, [...added.map(({ id }) => id), ...addedDocuments.map(({ id }) => id)]) ??
    fileFault(draft, addedDocuments);
  if (fault !== null) return fault;
  const joined = documents.reduce(
    (all, { itemId, documents: more }) =>
      changeItems(all, new Set([itemId]), (item) => ({ ...item, documents: [...item.documents, ...more] })),
    draft.items,
  );
  return ok({ ...draft, items: [...joined, ...items] });
}
