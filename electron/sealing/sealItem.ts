import { randomBytes, randomInt } from 'node:crypto';
import type { Result } from '../../core/errors.ts';
import { failure, ok } from '../../core/errors.ts';
import type { AgendaItem, PackDocument, Sealed, Sha256, UnitBriefing } from '../../core/pack/manifest.ts';
import { paddedRecipientCount, reuseOf, shuffled } from '../../core/sealing/recipients.ts';
import {
  briefingWithSealedFiles,
  publicBriefing,
  sealedBriefingBytes,
} from '../../core/sealing/sealedBriefing.ts';
import type { SealedFile } from '../../core/sealing/sealedDocument.ts';
import {
  documentsOf,
  pagesOfDocuments,
  publicFace,
  sealedItemBytes,
  withSealedFiles,
} from '../../core/sealing/sealedItem.ts';
import type { PackSource } from '../packs/packs.ts';
import { encryptTo, isRecipient, newAgeIdentity, recipientOf } from './ageBox.ts';
import type { PlainContent } from './encryptFile.ts';
import { encryptToFile, sha256Of } from './encryptFile.ts';
import type { PreviousSealing, SealingRecord } from './sealingRecord.ts';
import { reusedEntry } from './sealingRecord.ts';

/** The content of a document to seal: a file on disk that is open anyhow, bytes, or a stream of decrypted bytes. */
export interface SealingDocument {
  readonly sha256: Sha256;
  readonly size: number;
  readonly mediaType: string;
  readonly content: PlainContent;
}

interface Sealable {
  readonly reason: Sealed['reason'];
  readonly ground: string | null;
  readonly documents: readonly SealingDocument[];
  /** `age1…` of everybody entitled who has a card. */
  readonly recipients: readonly string[];
  readonly previous: PreviousSealing | null;
  /** An empty folder for ciphertext until the pack is written. Nothing else is ever put there. */
  readonly folder: string;
}

export interface ItemToSeal extends Sealable {
  /** The complete item, its documents' SHA-256s those of `documents`. */
  readonly item: AgendaItem;
  readonly publicTitle: string;
}

export interface BriefingToSeal extends Sealable {
  /** The complete briefing, its documents' SHA-256s those of `documents`. */
  readonly briefing: UnitBriefing;
}

/** What goes into the pack. */
export interface SealedForPack {
  /** Of the item or briefing. */
  readonly id: string;
  /** What stands in the manifest. */
  readonly sealed: Sealed;
  readonly sources: readonly PackSource[];
  /** Secret. Keep it (`sealingMemory`), and give it back as `previous` for the next revision. */
  readonly record: SealingRecord;
}

export interface SealedItemForPack extends SealedForPack {
  readonly publicItem: AgendaItem & { readonly sealed: Sealed };
}

export interface SealedBriefingForPack extends SealedForPack {
  readonly publicBriefing: UnitBriefing & { readonly sealed: Sealed };
}

/**
 * Seals one item as the pack format has it. Ciphertext of the revision before is carried over where key and content are
 * the same. Plaintext never touches the disk. Fails with documentMissing, documentDamaged (another content than said),
 * invalidArgument for something that is no recipient, diskFull or diskDenied.
 */
export async function sealItem(request: ItemToSeal): Promise<Result<SealedItemForPack>> {
  const { item } = request;
  const made = await sealContent(request, {
    id: item.id,
    documents: documentsOf(item),
    bytes: (fileOf) => sealedItemBytes(withSealedFiles(item, fileOf)),
    hiddenFrom: item.conflicts.filter(({ policy }) => policy === 'hide').map(({ person }) => person),
  });
  if (!made.ok) return made;
  const { sealed } = made.value;
  const publicItem = { ...publicFace(item, request.publicTitle, sealed), sealed };
  return ok({ ...made.value, publicItem });
}

/** The same for one unit briefing; openly it keeps its unit. */
export async function sealBriefing(request: BriefingToSeal): Promise<Result<SealedBriefingForPack>> {
  const { briefing } = request;
  const made = await sealContent(request, {
    id: briefing.id,
    documents: briefing.documents,
    bytes: (fileOf) => sealedBriefingBytes(briefingWithSealedFiles(briefing, fileOf)),
  });
  if (!made.ok) return made;
  const { sealed } = made.value;
  return ok({ ...made.value, publicBriefing: { ...publicBriefing(briefing, sealed), sealed } });
}

/** An item or a briefing, as far as sealing must know it. */
interface Content {
  readonly id: string;
  readonly documents: readonly PackDocument[];
  /** Of `item.age`, before encryption. */
  readonly bytes: (fileOf: (sha256: Sha256) => SealedFile | undefined) => Uint8Array;
  /** Ids of people who are not to see it, whoever asks. */
  readonly hiddenFrom?: readonly string[];
}

async function sealContent(request: Sealable, content: Content): Promise<Result<SealedForPack>> {
  const recipients = [...new Set(request.recipients)].toSorted();
  const fit = await Promise.all(recipients.map(isRecipient));
  if (!fit.every(Boolean)) return failure('invalidArgument', { detail: { rule: 'recipient' } });
  const reuse =
    request.previous === null ? 'nothing' : reuseOf(request.previous.record.recipients, recipients);
  const slug = request.previous?.record.slug ?? randomBytes(8).toString('hex');
  const itemKey = reuse === 'nothing' ? null : (request.previous?.record.itemKey ?? null);
  const kept = itemKey === null ? null : request.previous;
  const sealing: Sealing = { request, content, slug, itemKey: itemKey ?? (await newAgeIdentity()), kept };
  const files = await sealDocuments(sealing);
  if (!files.ok) return files;
  const itemEntry = await sealItemJson(sealing, files.value);
  const keyEntry = await sealKey(sealing, recipients, reuse === 'all');
  const { reason, ground } = request;
  const entries = [keyEntry, itemEntry, ...files.value];
  return ok({
    id: content.id,
    sealed: { slug, reason, ground, pageCount: pagesOfDocuments(content.documents) },
    sources: entries.map(({ source }) => source),
    record: {
      slug,
      itemKey: sealing.itemKey,
      recipients,
      ...(content.hiddenFrom !== undefined && content.hiddenFrom.length > 0
        ? { hiddenFrom: [...content.hiddenFrom] }
        : {}),
      entries: entries.map(({ source, plain, cipher }) => ({ path: source.path, plain, cipher })),
    },
  });
}

interface Sealing {
  readonly request: Sealable;
  readonly content: Content;
  readonly slug: string;
  readonly itemKey: string;
  /** Null when nothing may be carried over. */
  readonly kept: PreviousSealing | null;
}

interface SealedEntry {
  readonly source: PackSource;
  /** SHA-256 of the plaintext; null for key.age, which is the same key for other people. */
  readonly plain: Sha256 | null;
  readonly cipher: Sha256;
}

interface SealedDocumentEntry extends SealedEntry {
  readonly file: SealedFile;
}

async function sealDocuments(sealing: Sealing): Promise<Result<readonly SealedDocumentEntry[]>> {
  const wanted = new Set(sealing.content.documents.map(({ sha256 }) => sha256));
  const taken = new Set(sealing.kept?.record.entries.map(({ path }) => path) ?? []);
  const result: SealedDocumentEntry[] = [];
  for (const sha256 of wanted) {
    const document = sealing.request.documents.find((each) => each.sha256 === sha256);
    if (document === undefined) return failure('documentMissing', { detail: { sha256 } });
    const entry =
      (await carriedDocument(sealing, document)) ?? (await sealDocument(sealing, document, taken));
    if (!entry.ok) return entry;
    result.push(entry.value);
  }
  return ok(result);
}

async function carriedDocument(
  { kept }: Sealing,
  document: SealingDocument,
): Promise<Result<SealedDocumentEntry> | null> {
  const carried = kept === null ? null : await reusedEntry(kept, ({ plain }) => plain === document.sha256);
  return carried === null ? null : ok(documentEntry(document, carried));
}

async function sealDocument(
  { request, slug, itemKey }: Sealing,
  document: SealingDocument,
  taken: Set<string>,
): Promise<Result<SealedDocumentEntry>> {
  const path = nextPath(slug, taken);
  const recipient = await recipientOf(itemKey);
  const sealed = await encryptToFile(request.folder, recipient, document);
  if (!sealed.ok) return sealed;
  const { file, cipher } = sealed.value;
  const source: PackSource = { path, content: { file } };
  return ok(documentEntry(document, { source, plain: document.sha256, cipher }));
}

const documentEntry = (
  { sha256, size, mediaType }: SealingDocument,
  entry: SealedEntry,
): SealedDocumentEntry => ({ ...entry, file: { path: entry.source.path, size, sha256, mediaType } });

/** Numbers that an earlier revision used are not used again for another content. */
function nextPath(slug: string, taken: Set<string>): string {
  for (let number = 1; ; number += 1) {
    const path = `sealed/${slug}/${String(number).padStart(4, '0')}.age`;
    if (taken.has(path)) continue;
    taken.add(path);
    return path;
  }
}

async function sealItemJson(
  { content, slug, itemKey, kept }: Sealing,
  documents: readonly SealedDocumentEntry[],
): Promise<SealedEntry> {
  const files = new Map(documents.map(({ file }) => [file.sha256, file]));
  const bytes = content.bytes((sha256) => files.get(sha256));
  const path = `sealed/${slug}/item.age`;
  const plain = sha256Of(bytes);
  const carried =
    kept === null ? null : await reusedEntry(kept, (entry) => entry.path === path && entry.plain === plain);
  if (carried !== null) return carried;
  return bytesEntry(path, await encryptTo([await recipientOf(itemKey)], bytes), plain);
}

async function sealKey(
  { slug, itemKey, kept }: Sealing,
  recipients: readonly string[],
  mayCarry: boolean,
): Promise<SealedEntry> {
  const path = `sealed/${slug}/key.age`;
  const carried = kept === null || !mayCarry ? null : await reusedEntry(kept, (entry) => entry.path === path);
  if (carried !== null) return carried;
  return bytesEntry(path, await encryptKeyTo(recipients, itemKey), null);
}

const bytesEntry = (path: string, bytes: Uint8Array, plain: Sha256 | null): SealedEntry => ({
  source: { path, content: { bytes } },
  plain,
  cipher: sha256Of(bytes),
});

/** The item's key as an `age` identity file, for these people among throw-away recipients that nobody holds the key of. */
async function encryptKeyTo(recipients: readonly string[], itemKey: string): Promise<Uint8Array> {
  const padding = await Promise.all(
    Array.from({ length: paddedRecipientCount(recipients.length) - recipients.length }, async () =>
      recipientOf(await newAgeIdentity()),
    ),
  );
  return encryptTo(shuffled([...recipients, ...padding], randomInt), Buffer.from(`${itemKey}\n`));
}

/** `key.age` for one more person: the content of a key letter. */
export const encryptKeyForOne = (recipient: string, itemKey: string): Promise<Uint8Array> =>
  encryptTo([recipient], Buffer.from(`${itemKey}\n`));
