import path from 'node:path';
import type { Result } from '../../core/errors.ts';
import { failure, ok } from '../../core/errors.ts';
import type { ImportedPack } from '../../core/library/applyImport.ts';
import { applyImport, authorityIn, importKind } from '../../core/library/applyImport.ts';
import { findClaim } from '../../core/library/claims.ts';
import { issuerFact, openDocuments } from '../../core/library/meetingEntry.ts';
import { withoutNotice } from '../../core/library/notices.ts';
import type { ImportOutcome, ImportProgress } from '../../core/library/views.ts';
import type { Manifest, Sha256 } from '../../core/pack/manifest.ts';
import type { PackClient } from '../packs/packClient.ts';
import type { OpenedPack } from '../packs/packs.ts';
import { diskFailure } from '../storage/diskFailure.ts';
import type { DocumentStore } from './documentStore.ts';
import type { LibraryMemory } from './libraryMemory.ts';
import { unreadableNoticeId } from './openLibraryStore.ts';
import type { PackShelf } from './packShelf.ts';
import { receivedPack, signerAllowed } from './receivedPack.ts';

export interface ImportPlace {
  readonly packs: Pick<PackClient, 'openPack' | 'verifyPack'>;
  readonly documents: DocumentStore;
  readonly shelf: PackShelf;
  readonly memory: LibraryMemory;
  readonly now: () => number;
  /** Bugs, such as a pack process that dies: that file is refused as unexpected, the others go on. */
  readonly onUnexpected: (error: unknown) => void;
}

export interface ImportTask {
  readonly file: string;
  readonly job: string;
  readonly signal: AbortSignal | undefined;
  readonly onProgress: ((progress: ImportProgress) => void) | undefined;
}

/**
 * Takes one file in: first its documents, then manifest and signature, last the library's own entry, each whole or not
 * at all. Refused anywhere, its documents do not stay: a disk that they filled has its room again. Killed anywhere, the
 * next import goes on where it stopped.
 */
export async function importPack(place: ImportPlace, task: ImportTask): Promise<ImportOutcome> {
  const tell = progressOf(task);
  tell('opening', 0, 0);
  const result = await takeIn(place, task, tell).catch((error: unknown) => {
    place.onUnexpected(error);
    return failure('unexpected');
  });
  tell(result.ok ? 'done' : 'failed', 1, 1);
  const file = path.basename(task.file);
  return result.ok ? result.value : { file, result: { kind: 'refused', error: { file, ...result.error } } };
}

type Tell = (phase: ImportProgress['phase'], bytesDone: number, bytesTotal: number) => void;

const progressOf =
  ({ job, file, onProgress }: ImportTask): Tell =>
  (phase, bytesDone, bytesTotal) =>
    onProgress?.({ job, file: path.basename(file), phase, bytesDone, bytesTotal });

async function takeIn(place: ImportPlace, task: ImportTask, tell: Tell): Promise<Result<ImportOutcome>> {
  if (task.signal?.aborted) return failure('cancelled');
  const opened = await place.packs.openPack(task.file);
  if (!opened.ok) return opened;
  const pack = opened.value;
  // One import runs at a time: what is added of these meanwhile is its own.
  const absent = [...pack.carried].filter((sha256) => !place.documents.stored.has(sha256));
  let taken: Result<ImportOutcome> | null = null;
  try {
    taken = await keep(place, pack, task, tell);
    return taken;
  } catch (error) {
    return diskFailure(error, task.file);
  } finally {
    if (taken?.ok !== true) await discardStored(place.documents, absent);
    await pack.close();
  }
}

async function keep(
  place: ImportPlace,
  pack: OpenedPack,
  task: ImportTask,
  tell: Tell,
): Promise<Result<ImportOutcome>> {
  const allowed = signerAllowed(pack);
  if (!allowed.ok) return allowed;
  const damaged = await storeDocuments(place, pack, task, tell);
  if (!damaged.ok) return damaged;
  await place.shelf.put(pack);
  return remember(place, pack, damaged.value);
}

async function discardStored(documents: DocumentStore, these: readonly Sha256[]): Promise<void> {
  for (const sha256 of these) if (documents.stored.has(sha256)) await documents.discard(sha256);
}

/** Stores what is not here yet; the titles of documents whose bytes are not what was signed. */
async function storeDocuments(
  place: ImportPlace,
  pack: OpenedPack,
  task: ImportTask,
  tell: Tell,
): Promise<Result<readonly string[]>> {
  const isKnown = findClaim(place.memory.data(), pack.manifestSha256) !== null;
  const lacking = [...pack.carried].filter((sha256) => !place.documents.stored.has(sha256));
  // What the person disposed of does not come back because the file still lies in a watched folder.
  const isDisposed = place.memory.data().packs[pack.manifest.pack.id]?.disposed !== undefined;
  if (isKnown && (lacking.length === 0 || isDisposed)) return ok([]);
  const report = await place.packs.verifyPack(task.file, {
    ...(task.signal && { signal: task.signal }),
    onProgress: (bytesDone, bytesTotal) => tell('verifying', bytesDone, bytesTotal),
  });
  if (!report.ok) return report;
  const damagedFiles = pack.manifest.files.filter((file) => report.value.damaged.includes(file.path));
  const damaged = new Set(damagedFiles.map((file) => file.sha256));
  const extracted = await extractAll(
    place,
    pack,
    lacking.filter((each) => !damaged.has(each)),
    task,
    tell,
  );
  if (!extracted.ok) return extracted;
  const unreadable = [...damaged, ...extracted.value].filter((each) => !place.documents.stored.has(each));
  return ok(unreadable.map((sha256) => titleOf(pack.manifest, sha256)));
}

/** Returns those that turned out damaged meanwhile. */
async function extractAll(
  { documents }: ImportPlace,
  pack: OpenedPack,
  lacking: readonly Sha256[],
  { signal }: ImportTask,
  tell: Tell,
): Promise<Result<readonly Sha256[]>> {
  const sizes = new Map(pack.manifest.files.map((file) => [file.sha256, file.size]));
  const total = lacking.reduce((sum, sha256) => sum + (sizes.get(sha256) ?? 0), 0);
  const damaged: Sha256[] = [];
  let done = 0;
  for (const sha256 of lacking) {
    tell('storing', done, total);
    const extracted = await pack.extractDocument(sha256, documents.pathOf(sha256), signal);
    if (extracted.ok) documents.added(sha256);
    else if (extracted.error.code === 'packDocumentDamaged') damaged.push(sha256);
    else {
      const detail = { ...extracted.error.detail, document: titleOf(pack.manifest, sha256) };
      return { ok: false, error: { ...extracted.error, file: path.basename(pack.file), detail } };
    }
    done += sizes.get(sha256) ?? 0;
  }
  return ok(damaged);
}

function titleOf(manifest: Manifest, sha256: Sha256): string {
  const document = openDocuments(manifest).find((each) => each.sha256 === sha256);
  return document?.title ?? manifest.files.find((file) => file.sha256 === sha256)?.path ?? sha256;
}

async function remember(
  { memory, now }: ImportPlace,
  pack: OpenedPack,
  damagedDocuments: readonly string[],
): Promise<Result<ImportOutcome>> {
  const imported = receivedPack(pack, now());
  const before = memory.data();
  const after = applyImport(before, imported);
  const saved = await memory.save((data) =>
    withoutNotice(applyImport(data, imported), unreadableNoticeId(imported.manifestSha256)),
  );
  if (!saved.ok) return saved;
  return ok({
    file: path.basename(pack.file),
    result: {
      kind: importKind(before, after, imported),
      meetingId: pack.manifest.meeting.id,
      title: pack.manifest.meeting.title,
      revision: pack.manifest.pack.revision,
      issuer: issuerOf(after, imported),
      damagedDocuments,
    },
  });
}

function issuerOf(data: ReturnType<typeof applyImport>, imported: ImportedPack) {
  const packId = imported.manifest.pack.id;
  const authority = authorityIn(data, imported);
  const revision = data.packs[packId]?.claims[authority]?.find(
    (each) => each.manifest === imported.manifestSha256 && each.issuerKey === imported.issuerKey,
  );
  if (revision === undefined) throw new Error('what was taken in is not there');
  return issuerFact(data, { packId, authority, revision }, imported.manifest);
}
