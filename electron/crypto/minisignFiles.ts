import type { KeyObject } from 'node:crypto';
import type { Result } from '../../core/errors.ts';
import { ok } from '../../core/errors.ts';
import type { MinisignPublicKey, MinisignSignature } from '../../core/pack/minisign.ts';
import { formatSignatureFile, parseSignatureFile, trustedCommentMessage } from '../../core/pack/minisign.ts';
import { signatureFailure } from '../../core/pack/packRules.ts';
import { isSignedBy, signWith } from './ed25519.ts';

/** A secret signing key with the id under which minisign knows it. */
export interface Signer {
  readonly publicKey: MinisignPublicKey;
  readonly privateKey: KeyObject;
}

/** Signs `message` in minisign's `Ed` mode; the file's bytes. */
export function signMinisign(signer: Signer, message: Uint8Array, trustedComment: string): Uint8Array {
  const signature = signWith(signer.privateKey, message);
  const commentSignature = signWith(signer.privateKey, trustedCommentMessage(signature, trustedComment));
  return formatSignatureFile({
    keyId: signer.publicKey.keyId,
    signature,
    trustedComment,
    commentSignature,
  });
}

const sameBytes = (a: Uint8Array, b: Uint8Array): boolean => Buffer.compare(a, b) === 0;

/**
 * Checks a signature file over `message`, its trusted comment included. Fails with packSignature naming `entry` and
 * the rule.
 */
export function verifyMinisign(
  key: MinisignPublicKey,
  message: Uint8Array,
  signatureFile: Uint8Array,
  entry: string,
): Result<MinisignSignature> {
  const parsed = parseSignatureFile(signatureFile, entry);
  if (!parsed.ok) return parsed;
  const { keyId, signature, trustedComment, commentSignature } = parsed.value;
  if (!sameBytes(keyId, key.keyId)) return signatureFailure('signature-other-key', entry);
  if (!isSignedBy(key.key, message, signature)) return signatureFailure('signature-wrong', entry);
  const commentMessage = trustedCommentMessage(signature, trustedComment);
  if (!isSignedBy(key.key, commentMessage, commentSignature)) {
    return signatureFailure('signature-comment', entry);
  }
  return ok(parsed.value);
}
