import { randomUUID } from 'node:crypto';
import type { FileHandle } from 'node:fs/promises';
import { open, rename, rm } from 'node:fs/promises';
import path from 'node:path';
import type { ByteSource } from './byteSource.ts';
import { fileSource } from './byteSource.ts';

/** A file that appears under its name only when it is whole and on disk. */
export interface DurableFile {
  /** Writes all of `bytes` at `offset`. */
  readonly write: (bytes: Uint8Array, offset: number) => Promise<void>;
  /** Reads back what was written. */
  readonly read: ByteSource['read'];
  /** Flushes, renames over the final name and flushes the folder. */
  readonly commit: () => Promise<void>;
  /** Takes everything back; the final name keeps what it had. Does nothing after `commit`. */
  readonly discard: () => Promise<void>;
}

export type CreateDurableFile = (finalName: string) => Promise<DurableFile>;

/** Starts a durable file beside its final name, because only a rename within one folder is atomic. */
const startDurableFile = async (finalName: string, mode: number): Promise<DurableFile> => {
  const folder = path.dirname(finalName);
  const temporary = path.join(folder, `.beredd-${randomUUID()}.part`);
  const handle = await open(temporary, 'wx+', mode);
  let isDone = false;
  return {
    write: (bytes, offset) => writeAll(handle, bytes, offset),
    read: fileSource(handle, 0).read,
    commit: async () => {
      await handle.sync();
      await handle.close();
      await rename(temporary, finalName);
      isDone = true;
      await syncFolder(folder);
    },
    discard: async () => {
      if (isDone) return;
      isDone = true;
      await handle.close();
      await rm(temporary, { force: true });
    },
  };
};

/** For what only its owner may read. */
export const createDurableFile: CreateDurableFile = (finalName) => startDurableFile(finalName, 0o600);

/** For what is meant for others too, as far as the person's umask lets them. */
export const createSharedFile: CreateDurableFile = (finalName) => startDurableFile(finalName, 0o666);

async function writeAll(handle: FileHandle, bytes: Uint8Array, offset: number): Promise<void> {
  let done = 0;
  while (done < bytes.length) {
    const { bytesWritten } = await handle.write(bytes, done, bytes.length - done, offset + done);
    done += bytesWritten;
  }
}

async function syncFolder(folder: string): Promise<void> {
  // Windows opens no folders; NTFS journals the rename itself.
  if (process.platform === 'win32') return;
  const handle = await open(folder, 'r');
  try {
    await handle.sync();
  } finally {
    await handle.close();
  }
}
