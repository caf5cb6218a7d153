import { readFile } from 'node:fs/promises';
import { ok, failure, type Result } from '../../core/errors.ts';
import type { DraftFile } from '../../core/draft/draft.ts';
import type { AgendaItem, Manifest, Sha256, Uuid } from '../../core/pack/manifest.ts';
import { placedItems } from '../../core/pack/manifestWalk.ts';
import type { SealedFile, SealedItem } from '../../core/sealing/sealedItem.ts';
import { parseSealedItem, sealedDocuments } from '../../core/sealing/sealedItem.ts';
import type { LibraryService } from '../library/libraryService.ts';
import { decryptWith } from '../sealing/ageBox.ts';
import type { SealingRecords } from '../sealing/sealingMemory.ts';
import type { SealingRecord } from '../sealing/sealingRecord.ts';
import type { OpenedForDraft, OpenSealedItems } from './beginDrafts.ts';
import { openSealed, streamOf } from './openedContent.ts';

export interface IssuedSealedParts {
  readonly sealings: Pick<SealingRecords, 'record'>;
  readonly library: Pick<LibraryService, 'documentFile'>;
  /** Whose card has this recipient; null when nobody's. */
  readonly memberOf: (recipient: string) => Uuid | null;
}

/**
 * Opens the sealed items of a revision that this office issued, with the keys it kept of them, so that a draft can go on
 * from it. What was sealed elsewhere, or while the keys are locked, is left out.
 */
export const openIssuedSealed =
  (parts: IssuedSealedParts): OpenSealedItems =>
  async ({ manifest }) => {
    const opened = new Map<Uuid, OpenedForDraft>();
    for (const { item } of placedItems(manifest)) {
      if (item.sealed === null) continue;
      const record = await parts.sealings.record(manifest.pack.id, item.id);
      if (!record.ok || record.value === null) continue;
      const one = await openOne({ manifest, item, record: record.value }, parts);
      if (one !== null) opened.set(item.id, one);
    }
    return opened;
  };

interface Issued {
  readonly manifest: Manifest;
  readonly item: AgendaItem;
  readonly record: SealingRecord;
}

async function openOne(
  { manifest, item, record }: Issued,
  parts: IssuedSealedParts,
): Promise<OpenedForDraft | null> {
  const { itemKey, slug, recipients } = record;
  const cipherFile = async (path: string): Promise<string | null> => {
    const file = manifest.files.find((each) => each.path === path);
    return file === undefined ? null : ((await parts.library.documentFile(file.sha256))?.path ?? null);
  };
  const file = await cipherFile(`sealed/${slug}/item.age`);
  const sealed = file === null ? null : await readFile(file).catch(() => null);
  const plain = sealed === null ? null : await decryptWith([itemKey], sealed);
  const whole = plain?.state === 'open' ? parseSealedItem(plain.plain, item.id, slug) : null;
  if (whole === null || !whole.ok) return null;
  const documents = sealedDocuments(whole.value);
  const content = async (sha256: Sha256): Promise<Result<ReadableStream<Uint8Array>>> => {
    const document = documents.find(({ sealedFile }) => sealedFile.sha256 === sha256);
    const cipher = document === undefined ? null : await cipherFile(document.sealedFile.path);
    const opened = cipher === null ? failure('documentMissing') : await openSealed(cipher, itemKey);
    return opened.ok ? ok(streamOf(opened.value)) : opened;
  };
  return {
    item: openItem(whole.value),
    files: [
      ...new Map(
        documents.map((each) => [
          each.sealedFile.sha256,
          draftFile(each.sealedFile, pagesOf(whole.value, each.sealedFile)),
        ]),
      ).values(),
    ],
    entitled: recipients.flatMap((recipient) => parts.memberOf(recipient) ?? []),
    content,
  };
}

const openItem = (item: SealedItem): AgendaItem => ({
  ...item,
  documents: item.documents.map(({ sealedFile, ...document }) => ({
    ...document,
    sha256: sealedFile.sha256,
  })),
  children: item.children.map(openItem),
});

/** Pages of a file that several documents may share: those known of. */
const pagesOf = (item: SealedItem, file: SealedFile): number =>
  sealedDocuments(item)
    .filter(({ sealedFile }) => sealedFile.sha256 === file.sha256)
    .reduce((most, { pages, pageCount }) => Math.max(most, pages?.to ?? pageCount), 0);

const draftFile = ({ path, size, sha256, mediaType }: SealedFile, pageCount: number): DraftFile => ({
  sha256,
  size,
  // The name it had was never in the pack.
  name: path
    .slice(path.lastIndexOf('/') + 1)
    .replace(/\.age$/, mediaType === 'application/pdf' ? '.pdf' : ''),
  mediaType,
  pageCount: mediaType === 'application/pdf' ? pageCount : null,
  condition: 'readable',
  pagesWithoutText: null,
  converted: null,
});
