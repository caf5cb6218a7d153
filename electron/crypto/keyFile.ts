import { generateKeyPairSync, randomBytes } from 'node:crypto';
import { open, rm } from 'node:fs/promises';
import path from 'node:path';
import type { Result } from '../../core/errors.ts';
import { failure, ok } from '../../core/errors.ts';
import {
  formatPublicKeyFile,
  keyIdText,
  parsePublicKeyLine,
  publicKeyLine,
} from '../../core/pack/minisign.ts';
import { rawPublicKey } from './ed25519.ts';
import type { Signer } from './minisignFiles.ts';
import { privateKeyFromPem, privateKeyPem } from './pkcs8.ts';

/*
 * A signing key as one text file:
 *
 *     beredd signing key, version 1
 *     key id: 0123456789ABCDEF
 *     public key: RW…
 *     -----BEGIN PRIVATE KEY-----            (or ENCRYPTED PRIVATE KEY)
 *     …
 *     -----END PRIVATE KEY-----
 *
 * `openssl pkey -in KEYFILE` reads it, since PEM allows text before its first line.
 */
const title = 'beredd signing key, version 1';
const largestFileBytes = 16 * 1024;
const form =
  /^beredd signing key, version 1\r?\nkey id: ([0-9A-F]{16})\r?\npublic key: (\S{56})\r?\n(-----BEGIN (ENCRYPTED )?PRIVATE KEY-----\r?\n[A-Za-z0-9+/=\r\n]+-----END (?:ENCRYPTED )?PRIVATE KEY-----)\s*$/;

/** A new signing key from the system's randomness. */
export function newSigner(): Signer {
  const { privateKey } = generateKeyPairSync('ed25519');
  const keyId = new Uint8Array(randomBytes(8));
  const key = rawPublicKey(privateKey);
  return { privateKey, publicKey: { keyId, key, line: publicKeyLine({ keyId, key }) } };
}

/** The text of a key file; encrypted when there is a passphrase. */
export async function formatKeyFile(
  { publicKey, privateKey }: Signer,
  passphrase: string | null,
): Promise<string> {
  const pem = await privateKeyPem(privateKey, passphrase);
  return `${title}\nkey id: ${keyIdText(publicKey.keyId)}\npublic key: ${publicKey.line}\n${pem}`;
}

/**
 * Reads the text of a key file. Fails with keyUnreadable, or with keyPassphrase when one is needed (detail.reason
 * `needed`) or the given one is wrong (`wrong`).
 */
export function parseKeyFile(text: string, passphrase: string | null): Result<Signer> {
  const [, keyId, line = '', pem = '', encrypted] = form.exec(text) ?? [];
  const publicKey = parsePublicKeyLine(line);
  if (publicKey === null || keyIdText(publicKey.keyId) !== keyId) return failure('keyUnreadable');
  const isEncrypted = encrypted !== undefined;
  if (isEncrypted && passphrase === null) return failure('keyPassphrase', { detail: { reason: 'needed' } });
  const privateKey = privateKeyFromPem(pem, isEncrypted ? passphrase : null);
  if (privateKey === null) {
    return isEncrypted ? failure('keyPassphrase', { detail: { reason: 'wrong' } }) : failure('keyUnreadable');
  }
  const belongsTogether = Buffer.compare(rawPublicKey(privateKey), publicKey.key) === 0;
  return belongsTogether ? ok({ publicKey, privateKey }) : failure('keyUnreadable');
}

/** Reads a key file from disk; failures name it. */
export async function readKeyFile(file: string, passphrase: string | null): Promise<Result<Signer>> {
  const name = path.basename(file);
  const text = await readSmallText(file);
  if (text === null) return failure('keyUnreadable', { file: name });
  const signer = parseKeyFile(text, passphrase);
  return signer.ok ? signer : { ok: false, error: { ...signer.error, file: name } };
}

async function readSmallText(file: string): Promise<string | null> {
  try {
    const handle = await open(file, 'r');
    try {
      const { buffer, bytesRead } = await handle.read(
        Buffer.alloc(largestFileBytes + 1),
        0,
        largestFileBytes + 1,
        0,
      );
      return bytesRead > largestFileBytes ? null : buffer.toString('latin1', 0, bytesRead);
    } finally {
      await handle.close();
    }
  } catch (error) {
    if (error instanceof Error && 'code' in error) return null;
    throw error;
  }
}

/**
 * Makes a key: `file` for the owner alone, and `file.pub`, a minisign public key file. Overwrites nothing. Fails with
 * fileExists, diskFull or diskDenied.
 */
export async function createKeyFile(file: string, passphrase: string | null): Promise<Result<Signer>> {
  const signer = newSigner();
  const text = await formatKeyFile(signer, passphrase);
  const published = await writeNew(`${file}.pub`, formatPublicKeyFile(signer.publicKey), 0o644);
  if (!published.ok) return published;
  const written = await writeNew(file, Buffer.from(text), 0o600);
  if (written.ok) return ok(signer);
  await rm(`${file}.pub`);
  return written;
}

async function writeNew(file: string, bytes: Uint8Array, mode: number): Promise<Result<void>> {
  try {
    const handle = await open(file, 'wx', mode);
    try {
      await handle.writeFile(bytes);
      await handle.sync();
    } finally {
      await handle.close();
    }
    return ok(undefined);
  } catch (error) {
    if (!(error instanceof Error && 'code' in error)) throw error;
    const code = error.code === 'EEXIST' ? 'fileExists' : error.code === 'ENOSPC' ? 'diskFull' : 'diskDenied';
    return failure(code, { file: path.basename(file), detail: { reason: String(error.code) } });
  }
}
