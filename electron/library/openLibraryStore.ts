import path from 'node:path';
import type { Result } from '../../core/errors.ts';
import { ok } from '../../core/errors.ts';
import type { LibraryData } from '../../core/library/libraryData.ts';
import { emptyLibrary, libraryDataSchema, libraryVersion } from '../../core/library/libraryData.ts';
import { findClaim } from '../../core/library/claims.ts';
import { withNotice } from '../../core/library/notices.ts';
import type { Sha256 } from '../../core/pack/manifest.ts';
import type { Disk } from '../storage/disk.ts';
import type { DurableStore } from '../storage/store.ts';
import { openStore } from '../storage/store.ts';
import type { PackShelf } from './packShelf.ts';
import { rebuildLibrary } from './rebuildLibrary.ts';

export interface LibraryStoreOptions {
  readonly file: string;
  readonly shelf: PackShelf;
  readonly disk: Disk;
  readonly now: () => number;
  /** Damaged files that were set aside before the library was opened; told in the same way. */
  readonly alreadySetAside: readonly string[];
}

/**
 * Opens library.json. When it was damaged or is gone, what the shelf still has is taken in again, and a notice says what
 * was set aside. Fails with profileNewer, diskDenied or diskFull.
 */
export async function openLibraryStore(
  options: LibraryStoreOptions,
): Promise<Result<DurableStore<LibraryData>>> {
  const opened = await openStore<LibraryData>({
    file: options.file,
    kind: 'library',
    version: libraryVersion,
    schema: libraryDataSchema,
    initial: emptyLibrary(),
    whenUnreadable: 'setAside',
    disk: options.disk,
    now: options.now,
  });
  if (!opened.ok) return opened;
  const store = opened.value;
  const { origin, setAside } = store.report;
  const toTell = [...options.alreadySetAside, ...setAside];
  if (origin === 'current' && toTell.length === 0) return opened;
  const rebuilt =
    origin === 'current' ? store.read() : await rebuildLibrary(store.read(), options.shelf, options.disk);
  const told = withSetAside(rebuilt, toTell, options.now());
  if (told === store.read()) return opened;
  const saved = await store.update(() => told);
  return saved.ok ? ok(store) : saved;
}

/** Tells of damaged files that were given another name. `at` in milliseconds since 1970. */
export const withSetAside = (data: LibraryData, files: readonly string[], at: number): LibraryData =>
  files.reduce((told, file) => withNotice(told, setAsideNotice(file, at)), data);

const setAsideNotice = (file: string, at: number): LibraryData['notices'][number] => ({
  id: `setAside:${path.basename(file)}`,
  kind: 'setAside',
  severity: 'problem',
  at,
  meetingId: null,
  meetingTitle: null,
  file: path.basename(file),
  detail: { setAside: file },
  error: { code: 'profileDamaged', file: path.basename(file), detail: { setAside: file } },
});

export const unreadableNoticeId = (manifest: Sha256): string => `unreadable:${manifest}`;

/** Tells of meetings whose manifest is gone or damaged: taking in the same pack again brings them back. */
export const withUnreadable = (data: LibraryData, manifests: readonly Sha256[], at: number): LibraryData =>
  manifests.reduce((told, manifest) => {
    const claim = findClaim(data, manifest);
    if (claim === null) return told;
    const file = `${claim.packId}/${claim.revision.revision}.manifest.json`;
    return withNotice(told, {
      id: unreadableNoticeId(manifest),
      kind: 'refused',
      severity: 'problem',
      at,
      meetingId: claim.revision.meetingId,
      meetingTitle: null,
      file,
      detail: { revision: claim.revision.revision },
      error: { code: 'documentMissing', file },
    });
  }, data);
