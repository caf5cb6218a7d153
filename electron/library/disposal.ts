import fs from 'node:fs/promises';
import type { Result } from '../../core/errors.ts';
import { failure, ok } from '../../core/errors.ts';
import { allClaims, claimsByMeeting } from '../../core/library/claims.ts';
import type { LibraryData } from '../../core/library/libraryData.ts';
import { isDocumentEntry, isReadableEntry } from '../../core/pack/entryName.ts';
import type { PackFile, Sha256, Uuid } from '../../core/pack/manifest.ts';
import { diskFailure } from '../storage/diskFailure.ts';
import type { DocumentStore } from './documentStore.ts';
import type { LibraryMemory } from './libraryMemory.ts';
import type { ManifestCache } from './manifestCache.ts';

export interface DisposalPlace {
  readonly memory: LibraryMemory;
  readonly manifests: ManifestCache;
  readonly documents: DocumentStore;
  /** Words of a document that were read for searching. */
  readonly forgetText: (sha256: Sha256) => Promise<void>;
  readonly now: () => number;
}

/** Stored documents, open and sealed, that only this meeting's pack has; null when no pack of it is here. */
export async function packDocuments(
  { memory, manifests, documents }: Pick<DisposalPlace, 'memory' | 'manifests' | 'documents'>,
  meetingId: Uuid,
): Promise<readonly PackFile[] | null> {
  const data = memory.data();
  const claim = claimsByMeeting(data).get(meetingId);
  if (claim === undefined) return null;
  const all = allClaims(data);
  await manifests.ensure(
    data,
    all.map(({ revision }) => revision.manifest),
  );
  const filesOf = (isOwn: boolean): readonly PackFile[] =>
    all
      .filter(({ packId }) => (packId === claim.packId) === isOwn)
      .flatMap(({ revision }) => manifests.manifestOf(revision.manifest)?.files ?? []);
  const shared = new Set(filesOf(false).map(({ sha256 }) => sha256));
  const own = new Map(filesOf(true).map((file) => [file.sha256, file]));
  return [...own.values()].filter(
    ({ path, sha256 }) => isDocumentEntry(path) && documents.stored.has(sha256) && !shared.has(sha256),
  );
}

/** Removes them, and remembers it, so that watched folders do not bring them back. Fails with meetingUnknown or diskDenied. */
export async function disposeOf(
  place: DisposalPlace,
  meetingId: Uuid,
): Promise<Result<{ readonly documentCount: number }>> {
  const { memory, documents, forgetText, now } = place;
  const claim = claimsByMeeting(memory.data()).get(meetingId);
  const files = await packDocuments(place, meetingId);
  if (claim === undefined || files === null) return failure('meetingUnknown');
  const { packId } = claim;
  const at = now();
  const saved = await memory.save((data) => withDisposed(data, packId, at));
  if (!saved.ok) return saved;
  for (const { sha256 } of files) {
    try {
      await fs.rm(documents.pathOf(sha256), { force: true });
    } catch (error) {
      return diskFailure(error, documents.pathOf(sha256));
    }
    documents.removed(sha256);
    await forgetText(sha256);
  }
  return ok({ documentCount: files.filter(({ path }) => isReadableEntry(path)).length });
}

function withDisposed(data: LibraryData, packId: Uuid, at: number): LibraryData {
  const pack = data.packs[packId];
  return pack === undefined
    ? data
    : { ...data, packs: { ...data.packs, [packId]: { ...pack, disposed: at } } };
}
