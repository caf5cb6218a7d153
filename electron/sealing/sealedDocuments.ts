import { open } from 'node:fs/promises';
import type { Result } from '../../core/errors.ts';
import { failure, ok } from '../../core/errors.ts';
import type { Sha256 } from '../../core/pack/manifest.ts';
import { fileSource } from '../packs/byteSource.ts';
import type { ByteSource } from '../packs/byteSource.ts';
import { systemCodeOf } from '../storage/diskFailure.ts';
import { createPieceCache } from './pieceCache.ts';
import type { SealedContentKeys } from './sealedContent.ts';
import { decryptPiece, pieceStart, piecesOf, unlockContent } from './sealedContent.ts';

/** A sealed document that can be read because its item is unlocked. */
export interface UnlockedDocument {
  /** Of the plaintext. */
  readonly sha256: Sha256;
  readonly size: number;
  readonly mediaType: string;
  /** Where its ciphertext is stored. */
  readonly cipherFile: string;
  /** Secret. */
  readonly itemKey: string;
}

/** Bytes that are made while they are asked for. */
export interface RangedContent {
  readonly size: number;
  readonly mediaType: string;
  /** Bytes `first` to `last`, both included. Fails with sealedDamaged or documentMissing. */
  readonly read: (first: number, last: number) => Promise<Result<Uint8Array>>;
}

/** A ciphertext and the secret key that opens it. */
export interface CipherFile {
  readonly path: string;
  readonly key: string;
  /** Of the plaintext. */
  readonly mediaType: string;
}

/** Documents of unlocked items, decrypted piece by piece for the window; never written anywhere. */
export interface SealedDocuments {
  readonly add: (documents: readonly UnlockedDocument[]) => void;
  readonly find: (sha256: Sha256) => RangedContent | null;
  readonly cipherFile: (sha256: Sha256) => CipherFile | null;
  readonly clear: () => void;
}

export function createSealedDocuments(): SealedDocuments {
  const documents = new Map<Sha256, UnlockedDocument>();
  const keys = new Map<Sha256, SealedContentKeys>();
  const cache = createPieceCache();

  const keysOf = async (
    document: UnlockedDocument,
    source: ByteSource,
  ): Promise<Result<SealedContentKeys>> => {
    const known = keys.get(document.sha256);
    if (known !== undefined) return ok(known);
    const unlocked = await unlockContent(source, document.itemKey);
    if (!unlocked.ok) return unlocked;
    if (unlocked.value.size !== document.size)
      return failure('sealedDamaged', { detail: { rule: 'file-size' } });
    // Locked meanwhile: nothing is remembered then.
    if (documents.get(document.sha256) === document) keys.set(document.sha256, unlocked.value);
    return unlocked;
  };

  const piece = async (document: UnlockedDocument, source: ByteSource, number: number) => {
    const name = `${document.sha256}:${number}`;
    const cached = cache.get(name);
    if (cached !== null) return ok(cached);
    const unlocked = await keysOf(document, source);
    const decrypted = unlocked.ok ? await decryptPiece(source, unlocked.value, number) : unlocked;
    if (decrypted.ok && documents.get(document.sha256) === document) cache.put(name, decrypted.value);
    return decrypted;
  };

  const read = async (
    document: UnlockedDocument,
    first: number,
    last: number,
  ): Promise<Result<Uint8Array>> => {
    const handle = await open(document.cipherFile, 'r');
    try {
      const source = fileSource(handle, (await handle.stat()).size);
      const bytes = new Uint8Array(last - first + 1);
      for (const number of piecesOf(first, last)) {
        const part = await piece(document, source, number);
        if (!part.ok) return part;
        const from = Math.max(first, pieceStart(number));
        const wanted = part.value.subarray(from - pieceStart(number), last + 1 - pieceStart(number));
        bytes.set(wanted, from - first);
      }
      return ok(bytes);
    } finally {
      await handle.close();
    }
  };

  return {
    add: (added) => {
      for (const document of added) documents.set(document.sha256, document);
    },
    find: (sha256) => {
      const document = documents.get(sha256);
      if (document === undefined) return null;
      const { size, mediaType } = document;
      return { size, mediaType, read: (first, last) => missingWhenGone(read(document, first, last)) };
    },
    cipherFile: (sha256) => {
      const document = documents.get(sha256);
      if (document === undefined) return null;
      return { path: document.cipherFile, key: document.itemKey, mediaType: document.mediaType };
    },
    clear: () => {
      documents.clear();
      for (const { streamKey } of keys.values()) streamKey.fill(0);
      keys.clear();
      cache.clear();
    },
  };
}

async function missingWhenGone(reading: Promise<Result<Uint8Array>>): Promise<Result<Uint8Array>> {
  try {
    return await reading;
  } catch (error) {
    if (systemCodeOf(error) === null) throw error;
    return failure('documentMissing');
  }
}
