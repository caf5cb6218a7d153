import * as v from 'valibot';
import type { Uuid } from '../pack/manifest.ts';
import { listOf, text, uuid, wholeNumber } from '../pack/manifestValues.ts';
import { allDraftItems, changeItems, idsOfItem, itemAndBelow } from './agendaTree.ts';
import type { Draft, DraftItem } from './draft.ts';
import { draftFileSchema, draftItemSchema, draftSchema } from './draft.ts';
import { neededContents, withFiles } from './draftFiles.ts';
import { pagesOfItem } from './draftToManifest.ts';
import { publicTitleOf } from './publicItem.ts';

/*
 * A draft as it lies on disk: what is sealed is taken out and encrypted, and in its place stands what everyone will see
 * of it. A draft can so be worked on while its sealed items are locked.
 */

/** What a sealed item is, beside what everyone sees: never on disk but encrypted. */
export const sealedPartSchema = v.object({
  itemId: uuid,
  item: draftItemSchema,
  /** Files that no open item needs. */
  files: listOf(draftFileSchema),
  /** Warnings accepted for what is in it. */
  acceptedWarnings: listOf(text),
  pageCount: wholeNumber(0),
});
export type SealedPart = v.InferOutput<typeof sealedPartSchema>;

/** A sealed part encrypted, with what must be known of it while it is locked. */
export const lockedPartSchema = v.object({
  itemId: uuid,
  pageCount: wholeNumber(0),
  /** Names of its encrypted files. */
  ciphers: listOf(text),
  /** Base64 of the ciphertext. */
  content: text,
});
export type LockedPart = v.InferOutput<typeof lockedPartSchema>;

export const storedDraftSchema = v.object({ draft: draftSchema, sealed: listOf(lockedPartSchema) });
export type StoredDraft = v.InferOutput<typeof storedDraftSchema>;

/** Takes sealed items out of a draft. Those in `locked` have no content to take out and stand as they are. */
export function takeOutSealed(
  draft: Draft,
  locked: ReadonlySet<Uuid>,
): { readonly open: Draft; readonly parts: readonly SealedPart[] } {
  const sealed = allDraftItems(draft.items).filter(({ id, seal }) => seal !== null && !locked.has(id));
  const ids = new Set(sealed.map(({ id }) => id));
  const withPublicItems = { ...draft, items: changeItems(draft.items, ids, publicItem) };
  const openContents = neededContents(withPublicItems);
  const ownKeys = new Set<string>();
  const parts = sealed.map((item) => {
    const needed = neededContents({ items: [item], briefings: [], files: draft.files });
    const own = itemAndBelow(item).flatMap(idsOfItem);
    const acceptedWarnings = draft.acceptedWarnings.filter((key) => own.some((id) => key.includes(id)));
    for (const key of acceptedWarnings) ownKeys.add(key);
    return {
      itemId: item.id,
      item,
      files: draft.files.filter(({ sha256 }) => needed.has(sha256) && !openContents.has(sha256)),
      acceptedWarnings,
      pageCount: pagesOfItem(draft, item),
    };
  });
  const open = {
    ...withPublicItems,
    files: draft.files.filter(({ sha256 }) => openContents.has(sha256)),
    acceptedWarnings: draft.acceptedWarnings.filter((key) => !ownKeys.has(key)),
  };
  return { open, parts };
}

/** What everyone sees of a sealed item. */
export function publicItem(item: DraftItem): DraftItem {
  const { id, number, numberFixed, seal } = item;
  if (seal === null) return item;
  return {
    id,
    number,
    numberFixed,
    title: publicTitleOf(item, seal),
    itemKind: 'other',
    registryNumber: null,
    presenter: null,
    minutes: null,
    proposedDecision: [],
    documents: [],
    conflicts: [],
    seal: { ...seal, entitled: [] },
    extensions: {},
    children: [],
  };
}

/** Puts opened parts back where their items stand now; a part whose item is gone is left out. */
export function putBackSealed(draft: Draft, parts: readonly SealedPart[]): Draft {
  const byId = new Map(parts.map((part) => [part.itemId, part]));
  const here = new Set(allDraftItems(draft.items).flatMap(({ id }) => (byId.has(id) ? [id] : [])));
  const back = parts.filter(({ itemId }) => here.has(itemId));
  return {
    ...draft,
    // Its number may have changed while it was locked.
    items: changeItems(draft.items, here, (item) => {
      const { number, numberFixed } = item;
      return { ...(byId.get(item.id)?.item ?? item), number, numberFixed };
    }),
    files: back.reduce((all, { files }) => withFiles(all, files), draft.files),
    acceptedWarnings: [
      ...new Set([...draft.acceptedWarnings, ...back.flatMap(({ acceptedWarnings }) => acceptedWarnings)]),
    ],
  };
}
