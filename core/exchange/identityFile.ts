import * as v from 'valibot';
import type { Result } from '../errors.ts';
import { failure } from '../errors.ts';
import type { Instant, Uuid } from '../pack/manifest.ts';
import { closed, instant, listOf, text, uuid } from '../pack/manifestValues.ts';
import type { EnvelopeSigner, Signed, Verify } from './envelope.ts';
import { readEnvelope, writeEnvelope } from './envelope.ts';
import { ageIdentity, ageRecipient, publicKey, shortName } from './exchangeValues.ts';

/** A person's own keys, for another device of theirs. Only ever inside an age file with a passphrase. */
export interface IdentityFile {
  readonly person: Uuid;
  readonly name: string;
  readonly bodies: readonly Uuid[];
  readonly roles: readonly string[];
  readonly recipient: string;
  readonly signingKey: string;
  /** Secret: PKCS#8 DER of the signing key, base64. */
  readonly signingSecret: string;
  /** Secret: `AGE-SECRET-KEY-1…`. */
  readonly ageIdentity: string;
  readonly created: Instant;
}

/** The extension of the file, without dot. */
export const identityExtension = 'beredd-identity';

const identityFileSchema: v.GenericSchema<unknown, IdentityFile> = closed({
  person: uuid,
  name: shortName,
  bodies: v.pipe(listOf(uuid), v.maxLength(200, 'too-large')),
  roles: v.pipe(listOf(shortName), v.maxLength(200, 'too-large')),
  recipient: ageRecipient,
  signingKey: publicKey,
  // Ed25519 in PKCS#8 is 48 bytes.
  signingSecret: v.pipe(text, v.regex(/^[A-Za-z0-9+/]{64}$/, 'kind-of-value')),
  ageIdentity,
  created: instant,
});

/** The bytes of the envelope inside the age file, signed by the identity itself. */
export const writeIdentityFile = (identity: IdentityFile, signer: EnvelopeSigner): Uint8Array =>
  writeEnvelope('beredd-identity', identity, signer);

/** From the decrypted bytes to an identity that its own key signed. Fails as `readEnvelope` does, or with exchangeForged. */
export function readIdentityFile(bytes: Uint8Array, verify: Verify): Result<Signed<IdentityFile>> {
  const identity = readEnvelope(bytes, 'beredd-identity', identityFileSchema, verify);
  if (!identity.ok) return identity;
  return identity.value.key === identity.value.content.signingKey ? identity : failure('exchangeForged');
}
