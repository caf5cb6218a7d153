import { entryNames } from './packLimits.ts';

const namePattern =
  /^(mimetype|README\.txt|META-INF\/((root|issuer)\.pub|(manifest|trust)\.json(\.minisig)?)|(docs|sealed)\/[a-z0-9][a-z0-9-]{0,63}\/[a-z0-9][a-z0-9._-]{0,95})$/;
const reservedStem = /^(con|nul|aux|prn|com[0-9]|lpt[0-9])$/;

/** The longest name the pattern allows, in bytes: `sealed/` + 64 + `/` + 96. */
export const longestEntryName = 168;

export type EntryNameFault = 'entry-name' | 'entry-name-reserved';

/** What is wrong with an entry's name, or null when the pack format allows it. */
export function entryNameFault(name: string): EntryNameFault | null {
  if (!namePattern.test(name) || name.includes('..') || name.endsWith('.')) return 'entry-name';
  const isReserved = name.split('/').some((part) => reservedStem.test(stemOf(part)));
  return isReserved ? 'entry-name-reserved' : null;
}

// Windows takes everything before the first dot for the device's name: `nul.tar.gz` is `nul`.
const stemOf = (part: string): string => part.split('.', 1)[0] ?? '';

/** True for entries that stand in `files`: all but `mimetype` and those in META-INF. */
export const isListedEntry = (name: string): boolean =>
  name !== entryNames.mediaType && !name.startsWith('META-INF/');

/** True for a document entry, open or sealed. */
export const isDocumentEntry = (name: string): boolean => name.startsWith('docs/') || isSealedEntry(name);

/** True for ciphertext of a sealed item. */
export const isSealedEntry = (name: string): boolean => name.startsWith('sealed/');

/** True for a document people read: not for the key or the description of a sealed item. */
export const isReadableEntry = (name: string): boolean =>
  isDocumentEntry(name) && !/^sealed\/[^/]+\/(key|item)\.age$/.test(name);

/** The folder of a `docs/` or `sealed/` entry, which for sealed ones is the item's slug. */
export const entryFolder = (name: string): string => name.split('/')[1] ?? '';
