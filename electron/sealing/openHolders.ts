import { readFile } from 'node:fs/promises';
import { decodeBase64 } from '../../core/pack/base64.ts';
import type { Manifest, Uuid } from '../../core/pack/manifest.ts';
import { documentHolders } from '../../core/pack/manifestWalk.ts';
import type { OpenedContents } from '../../core/sealing/openedManifest.ts';
import type { SealedBriefing } from '../../core/sealing/sealedBriefing.ts';
import type { SealedItem } from '../../core/sealing/sealedItem.ts';
import { childIdsOf, sealedDocuments } from '../../core/sealing/sealedItem.ts';
import { systemCodeOf } from '../storage/diskFailure.ts';
import type { Letters } from './letterStore.ts';
import type { OpenedSealed } from './openSealedItem.ts';
import { openSealedBriefing, openSealedItem } from './openSealedItem.ts';
import type { UnlockedDocument } from './sealedDocuments.ts';

/** What of one revision's sealed items and briefings is open for the person. Secret: it holds their keys. */
export interface OpenedHolders {
  readonly items: ReadonlyMap<Uuid, OpenedSealed<SealedItem>>;
  readonly briefings: ReadonlyMap<Uuid, OpenedSealed<SealedBriefing>>;
}

export interface HolderKeys {
  /** Where the content with this SHA-256 is stored; null when it is not here. */
  readonly storedFile: (sha256: string) => Promise<string | null>;
  readonly letters: Letters['letters'];
  /** The person's secret identities. */
  readonly identities: readonly string[];
}

/** Opens what the person's keys open of a revision; the rest stays shut. */
export async function openHolders(manifest: Manifest, keys: HolderKeys): Promise<OpenedHolders> {
  const items = new Map<Uuid, OpenedSealed<SealedItem>>();
  const briefings = new Map<Uuid, OpenedSealed<SealedBriefing>>();
  for (const { id, kind, sealed } of documentHolders(manifest)) {
    if (sealed === null) continue;
    const { slug } = sealed;
    const key = await bytesOf(manifest, `sealed/${slug}/key.age`, keys);
    const content = await bytesOf(manifest, `sealed/${slug}/item.age`, keys);
    if (content === null) continue;
    const own = keys.letters
      .filter((each) => each.pack === manifest.pack.id && each.item === id)
      .flatMap((each) => decodeBase64(each.key) ?? []);
    const shut = {
      itemId: id,
      slug,
      keys: [...(key === null ? [] : [key]), ...own],
      item: content,
      identities: keys.identities,
    };
    if (kind === 'item') {
      const opened = await openSealedItem(shut);
      if (opened.ok) items.set(id, opened.value);
    } else {
      const opened = await openSealedBriefing(shut);
      if (opened.ok) briefings.set(id, opened.value);
    }
  }
  return { items, briefings };
}

/** Their documents that are here, each with what opens it. */
export async function unlockedDocuments(
  manifest: Manifest,
  { items, briefings }: OpenedHolders,
  { storedFile }: Pick<HolderKeys, 'storedFile'>,
): Promise<readonly UnlockedDocument[]> {
  const all = [
    ...[...items.values()].map(({ content, itemKey }) => ({ documents: sealedDocuments(content), itemKey })),
    ...[...briefings.values()].map(({ content: { documents }, itemKey }) => ({ documents, itemKey })),
  ];
  const result: UnlockedDocument[] = [];
  for (const { documents, itemKey } of all) {
    for (const { sealedFile } of documents) {
      const cipherFile = await storedAt(manifest, sealedFile.path, storedFile);
      if (cipherFile !== null) result.push({ ...sealedFile, cipherFile, itemKey });
    }
  }
  return result;
}

/** Only what was in the seals. */
export const contentsOf = ({ items, briefings }: OpenedHolders): OpenedContents => ({
  items: new Map([...items].map(([id, { content }]) => [id, content])),
  briefings: new Map([...briefings].map(([id, { content }]) => [id, content])),
});

/** Ids of everything that stands inside the opened seals: items below, documents, parts of briefings. */
export const idsInside = ({ items, briefings }: OpenedHolders): readonly Uuid[] => [
  ...[...items.values()].flatMap(({ content }) => [
    ...childIdsOf(content),
    ...sealedDocuments(content).map(({ id }) => id),
  ]),
  ...[...briefings.values()].flatMap(({ content: { sections, keyFigures, commitments, documents } }) =>
    [
      ...sections,
      ...sections.flatMap(({ points }) => points),
      ...keyFigures,
      ...commitments,
      ...documents,
    ].map(({ id }) => id),
  ),
];

async function storedAt(
  { files }: Manifest,
  path: string,
  storedFile: HolderKeys['storedFile'],
): Promise<string | null> {
  const file = files.find((each) => each.path === path);
  return file === undefined ? null : storedFile(file.sha256);
}

async function bytesOf(
  manifest: Manifest,
  path: string,
  { storedFile }: HolderKeys,
): Promise<Uint8Array | null> {
  const file = await storedAt(manifest, path, storedFile);
  if (file === null) return null;
  try {
    return await readFile(file);
  } catch (error) {
    if (systemCodeOf(error) !== null) return null;
    throw error;
  }
}
