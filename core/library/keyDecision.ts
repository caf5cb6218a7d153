import type { LibraryData } from './libraryData.ts';

/**
 * The person compared the six words of a key: they match, and the key is known from now on; or they differ, and its
 * packs stay not confirmed. Saying the same twice keeps the first time. Null when no pack ever came under this key.
 */
export function decideKey(data: LibraryData, key: string, matches: boolean, at: number): LibraryData | null {
  const record = data.keys[key];
  if (record === undefined) return null;
  const decision = matches ? 'known' : 'declined';
  if (record.decision === decision) return data;
  return { ...data, keys: { ...data.keys, [key]: { ...record, decision, decidedAt: at } } };
}
