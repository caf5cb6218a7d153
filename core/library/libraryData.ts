import * as v from 'valibot';
import type { Result } from '../errors.ts';
import { failure, ok } from '../errors.ts';
import { defaultLayout } from '../settings/settings.ts';
import type { LibraryDataV1 } from './v1/libraryDataV1.ts';
import { libraryDataV1Schema } from './v1/libraryDataV1.ts';

/** The content of `library.json` in its newest shape. Plain data; every change makes a new value. */
export type LibraryData = LibraryDataV1;
export type PackRecord = LibraryData['packs'][string];
export type RevisionRecord = PackRecord['claims'][string][number];
export type MeetingRecord = LibraryData['meetings'][string];
export type DocumentRecord = LibraryData['documents'][string];
export type StoredNotice = LibraryData['notices'][number];
export type WatchedFolderRecord = LibraryData['watchedFolders'][number];

/** The version that `library.json` is written with. */
export const libraryVersion = 1;

/** A library with nothing in it: the first start. */
export const emptyLibrary = (): LibraryData => ({
  version: libraryVersion,
  settings: { language: null, theme: 'system', layout: defaultLayout },
  keys: {},
  trust: {},
  packs: {},
  meetings: {},
  documents: {},
  watchedFolders: [],
  notices: [],
  dismissed: [],
});

/**
 * Checks what was read from disk. Fails with `profileNewer` for a later version (the file is then left alone) and
 * `profileDamaged` for anything else that is not a library; `detail.path` names the place.
 */
export function parseLibraryData(json: unknown): Result<LibraryData> {
  if (versionOf(json) > libraryVersion)
    return failure('profileNewer', { detail: { version: versionOf(json) } });
  const parsed = v.safeParse(libraryDataV1Schema, json);
  if (parsed.success) return ok(parsed.output);
  return failure('profileDamaged', { detail: { path: v.getDotPath(parsed.issues[0]) ?? '' } });
}

function versionOf(json: unknown): number {
  if (typeof json !== 'object' || json === null || !('version' in json)) return 0;
  return typeof json.version === 'number' ? json.version : 0;
}
