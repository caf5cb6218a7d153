import * as v from 'valibot';
import type { Sha256, Uuid } from '../pack/manifest.ts';
import { listOf, text, uuid, wholeNumber } from '../pack/manifestValues.ts';
import { shutBriefing } from '../sealing/sealedBriefing.ts';
import { pagesOfDocuments } from '../sealing/sealedItem.ts';
import { allDraftItems, changeItems, idsOfBriefing, idsOfItem, itemAndBelow } from './agendaTree.ts';
import type { Draft, DraftBriefing, DraftFile, DraftItem } from './draft.ts';
import { draftBriefingSchema, draftFileSchema, draftItemSchema, draftSchema } from './draft.ts';
import { neededContents, withFiles } from './draftFiles.ts';
import { pagesOfItem } from './draftToManifest.ts';
import { publicTitleOf } from './publicItem.ts';

/*
 * A draft as it lies on disk: what is sealed is taken out and encrypted, and in its place stands what everyone will see
 * of it. A draft can so be worked on while its sealed items are locked.
 */

const partEntries = {
  /** Of the item or briefing. */
  itemId: uuid,
  /** Files that no open item needs. */
  files: listOf(draftFileSchema),
  /** Warnings accepted for what is in it. */
  acceptedWarnings: listOf(text),
  pageCount: wholeNumber(0),
};

/** What a sealed item or briefing is, beside what everyone sees: never on disk but encrypted. */
export const sealedPartSchema = v.union([
  v.object({ ...partEntries, item: draftItemSchema }),
  v.object({ ...partEntries, briefing: draftBriefingSchema }),
]);
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

/** Takes sealed items and briefings out of a draft. Those in `locked` have no content to take out and stand as they are. */
export function takeOutSealed(
  draft: Draft,
  locked: ReadonlySet<Uuid>,
): { readonly open: Draft; readonly parts: readonly SealedPart[] } {
  const sealed = allDraftItems(draft.items).filter(({ id, seal }) => seal !== null && !locked.has(id));
  const briefings = draft.briefings.filter(({ id, seal }) => seal != null && !locked.has(id));
  const withPublicSides = {
    ...draft,
    items: changeItems(draft.items, new Set(sealed.map(({ id }) => id)), publicItem),
    briefings: draft.briefings.map((each) => (briefings.includes(each) ? publicDraftBriefing(each) : each)),
  };
  const openContents = neededContents(withPublicSides);
  const ownKeys = new Set<string>();
  const partOf = (
    itemId: Uuid,
    needed: ReadonlySet<Sha256>,
    own: readonly Uuid[],
  ): { itemId: Uuid; files: DraftFile[]; acceptedWarnings: string[] } => {
    const acceptedWarnings = draft.acceptedWarnings.filter((key) => own.some((id) => key.includes(id)));
    for (const key of acceptedWarnings) ownKeys.add(key);
    const files = draft.files.filter(({ sha256 }) => needed.has(sha256) && !openContents.has(sha256));
    return { itemId, files, acceptedWarnings };
  };
  const { files } = draft;
  const parts: readonly SealedPart[] = [
    ...sealed.map((item) => ({
      ...partOf(
        item.id,
        neededContents({ items: [item], briefings: [], files }),
        itemAndBelow(item).flatMap(idsOfItem),
      ),
      item,
      pageCount: pagesOfItem(draft, item),
    })),
    ...briefings.map((briefing) => ({
      ...partOf(
        briefing.id,
        neededContents({ items: [], briefings: [briefing], files }),
        idsOfBriefing(briefing),
      ),
      briefing,
      pageCount: pagesOfDocuments(briefing.documents),
    })),
  ];
  const open = {
    ...withPublicSides,
    files: draft.files.filter(({ sha256 }) => openContents.has(sha256)),
    acceptedWarnings: draft.acceptedWarnings.filter((key) => !ownKeys.has(key)),
  };
  return { open, parts };
}

/** What everyone sees of a sealed briefing. */
export function publicDraftBriefing(briefing: DraftBriefing): DraftBriefing {
  const { seal } = briefing;
  if (seal == null) return briefing;
  return { ...shutBriefing(briefing), seal: { ...seal, entitled: [] } };
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

/** Puts opened parts back where their items and briefings stand now; a part whose place is gone is left out. */
export function putBackSealed(draft: Draft, parts: readonly SealedPart[]): Draft {
  const byId = new Map(parts.map((part) => [part.itemId, part]));
  const here = new Set(
    [...allDraftItems(draft.items), ...draft.briefings].flatMap(({ id }) => (byId.has(id) ? [id] : [])),
  );
  const back = parts.filter(({ itemId }) => here.has(itemId));
  return {
    ...draft,
    // Its number may have changed while it was locked.
    items: changeItems(draft.items, here, (item) => {
      const { number, numberFixed } = item;
      const part = byId.get(item.id);
      return { ...(part !== undefined && 'item' in part ? part.item : item), number, numberFixed };
    }),
    briefings: draft.briefings.map((briefing) => {
      const part = byId.get(briefing.id);
      return part !== undefined && 'briefing' in part ? part.briefing : briefing;
    }),
    files: back.reduce((all, { files }) => withFiles(all, files), draft.files),
    acceptedWarnings: [
      ...new Set([...draft.acceptedWarnings, ...back.flatMap(({ acceptedWarnings }) => acceptedWarnings)]),
    ],
  };
}
