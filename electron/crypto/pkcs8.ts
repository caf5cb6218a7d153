import { createCipheriv, createPrivateKey, pbkdf2, randomBytes } from 'node:crypto';
import type { KeyObject } from 'node:crypto';
import { promisify } from 'node:util';

/*
 * PKCS#8 PEM of a secret key, plain or encrypted as PBES2 (RFC 8018): PBKDF2 with HMAC-SHA-256 and AES-256-CBC. The
 * encrypted form is put together here, because node's own export fixes the rounds at 2,048.
 */
const rounds = 600_000; // OWASP's recommendation for PBKDF2-HMAC-SHA-256 (2023)
const deriveKey = promisify(pbkdf2);

const der = (tag: number, ...parts: readonly Uint8Array[]): Buffer => {
  const content = Buffer.concat(parts);
  // Everything here is shorter than 256 bytes.
  const length = content.length < 128 ? [content.length] : [0x81, content.length];
  return Buffer.concat([Buffer.from([tag, ...length]), content]);
};
const sequence = (...parts: readonly Uint8Array[]): Buffer => der(0x30, ...parts);
const octets = (bytes: Uint8Array): Buffer => der(0x04, bytes);
const identifier = (hex: string): Buffer => der(0x06, Buffer.from(hex, 'hex'));
const integer = (value: number): Buffer => {
  const digits = value.toString(16);
  return der(0x02, Buffer.from(digits.length % 2 === 0 ? `00${digits}` : `0${digits}`, 'hex'));
};

const oid = {
  pbes2: '2a864886f70d01050d',
  pbkdf2: '2a864886f70d01050c',
  hmacSha256: '2a864886f70d0209',
  aes256Cbc: '60864801650304012a',
} as const;

const pem = (label: string, content: Buffer): string => {
  const lines = content.toString('base64').match(/.{1,64}/g) ?? [];
  return [`-----BEGIN ${label}-----`, ...lines, `-----END ${label}-----`, ''].join('\n');
};

/** The key as PEM, encrypted when there is a passphrase. Takes some tenths of a second then. */
export async function privateKeyPem(key: KeyObject, passphrase: string | null): Promise<string> {
  const plain = key.export({ format: 'der', type: 'pkcs8' });
  if (passphrase === null) return pem('PRIVATE KEY', plain);
  const salt = randomBytes(16);
  const iv = randomBytes(16);
  const secret = await deriveKey(passphrase.normalize('NFC'), salt, rounds, 32, 'sha256');
  const cipher = createCipheriv('aes-256-cbc', secret, iv);
  const encrypted = Buffer.concat([cipher.update(plain), cipher.final()]);
  const prf = sequence(identifier(oid.hmacSha256), der(0x05));
  const derivation = sequence(identifier(oid.pbkdf2), sequence(octets(salt), integer(rounds), prf));
  const encryption = sequence(identifier(oid.aes256Cbc), octets(iv));
  const algorithm = sequence(identifier(oid.pbes2), sequence(derivation, encryption));
  return pem('ENCRYPTED PRIVATE KEY', sequence(algorithm, octets(encrypted)));
}

/** The key in a PEM text; null when it is damaged, of another kind than Ed25519, or the passphrase is wrong. */
export function privateKeyFromPem(text: string, passphrase: string | null): KeyObject | null {
  try {
    const secret = passphrase === null ? {} : { passphrase: passphrase.normalize('NFC') };
    const key = createPrivateKey({ key: text, format: 'pem', ...secret });
    return key.asymmetricKeyType === 'ed25519' ? key : null;
  } catch (error) {
    // The library's errors for a wrong passphrase and for damaged bytes differ between OpenSSL and BoringSSL.
    if (error instanceof Error && 'code' in error) return null;
    throw error;
  }
}
