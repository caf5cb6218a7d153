import { hkdfSync } from 'node:crypto';
import type { Result } from '../../core/errors.ts';
import { failure, ok } from '../../core/errors.ts';
import type { ByteSource } from '../packs/byteSource.ts';
import { readRange } from '../packs/byteSource.ts';
import { isNoMatch, loadAge } from './ageBox.ts';

/*
 * Reads an age file at any place without decrypting what comes before: its payload is a row of pieces of 64 KiB, each
 * sealed for itself with ChaCha20-Poly1305 under the piece's number (age-encryption.org/v1, STREAM).
 */
const pieceBytes = 64 * 1024;
const tagBytes = 16;
const sealedPieceBytes = pieceBytes + tagBytes;
const nonceBytes = 16;
/** A file for one item key has one recipient: some 200 bytes. */
const largestHeader = 64 * 1024;

export interface SealedContentKeys {
  readonly streamKey: Uint8Array;
  /** Where the first piece begins. */
  readonly start: number;
  /** Bytes of plaintext. */
  readonly size: number;
}

/** Reads the header and unlocks the file's own key. Fails with sealedNotEntitled or sealedDamaged. */
export async function unlockContent(
  source: ByteSource,
  identity: string,
): Promise<Result<SealedContentKeys>> {
  const head = await readRange(source, 0, Math.min(source.size, largestHeader));
  const length = headerLength(head);
  if (length === null) return damaged('age-header');
  const start = length + nonceBytes;
  const size = plainSize(source.size - start);
  if (size === null) return damaged('age-size');
  const { Decrypter } = await loadAge();
  const decrypter = new Decrypter();
  decrypter.addIdentity(identity);
  try {
    const fileKey = await decrypter.decryptHeader(head.slice(0, length));
    const nonce = head.slice(length, start);
    const streamKey = new Uint8Array(hkdfSync('sha256', fileKey, nonce, 'payload', 32));
    fileKey.fill(0);
    return ok({ streamKey, start, size });
  } catch (error) {
    return isNoMatch(error) ? failure('sealedNotEntitled') : damaged('age-header');
  }
}

const damaged = (rule: string): ReturnType<typeof failure> => failure('sealedDamaged', { detail: { rule } });

/** Where the payload's nonce begins: after the line `--- <MAC>`. */
function headerLength(head: Uint8Array): number | null {
  const text = Buffer.from(head.buffer, head.byteOffset, head.byteLength).toString('latin1');
  const end = /\n--- [A-Za-z0-9+/]{43}\n/.exec(text);
  return end === null ? null : end.index + end[0].length;
}

function plainSize(payloadBytes: number): number | null {
  if (payloadBytes < tagBytes) return null;
  const pieces = Math.ceil(payloadBytes / sealedPieceBytes);
  const last = payloadBytes - (pieces - 1) * sealedPieceBytes;
  return last < tagBytes || (last === tagBytes && pieces > 1) ? null : payloadBytes - pieces * tagBytes;
}

/** How many pieces the plaintext has. */
export const pieceCount = ({ size }: SealedContentKeys): number => Math.max(1, Math.ceil(size / pieceBytes));

/** Decrypts the piece with this number. Fails with sealedDamaged when a bit of it was changed, or the file was cut. */
export async function decryptPiece(
  source: ByteSource,
  keys: SealedContentKeys,
  number: number,
): Promise<Result<Uint8Array>> {
  const from = keys.start + number * sealedPieceBytes;
  const sealed = await readRange(source, from, Math.min(source.size, from + sealedPieceBytes));
  const { chacha20poly1305 } = await import('@noble/ciphers/chacha.js');
  try {
    return ok(chacha20poly1305(keys.streamKey, pieceNonce(number, pieceCount(keys))).decrypt(sealed));
  } catch {
    // The library's only error: the tag does not fit.
    return damaged('age-payload');
  }
}

/** 11 bytes of the piece's number, and one that marks the last piece. */
function pieceNonce(number: number, count: number): Uint8Array {
  const nonce = Buffer.alloc(12);
  nonce.writeUIntBE(number, 5, 6);
  nonce[11] = number === count - 1 ? 1 : 0;
  return nonce;
}

/** Which pieces hold the bytes from `first` to `last`, both included. */
export const piecesOf = (first: number, last: number): readonly number[] => {
  const from = Math.floor(first / pieceBytes);
  return Array.from({ length: Math.floor(last / pieceBytes) - from + 1 }, (_, i) => from + i);
};

/** Where the piece begins in the plaintext. */
export const pieceStart = (number: number): number => number * pieceBytes;
