import type { Result } from '../errors.ts';
import { ok } from '../errors.ts';
import { decodeBase64, encodeBase64 } from './base64.ts';
import type { Manifest } from './manifest.ts';
import { packLimits } from './packLimits.ts';
import { signatureFailure } from './packRules.ts';
import { decodeUtf8, encodeUtf8 } from './utf8.ts';

/*
 * The text files of minisign (https://jedisct1.github.io/minisign/#signature-format), in its `Ed` mode: Ed25519 over
 * the bytes themselves. Checking the signatures is the shell's; here is only their form.
 */
const untrustedMark = 'untrusted comment: ';
const trustedMark = 'trusted comment: ';
/** "Ed" */
const algorithm = [0x45, 0x64] as const;
/** "ED" */
const prehashed = [0x45, 0x44] as const;

export interface MinisignPublicKey {
  /** The base64 line, `RW…`. */
  readonly line: string;
  /** 8 bytes. */
  readonly keyId: Uint8Array;
  /** The raw 32 bytes of the Ed25519 public key. */
  readonly key: Uint8Array;
}

export interface MinisignSignature {
  /** 8 bytes. */
  readonly keyId: Uint8Array;
  /** 64 bytes, over the file. */
  readonly signature: Uint8Array;
  readonly trustedComment: string;
  /** 64 bytes, over `trustedCommentMessage`. */
  readonly commentSignature: Uint8Array;
}

const startsWith = (bytes: Uint8Array, start: readonly number[]): boolean =>
  start.every((byte, i) => bytes[i] === byte);

/** Lines of a minisign file; null when it is not UTF-8 text of exactly `count` lines. minisign on Windows writes CRLF. */
function linesOf(bytes: Uint8Array, count: number): readonly string[] | null {
  const text = decodeUtf8(bytes);
  if (text === null) return null;
  const lines = text.split(/\r?\n/);
  if (lines.at(-1) === '') lines.pop();
  const hasControls = lines.some((line) => /\p{Cc}/u.test(line));
  return lines.length === count && !hasControls ? lines : null;
}

/** Reads the base64 line `RW…` of a public key; null when it is not one. */
export function parsePublicKeyLine(line: string): MinisignPublicKey | null {
  const bytes = line.length === 56 ? decodeBase64(line) : null;
  if (bytes === null || bytes.length !== 42 || !startsWith(bytes, algorithm)) return null;
  return { line, keyId: bytes.slice(2, 10), key: bytes.slice(10) };
}

/** Reads a minisign public key file. `entry` names it in the failure (packSignature, key-format). */
export function parsePublicKeyFile(bytes: Uint8Array, entry: string): Result<MinisignPublicKey> {
  const lines = bytes.length <= packLimits.publicKeyBytes ? linesOf(bytes, 2) : null;
  const key = lines?.[0]?.startsWith(untrustedMark) ? parsePublicKeyLine(lines[1] ?? '') : null;
  return key === null ? signatureFailure('key-format', entry) : ok(key);
}

/** The public key file of a raw key, as `minisign -G` writes it. */
export function formatPublicKeyFile(key: Pick<MinisignPublicKey, 'keyId' | 'key'>): Uint8Array {
  return encodeUtf8(`${untrustedMark}minisign public key ${keyIdText(key.keyId)}\n${publicKeyLine(key)}\n`);
}

/** The base64 line `RW…` of a raw key. */
export const publicKeyLine = ({ keyId, key }: Pick<MinisignPublicKey, 'keyId' | 'key'>): string =>
  encodeBase64(Uint8Array.from([...algorithm, ...keyId, ...key]));

/** A key id as minisign shows it: a little-endian number in upper-case hex. */
export const keyIdText = (keyId: Uint8Array): string =>
  [...keyId]
    .reverse()
    .map((byte) => byte.toString(16).padStart(2, '0'))
    .join('')
    .toUpperCase();

/** Reads a signature file. Fails with packSignature: signature-format, or signature-prehashed for minisign's default mode. */
export function parseSignatureFile(bytes: Uint8Array, entry: string): Result<MinisignSignature> {
  const lines = bytes.length <= packLimits.signatureBytes ? linesOf(bytes, 4) : null;
  const [untrusted = '', main = '', trusted = '', global = ''] = lines ?? [];
  const body = decodeBase64(main);
  const commentSignature = decodeBase64(global);
  const hasForm = untrusted.startsWith(untrustedMark) && trusted.startsWith(trustedMark);
  if (!hasForm || body?.length !== 74 || commentSignature?.length !== 64) {
    return signatureFailure('signature-format', entry);
  }
  if (startsWith(body, prehashed)) return signatureFailure('signature-prehashed', entry);
  if (!startsWith(body, algorithm)) return signatureFailure('signature-format', entry);
  return ok({
    keyId: body.slice(2, 10),
    signature: body.slice(10),
    trustedComment: trusted.slice(trustedMark.length),
    commentSignature,
  });
}

/** The signature file with these parts. The untrusted comment is ours and says nothing. */
export function formatSignatureFile(parts: MinisignSignature): Uint8Array {
  const main = encodeBase64(Uint8Array.from([...algorithm, ...parts.keyId, ...parts.signature]));
  const global = encodeBase64(parts.commentSignature);
  return encodeUtf8(
    `${untrustedMark}signature of a Beredd pack\n${main}\n${trustedMark}${parts.trustedComment}\n${global}\n`,
  );
}

/** The bytes that the comment's signature is over: the first signature and the trusted comment. */
export const trustedCommentMessage = (signature: Uint8Array, trustedComment: string): Uint8Array =>
  Uint8Array.from([...signature, ...encodeUtf8(trustedComment)]);

/** What the trusted comment of a manifest's signature must say. */
export const packTrustedComment = ({ pack }: Pick<Manifest, 'pack'>): string =>
  `pack:${pack.id} revision:${pack.revision} issued:${pack.issued}`;
