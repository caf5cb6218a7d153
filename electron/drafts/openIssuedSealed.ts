import { readFile } from 'node:fs/promises';
import { ok, failure, type Result } from '../../core/errors.ts';
import type { DraftFile } from '../../core/draft/draft.ts';
import type { OpenedContent } from '../../core/draft/draftFromManifest.ts';
import type { Manifest, Sha256, Uuid } from '../../core/pack/manifest.ts';
import type { DocumentHolder } from '../../core/pack/manifestWalk.ts';
import { documentHolders } from '../../core/pack/manifestWalk.ts';
import { openedBriefing, parseSealedBriefing } from '../../core/sealing/sealedBriefing.ts';
import type { SealedDocument, SealedFile } from '../../core/sealing/sealedDocument.ts';
import { openedItem, parseSealedItem, sealedDocuments } from '../../core/sealing/sealedItem.ts';
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
 * Opens the sealed items and briefings of a revision that this office issued, with the keys it kept of them, so that a draft can go on
 * from it. What was sealed elsewhere, or while the keys are locked, is left out.
 */
export const openIssuedSealed =
  (parts: IssuedSealedParts): OpenSealedItems =>
  async ({ manifest }) => {
    const opened = new Map<Uuid, OpenedForDraft>();
    for (const holder of documentHolders(manifest)) {
      if (holder.sealed === null) continue;
      const record = await parts.sealings.record(manifest.pack.id, holder.id);
      if (!record.ok || record.value === null) continue;
      const one = await openOne({ manifest, holder, record: record.value }, parts);
      if (one !== null) opened.set(holder.id, one);
    }
    return opened;
  };

interface Issued {
  readonly manifest: Manifest;
  readonly holder: Pick<DocumentHolder, 'id' | 'kind'>;
  readonly record: SealingRecord;
}

async function openOne(
  { manifest, holder, record }: Issued,
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
  const whole = plain?.state === 'open' ? contentOf(plain.plain, holder, slug) : null;
  if (whole === null) return null;
  const { content: opened, documents } = whole;
  const stream = async (sha256: Sha256): Promise<Result<ReadableStream<Uint8Array>>> => {
    const document = documents.find(({ sealedFile }) => sealedFile.sha256 === sha256);
    const cipher = document === undefined ? null : await cipherFile(document.sealedFile.path);
    const found = cipher === null ? failure('documentMissing') : await openSealed(cipher, itemKey);
    return found.ok ? ok(streamOf(found.value)) : found;
  };
  return {
    content: opened,
    files: [
      ...new Map(
        documents.map((each) => [
          each.sealedFile.sha256,
          draftFile(each.sealedFile, pagesOf(documents, each.sealedFile)),
        ]),
      ).values(),
    ],
    entitled: recipients.flatMap((recipient) => parts.memberOf(recipient) ?? []),
    stream,
  };
}

function contentOf(
  plain: Uint8Array,
  { id, kind }: Issued['holder'],
  slug: string,
): { readonly content: OpenedContent; readonly documents: readonly SealedDocument[] } | null {
  if (kind === 'item') {
    const item = parseSealedItem(plain, id, slug);
    if (!item.ok) return null;
    return {
      content: { type: 'item', item: openedItem(item.value) },
      documents: sealedDocuments(item.value),
    };
  }
  const briefing = parseSealedBriefing(plain, id, slug);
  if (!briefing.ok) return null;
  const { documents } = briefing.value;
  return { content: { type: 'briefing', briefing: openedBriefing(briefing.value) }, documents };
}

/** Pages of a file that several documents may share: those known of. */
const pagesOf = (documents: readonly SealedDocument[], file: SealedFile): number =>
  documents
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
