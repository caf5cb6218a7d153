import { createPublicKey, sign, verify } from 'node:crypto';
import type { KeyObject } from 'node:crypto';

/** What stands before the raw 32 bytes of an Ed25519 key in its SubjectPublicKeyInfo (RFC 8410 §4). */
const publicKeyPrefix = Buffer.from('302a300506032b6570032100', 'hex');

const publicKeyFromRaw = (raw: Uint8Array): KeyObject =>
  createPublicKey({ key: Buffer.concat([publicKeyPrefix, raw]), format: 'der', type: 'spki' });

/** The raw 32 bytes of the public half of an Ed25519 key. */
export const rawPublicKey = (key: KeyObject): Uint8Array => {
  const half = key.type === 'private' ? createPublicKey(key) : key;
  return new Uint8Array(half.export({ format: 'der', type: 'spki' }).subarray(publicKeyPrefix.length));
};

/** True when `signature` is that of `message` by the key of these raw 32 bytes. */
export const isSignedBy = (rawKey: Uint8Array, message: Uint8Array, signature: Uint8Array): boolean =>
  verify(null, message, publicKeyFromRaw(rawKey), signature);

/** The 64 bytes of the signature (RFC 8032 Ed25519, not prehashed). */
export const signWith = (privateKey: KeyObject, message: Uint8Array): Uint8Array =>
  new Uint8Array(sign(null, message, privateKey));
