import { randomBytes } from 'node:crypto';
import { existsSync } from 'node:fs';
import fs from 'node:fs/promises';
import path from 'node:path';
import type { Result } from '../../core/errors.ts';
import { failure, ok } from '../../core/errors.ts';
import type { Sha256 } from '../../core/pack/manifest.ts';
import { encryptStreamTo, newAgeIdentity, recipientOf } from '../sealing/ageBox.ts';
import { diskFailure, errorCodeOf } from '../storage/diskFailure.ts';
import { nodeDisk } from '../storage/nodeDisk.ts';
import { fileStream } from './byteStreams.ts';
import type { OpenedContent } from './openedContent.ts';
import { openPlain, openSealed, streamOf } from './openedContent.ts';
import { countedStream, writeNewFile } from './writeNewFile.ts';

export interface TakenContent {
  readonly sha256: Sha256;
  readonly size: number;
}

/** The file that holds a sealed content, and the secret age identity that opens it. */
export interface CipherFile {
  readonly name: string;
  readonly key: string;
}

/**
 * The files of one draft: `<sha256>` for open items, `<random>.age` for sealed ones, each to a key of its own. Others may
 * put open files there too, whole and under their hash.
 */
export interface DraftContents {
  readonly folder: string;
  /** Takes in a file in pieces. `sealed`: it is never on disk but encrypted. Fails with importGone, diskFull or diskDenied. */
  readonly take: (file: string, options: { sealed: boolean }) => Promise<Result<TakenContent>>;
  readonly takeStream: (
    bytes: ReadableStream<Uint8Array>,
    options: { sealed: boolean },
  ) => Promise<Result<TakenContent>>;
  /** A second name for a document of the library, which is never changed. Fails with documentMissing. */
  readonly linkFrom: (file: string, sha256: Sha256) => Promise<Result<void>>;
  /** Where the open content is; null when it is sealed or not here. */
  readonly plainFile: (sha256: Sha256) => string | null;
  /** Where the encrypted content is, with the secret that opens it; null when it is open, locked or not here. */
  readonly cipherFile: (sha256: Sha256) => { readonly path: string; readonly key: string } | null;
  readonly has: (sha256: Sha256) => boolean;
  /** The plaintext at any place, wherever it is. Fails with documentMissing or documentDamaged. */
  readonly open: (sha256: Sha256) => Promise<Result<OpenedContent>>;
  /** The whole plaintext in pieces. */
  readonly stream: (sha256: Sha256) => Promise<Result<ReadableStream<Uint8Array>>>;
  /** Makes the ciphertext of an open content; both are then here. */
  readonly seal: (sha256: Sha256) => Promise<Result<CipherFile>>;
  /** Makes the open content of a sealed one; both are then here. */
  readonly unseal: (sha256: Sha256) => Promise<Result<void>>;
  /** Told when a sealed item is opened. */
  readonly knowCiphers: (ciphers: Readonly<Record<Sha256, CipherFile>>) => void;
  /** The secrets that open sealed contents are forgotten. */
  readonly forgetCiphers: () => void;
  readonly removePlain: (contents: Iterable<Sha256>) => Promise<void>;
  /** Removes everything that is neither among these contents nor these encrypted files. */
  readonly keepOnly: (contents: ReadonlySet<Sha256>, cipherNames: ReadonlySet<string>) => Promise<void>;
}

const cipherName = /^[0-9a-f]{32}\.age$/;

/** Opens the folder, or makes it. Throws errors of the disk. */
export async function openDraftContents(folder: string): Promise<DraftContents> {
  await nodeDisk.makeFolder(folder);
  const ciphers = new Map<Sha256, CipherFile>();
  const at = (name: string): string => path.join(folder, name);
  const plainFile = (sha256: Sha256): string | null => (existsSync(at(sha256)) ? at(sha256) : null);

  const takeStream: DraftContents['takeStream'] = async (bytes, { sealed }) => {
    const counted = countedStream(bytes);
    if (!sealed) {
      const written = await writeNewFile(folder, counted.stream, () => counted.result().sha256);
      return written.ok ? ok(counted.result()) : written;
    }
    const cipher = { name: `${randomBytes(16).toString('hex')}.age`, key: await newAgeIdentity() };
    const encrypted = await encryptStreamTo([await recipientOf(cipher.key)], counted.stream);
    const written = await writeNewFile(folder, encrypted, () => cipher.name);
    if (!written.ok) return written;
    ciphers.set(counted.result().sha256, cipher);
    return ok(counted.result());
  };

  const open: DraftContents['open'] = async (sha256) => {
    const plain = plainFile(sha256);
    if (plain !== null) return openPlain(plain);
    const cipher = ciphers.get(sha256);
    return cipher === undefined ? failure('documentMissing') : openSealed(at(cipher.name), cipher.key);
  };

  const stream: DraftContents['stream'] = async (sha256) => {
    const opened = await open(sha256);
    return opened.ok ? ok(streamOf(opened.value)) : opened;
  };

  return {
    folder,
    take: async (file, options) => {
      const taken = await takeStream(fileStream(file), options);
      return taken.ok ? taken : { ok: false, error: { ...taken.error, file: path.basename(file) } };
    },
    takeStream,
    linkFrom: async (file, sha256) => {
      try {
        await nodeDisk.link(file, at(sha256));
      } catch (error) {
        if (errorCodeOf(error) === 'ENOENT') return failure('documentMissing');
        if (errorCodeOf(error) !== 'EEXIST') return diskFailure(error, at(sha256));
      }
      return ok(undefined);
    },
    plainFile,
    cipherFile: (sha256) => {
      const cipher = ciphers.get(sha256);
      return cipher === undefined ? null : { path: at(cipher.name), key: cipher.key };
    },
    has: (sha256) => ciphers.has(sha256) || plainFile(sha256) !== null,
    open,
    stream,
    seal: async (sha256) => {
      const known = ciphers.get(sha256);
      if (known !== undefined) return ok(known);
      const plain = plainFile(sha256);
      if (plain === null) return failure('documentMissing');
      const taken = await takeStream(fileStream(plain), { sealed: true });
      if (!taken.ok) return taken;
      const cipher = ciphers.get(sha256);
      // What is encrypted now is another content than its name said.
      return cipher === undefined ? failure('documentDamaged') : ok(cipher);
    },
    unseal: async (sha256) => {
      const opened = await stream(sha256);
      if (!opened.ok) return opened;
      const taken = await takeStream(opened.value, { sealed: false });
      return taken.ok ? ok(undefined) : taken;
    },
    knowCiphers: (known) => {
      for (const [sha256, cipher] of Object.entries(known)) {
        if (cipherName.test(cipher.name)) ciphers.set(sha256, cipher);
      }
    },
    forgetCiphers: () => ciphers.clear(),
    removePlain: async (contents) => {
      for (const sha256 of contents) await nodeDisk.remove(at(sha256));
    },
    keepOnly: async (contents, cipherNames) => {
      for (const name of await fs.readdir(folder)) {
        if (!contents.has(name) && !cipherNames.has(name)) await nodeDisk.remove(at(name));
      }
      for (const [sha256, { name }] of ciphers) if (!cipherNames.has(name)) ciphers.delete(sha256);
    },
  };
}
