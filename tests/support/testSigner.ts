import { createPrivateKey } from 'node:crypto';
import { publicKeyLine } from '../../core/pack/minisign.ts';
import { rawPublicKey } from '../../electron/crypto/ed25519.ts';
import type { Signer } from '../../electron/crypto/minisignFiles.ts';

/** The same signer for the same number, always. Its secret is no secret. */
export function testSigner(number = 1): Signer {
  const seed = Buffer.alloc(32, number);
  const privateKey = createPrivateKey({
    key: Buffer.concat([Buffer.from('302e020100300506032b657004220420', 'hex'), seed]),
    format: 'der',
    type: 'pkcs8',
  });
  const keyId = new Uint8Array(8).fill(number);
  const key = rawPublicKey(privateKey);
  return { privateKey, publicKey: { keyId, key, line: publicKeyLine({ keyId, key }) } };
}
