import fs from 'node:fs/promises';
import path from 'node:path';
import { packMediaType } from '../../core/pack/packLimits.ts';
import { errorCodeOf } from '../storage/diskFailure.ts';

/** A file in a watched folder, as one listing saw it. */
export interface ListedFile {
  readonly path: string;
  readonly size: number;
  readonly mtimeMs: number;
}

const mostFiles = 5000;
const deepest = 4;

/** All ordinary files below `folder`; null when it cannot be listed now, which never means that they are gone. */
export async function listWatchedFolder(folder: string): Promise<readonly ListedFile[] | null> {
  const files: ListedFile[] = [];
  const walk = async (directory: string, depth: number): Promise<boolean> => {
    const entries = await nullWhenRefused(() => fs.readdir(directory, { withFileTypes: true }));
    for (const entry of entries ?? []) {
      if (entry.name.startsWith('.') || files.length >= mostFiles) continue;
      const full = path.join(directory, entry.name);
      if (entry.isDirectory() && depth < deepest) await walk(full, depth + 1);
      // Renamed or removed since the listing: the next one will tell.
      const found = entry.isFile() ? await nullWhenRefused(() => fs.stat(full)) : null;
      if (found !== null) files.push({ path: full, size: found.size, mtimeMs: found.mtimeMs });
    }
    return entries !== null;
  };
  return (await walk(folder, 0)) ? files : null;
}

async function nullWhenRefused<T>(work: () => Promise<T>): Promise<T | null> {
  try {
    return await work();
  } catch (error) {
    if (errorCodeOf(error) === null) throw error;
    return null;
  }
}

/** The first bytes of every pack: a local header of the entry `mimetype`, then the media type (pack format). */
const start = Buffer.from(`mimetype${packMediaType}`, 'latin1');
const startOffset = 30;

/** Packs are told by content, never by name. Null when the file cannot be read now. */
export const looksLikePack = (file: string): Promise<boolean | null> =>
  nullWhenRefused(async () => {
    const handle = await fs.open(file, 'r');
    try {
      const { buffer } = await handle.read(Buffer.alloc(start.length), 0, start.length, startOffset);
      return buffer.equals(start);
    } finally {
      await handle.close();
    }
  });
