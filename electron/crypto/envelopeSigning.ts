import type { EnvelopeSigner, Verify } from '../../core/exchange/envelope.ts';
import { isSignedBy, signWith } from './ed25519.ts';
import type { Signer } from './minisignFiles.ts';

/** Signs envelopes with the same key that signs packs. */
export const envelopeSigner = (signer: Signer): EnvelopeSigner => ({
  publicKey: signer.publicKey,
  sign: (message) => signWith(signer.privateKey, message),
});

export const verifyEnvelope: Verify = isSignedBy;
