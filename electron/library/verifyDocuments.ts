import { openDocuments } from '../../core/library/meetingEntry.ts';
import type { Manifest } from '../../core/pack/manifest.ts';
import type { DocumentStore } from './documentStore.ts';

/** Titles of documents whose bytes are not what was signed, and of those that are not here. */
export interface VerifiedDocuments {
  readonly damaged: readonly string[];
  readonly missing: readonly string[];
}

/** Follows reading a meeting again, and can stop it. */
export interface VerifyWatch {
  readonly signal?: AbortSignal;
  readonly onProgress?: (bytesDone: number, bytesTotal: number) => void;
}

/** Reads every document of a meeting again. Rejects with the signal's reason when it is stopped. */
export async function verifyDocuments(
  manifest: Manifest,
  documents: DocumentStore,
  { signal, onProgress }: VerifyWatch,
): Promise<VerifiedDocuments> {
  const sizes = new Map(manifest.files.map(({ sha256, size }) => [sha256, size]));
  const all = openDocuments(manifest);
  const hashes = [...new Set(all.map(({ sha256 }) => sha256))];
  const bytesTotal = hashes.reduce((sum, sha256) => sum + (sizes.get(sha256) ?? 0), 0);
  const states = new Map<string, 'intact' | 'damaged' | 'missing'>();
  let bytesBefore = 0;
  for (const sha256 of hashes) {
    signal?.throwIfAborted();
    let bytesRead = 0;
    const onBytes = (count: number): void => {
      bytesRead += count;
      onProgress?.(Math.min(bytesTotal, bytesBefore + bytesRead), bytesTotal);
    };
    states.set(sha256, await documents.verify(sha256, { ...(signal ? { signal } : {}), onBytes }));
    bytesBefore += sizes.get(sha256) ?? 0;
  }
  const titlesOf = (state: 'damaged' | 'missing'): readonly string[] =>
    all.filter(({ sha256 }) => states.get(sha256) === state).map(({ title }) => title);
  return { damaged: titlesOf('damaged'), missing: titlesOf('missing') };
}
