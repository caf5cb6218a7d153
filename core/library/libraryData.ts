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

/** The version that `library.json` is written with, and what its data must look like. */
export const libraryVersion = 1;
export const libraryDataSchema = libraryDataV1Schema;

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
