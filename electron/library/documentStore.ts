import { createHash } from 'node:crypto';
import { createReadStream } from 'node:fs';
import fs from 'node:fs/promises';
import path from 'node:path';
import type { Sha256 } from '../../core/pack/manifest.ts';
import { errorCodeOf } from '../storage/diskFailure.ts';

/** Follows reading, and can stop it. */
export interface ReadWatch {
  readonly signal?: AbortSignal;
  /** So many bytes more were read. */
  readonly onBytes?: (count: number) => void;
}

/** Documents by content: one file a SHA-256, shared by packs and revisions, never changed. */
export interface DocumentStore {
  /** SHA-256s of everything that is here. */
  readonly stored: ReadonlySet<Sha256>;
  readonly pathOf: (sha256: Sha256) => string;
  /** Tells the store that it is gone, because the person disposed of it. */
  readonly removed: (sha256: Sha256) => void;
  /** Tells the store that `pathOf(sha256)` is there now, whole and checked. */
  readonly added: (sha256: Sha256) => void;
  /** Takes away what an import stored that was refused after all. What cannot be removed stays for the next import. */
  readonly discard: (sha256: Sha256) => Promise<void>;
  /**
   * Reads every byte again, telling how many were read each time. A damaged document gets another name, so that the same
   * pack can bring it back. Rejects with the signal's reason when it is stopped.
   */
  readonly verify: (sha256: Sha256, watch?: ReadWatch) => Promise<'intact' | 'damaged' | 'missing'>;
}

const pieceBytes = 512 * 1024;
const contentName = /^[0-9a-f]{64}$/;
/** What extracting leaves behind when it is killed (electron/packs/durableFile.ts). */
const leftover = /^\..*\.part$/;

/** Lists the folder and clears away what was never finished. Throws errors of the disk. */
export async function openDocumentStore(folder: string): Promise<DocumentStore> {
  await fs.mkdir(folder, { recursive: true });
  const names = await fs.readdir(folder);
  for (const name of names.filter((each) => leftover.test(each))) {
    await fs.rm(path.join(folder, name), { force: true });
  }
  const stored = new Set(names.filter((name) => contentName.test(name)));
  const pathOf = (sha256: Sha256): string => path.join(folder, sha256);
  return {
    stored,
    pathOf,
    added: (sha256) => void stored.add(sha256),
    removed: (sha256) => void stored.delete(sha256),
    discard: (sha256) =>
      fs.rm(pathOf(sha256)).then(
        () => void stored.delete(sha256),
        () => undefined,
      ),
    verify: async (sha256, watch = {}) => {
      const file = pathOf(sha256);
      const actual = await sha256OfFile(file, watch);
      if (actual === sha256) return 'intact';
      stored.delete(sha256);
      if (actual === null) return 'missing';
      await fs.rename(file, `${file}.damaged`);
      return 'damaged';
    },
  };
}

/** Null when the file is gone. Hashes in pieces, so that the main process stays free in between. */
async function sha256OfFile(file: string, { signal, onBytes }: ReadWatch): Promise<Sha256 | null> {
  const hash = createHash('sha256');
  try {
    for await (const chunk of createReadStream(file, {
      highWaterMark: pieceBytes,
    }) as AsyncIterable<Buffer>) {
      signal?.throwIfAborted();
      hash.update(chunk);
      onBytes?.(chunk.length);
    }
  } catch (error) {
    if (errorCodeOf(error) === 'ENOENT') return null;
    throw error;
  }
  return hash.digest('hex');
}
