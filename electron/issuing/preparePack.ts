import fs from 'node:fs/promises';
import path from 'node:path';
import type { Draft, DraftBriefing, DraftItem, DraftSeal } from '../../core/draft/draft.ts';
import { readersOf } from '../../core/draft/draft.ts';
import type { PlacedContent } from '../../core/draft/draftToManifest.ts';
import { draftToManifest, wholeBriefing, wholeItem } from '../../core/draft/draftToManifest.ts';
import { publicTitleOf } from '../../core/draft/publicItem.ts';
import type { Result } from '../../core/errors.ts';
import { failure, ok } from '../../core/errors.ts';
import type { Instant, Manifest, PackFile, Sealed, Sha256, Uuid } from '../../core/pack/manifest.ts';
import { documentsOf } from '../../core/sealing/sealedItem.ts';
import type { PackSource } from '../packs/packs.ts';
import type { ManifestDraft } from '../packs/writePack.ts';
import type { PlainContent } from '../sealing/encryptFile.ts';
import type { SealedForPack, SealingDocument } from '../sealing/sealItem.ts';
import { sealBriefing, sealItem } from '../sealing/sealItem.ts';
import type { SealingRecord } from '../sealing/sealingRecord.ts';
import type { DraftsToIssue, SealingMemory } from './ports.ts';

export interface PrepareOptions {
  readonly draft: Draft;
  readonly issued: Instant;
  readonly supplement: boolean;
  /** The manifest that the draft goes on from; null for a first revision. */
  readonly base: Manifest | null;
  /** Path of a stored file of the library, or null. */
  readonly storedFile: (sha256: Sha256) => Promise<string | null>;
  readonly drafts: Pick<DraftsToIssue, 'content'>;
  readonly sealing: Pick<SealingMemory, 'recipients' | 'record'>;
  /** An empty folder for ciphertext. */
  readonly folder: string;
  readonly signal: AbortSignal;
  readonly onSealed: (done: number, total: number) => void;
}

export interface PreparedPack {
  readonly manifest: ManifestDraft;
  readonly sources: readonly PackSource[];
  readonly notCarried: readonly PackFile[];
  readonly records: ReadonlyMap<Uuid, SealingRecord>;
}

/** Items with a seal, wherever they stand; what lies below one belongs to it. */
const sealedItems = (items: readonly DraftItem[]): readonly DraftItem[] =>
  items.flatMap((item) => (item.seal === null ? sealedItems(item.children) : [item]));

/** What of a draft is sealed: items, then briefings. */
export const sealedHolders = ({
  items,
  briefings,
}: Pick<Draft, 'items' | 'briefings'>): readonly SealedHolder[] => [
  ...sealedItems(items).flatMap((item) => (item.seal === null ? [] : [{ item, seal: item.seal }])),
  ...briefings.flatMap((briefing) => (briefing.seal == null ? [] : [{ briefing, seal: briefing.seal }])),
];

/** Ids of those who get the key. */
export const readersOfHolder = (holder: SealedHolder): readonly Uuid[] =>
  readersOf(holder.seal, 'item' in holder ? holder.item.conflicts : []);

type SealedHolder = { readonly seal: DraftSeal } & (
  { readonly item: DraftItem } | { readonly briefing: DraftBriefing }
);

/**
 * Seals what must be sealed and puts together what the writer needs. Fails with what is wrong with a document, a
 * recipient or the disk, or with cancelled.
 */
export async function preparePack(options: PrepareOptions): Promise<Result<PreparedPack>> {
  const sealed = await sealAll(options);
  if (!sealed.ok) return sealed;
  const made = new Map<Uuid, Sealed>(sealed.value.map(({ id, sealed: openly }) => [id, openly]));
  const { draft, issued, supplement } = options;
  const open = draftToManifest(draft, { issued, supplement, sealed: made });
  if (!open.ok) return open;
  const openSources = await sourcesOf(options, open.value.contents);
  if (!openSources.ok) return openSources;
  const all = [...openSources.value, ...sealed.value.flatMap(sealedSources)];
  const inBase = new Map((supplement ? (options.base?.files ?? []) : []).map((file) => [file.sha256, file]));
  return ok({
    manifest: open.value.manifest,
    sources: all.filter(({ sha256 }) => !inBase.has(sha256)).map(({ source }) => source),
    notCarried: all.flatMap(({ sha256, source }) => {
      const file = inBase.get(sha256);
      return file === undefined ? [] : [{ ...file, path: source.path }];
    }),
    records: new Map(sealed.value.map(({ id, record }) => [id, record])),
  });
}

async function sealAll(options: PrepareOptions): Promise<Result<readonly SealedForPack[]>> {
  const holders = sealedHolders(options.draft);
  const result: SealedForPack[] = [];
  for (const holder of holders) {
    if (options.signal.aborted) return failure('cancelled');
    const sealed = await sealOne(options, holder);
    if (!sealed.ok) return sealed;
    result.push(sealed.value);
    options.onSealed(result.length, holders.length);
  }
  return ok(result);
}

async function sealOne(options: PrepareOptions, holder: SealedHolder): Promise<Result<SealedForPack>> {
  const { draft, sealing, folder } = options;
  const { reason, ground } = holder.seal;
  const entitled = readersOfHolder(holder);
  const whole = 'item' in holder ? wholeItem(draft, holder.item) : wholeBriefing(holder.briefing);
  const shown = 'children' in whole ? documentsOf(whole) : whole.documents;
  const documents = await sealingDocuments(options, [...new Set(shown.map(({ sha256 }) => sha256))]);
  if (!documents.ok) return documents;
  const record = await sealing.record(draft.packId, whole.id);
  if (!record.ok) return record;
  const { recipients } = await sealing.recipients(entitled);
  const previous = record.value === null ? null : { record: record.value, ciphertext: ciphertextOf(options) };
  const request = { reason, ground, documents: documents.value, recipients, previous, folder };
  if ('unit' in whole) return sealBriefing({ ...request, briefing: whole });
  const publicTitle = 'item' in holder ? publicTitleOf(holder.item, holder.seal) : whole.title;
  return sealItem({ ...request, item: whole, publicTitle });
}

async function sealingDocuments(
  { draft, drafts }: PrepareOptions,
  hashes: readonly Sha256[],
): Promise<Result<readonly SealingDocument[]>> {
  const result: SealingDocument[] = [];
  for (const sha256 of hashes) {
    const file = draft.files.find((each) => each.sha256 === sha256);
    const content = await drafts.content(draft.id, sha256);
    if (!content.ok) return content;
    if (file === undefined) return failure('documentMissing', { detail: { sha256 } });
    result.push({ sha256, size: file.size, mediaType: file.mediaType, content: content.value });
  }
  return ok(result);
}

/** Ciphertext of the revision before lies in the library's store under its hash. */
const ciphertextOf =
  ({ base, storedFile }: PrepareOptions) =>
  async (entry: string): Promise<string | null> => {
    const file = base?.files.find((each) => each.path === entry);
    return file === undefined ? null : await storedFile(file.sha256);
  };

interface HashedSource {
  readonly source: PackSource;
  readonly sha256: Sha256;
}

async function sourcesOf(
  { draft, drafts }: PrepareOptions,
  contents: readonly PlacedContent[],
): Promise<Result<readonly HashedSource[]>> {
  const result: HashedSource[] = [];
  for (const { path: entry, sha256, mediaType } of contents) {
    const content = await drafts.content(draft.id, sha256);
    if (!content.ok) return content;
    const asSource = await packContent(content.value);
    result.push({ source: { path: entry, content: asSource, mediaType }, sha256 });
  }
  return ok(result);
}

/** An open document lies on disk as it is; only what just lost its seal has to be decrypted in memory. */
async function packContent(content: PlainContent): Promise<PackSource['content']> {
  if (!('open' in content)) return content;
  return { bytes: new Uint8Array(await new Response(await content.open()).arrayBuffer()) };
}

/** Sealing told the hash of each ciphertext. */
const sealedSources = ({ sources, record }: SealedForPack): readonly HashedSource[] =>
  sources.map((source) => {
    const entry = record.entries.find((each) => each.path === source.path);
    if (entry === undefined) throw new Error('sealing told nothing of an entry');
    return { source, sha256: entry.cipher };
  });

/** An empty folder below `parent` for one piece of work, and what removes it. */
export async function workFolder(
  parent: string,
  name: string,
): Promise<{ readonly folder: string; readonly remove: () => Promise<void> }> {
  const folder = path.join(parent, name);
  await fs.rm(folder, { recursive: true, force: true });
  await fs.mkdir(folder, { recursive: true, mode: 0o700 });
  return { folder, remove: () => fs.rm(folder, { recursive: true, force: true }) };
}
