import { constants } from 'node:fs';
import fs from 'node:fs/promises';
import path from 'node:path';
import type { Disk, DiskFile } from './disk.ts';
import { errorCodeOf } from './diskFailure.ts';

const isWindows = process.platform === 'win32';
const noLinks = new Set(['EPERM', 'ENOSYS', 'ENOTSUP', 'EOPNOTSUPP', 'EMLINK', 'EXDEV', 'EINVAL']);
/** Virus scanners and indexers hold files open for a moment on Windows. */
const heldOpen = new Set(['EPERM', 'EACCES', 'EBUSY']);

/** The computer's own disk. */
export const nodeDisk: Disk = {
  read: (file) => nullWhenMissing(() => fs.readFile(file)),
  size: (file) => nullWhenMissing(async () => (await fs.stat(file)).size),
  names: async (folder) => (await nullWhenMissing(() => fs.readdir(folder))) ?? [],
  createExclusive: async (file) => {
    const flags = constants.O_WRONLY | constants.O_CREAT | constants.O_EXCL;
    return diskFile(await fs.open(file, flags, 0o600));
  },
  openForAppend: async (file) => diskFile(await fs.open(file, constants.O_WRONLY | constants.O_APPEND)),
  rename: (from, to) => patiently(() => fs.rename(from, to)),
  link: linkOrCopy,
  remove: (file) => patiently(() => fs.rm(file, { force: true })),
  makeFolder,
  syncFolder,
};

function diskFile(handle: fs.FileHandle): DiskFile {
  return {
    append: (bytes) => handle.writeFile(bytes),
    sync: () => handle.sync(),
    truncate: (length) => handle.truncate(length),
    close: () => handle.close(),
  };
}

async function nullWhenMissing<T>(work: () => Promise<T>): Promise<T | null> {
  try {
    return await work();
  } catch (error) {
    if (errorCodeOf(error) === 'ENOENT') return null;
    throw error;
  }
}

async function patiently(work: () => Promise<void>): Promise<void> {
  for (let attempt = 1; ; attempt++) {
    try {
      return await work();
    } catch (error) {
      if (!isWindows || attempt === 6 || !heldOpen.has(errorCodeOf(error) ?? '')) throw error;
      await new Promise((resolve) => setTimeout(resolve, 20 * 2 ** attempt));
    }
  }
}

async function linkOrCopy(from: string, to: string): Promise<void> {
  try {
    await fs.link(from, to);
  } catch (error) {
    if (!noLinks.has(errorCodeOf(error) ?? '')) throw error;
    await fs.copyFile(from, to, constants.COPYFILE_EXCL);
    const copy = await fs.open(to, 'r+');
    await copy.sync().finally(() => copy.close());
  }
}

async function makeFolder(folder: string): Promise<void> {
  const firstMade = await fs.mkdir(folder, { recursive: true, mode: 0o700 });
  if (firstMade === undefined) return;
  const top = path.dirname(path.resolve(firstMade));
  for (let parent = path.dirname(path.resolve(folder)); ; parent = path.dirname(parent)) {
    await syncFolder(parent);
    if (parent === top || parent === path.dirname(parent)) return;
  }
}

async function syncFolder(folder: string): Promise<void> {
  // Windows has no flush of a folder; NTFS journals its entries.
  if (isWindows) return;
  const handle = await fs.open(folder, 'r');
  await handle.sync().finally(() => handle.close());
}
