import fs from 'node:fs/promises';
import path from 'node:path';
import type { Result } from '../../core/errors.ts';
import { failure, ok } from '../../core/errors.ts';
import { diskFailure } from '../storage/diskFailure.ts';

/** A file below the FOLDER. `relative` is NFC with `/`, whatever form the disk uses; `path` is what the disk calls it. */
export interface FolderFile {
  readonly relative: string;
  readonly path: string;
  readonly size: number;
}

/** What lies in FOLDER, read once. Folders are named by their NFC relative path, the FOLDER itself by ''. */
export interface FolderListing {
  readonly root: string;
  readonly files: readonly FolderFile[];
  readonly folders: readonly string[];
}

const mostEntries = 20_000;
const deepest = 8;
/** What operating systems and Office leave lying about. */
const clutter = /^(\.|~\$|Thumbs\.db$|desktop\.ini$|Icon\r$)/i;

/**
 * Lists FOLDER with everything below it, in the order people expect of numbered names. Fails with folderUnreadable, and
 * with rule `outside` for a link that leads out of FOLDER.
 */
export async function listFolder(folder: string): Promise<Result<FolderListing>> {
  try {
    const root = await fs.realpath(folder);
    const files: FolderFile[] = [];
    const folders: string[] = [];
    const walk = async (directory: string, relative: string, depth: number): Promise<Result<void>> => {
      folders.push(relative);
      for (const name of await sortedNames(directory)) {
        const full = path.join(directory, name);
        const own = join(relative, name.normalize('NFC'));
        if (!(await isInside(root, full)))
          return failure('folderUnreadable', { file: own, detail: { rule: 'outside' } });
        const found = await fs.stat(full);
        if (files.length + folders.length >= mostEntries || depth > deepest) return tooMuch(folder);
        if (found.isDirectory()) {
          const below = await walk(full, own, depth + 1);
          if (!below.ok) return below;
        } else if (found.isFile()) files.push({ relative: own, path: full, size: found.size });
      }
      return ok(undefined);
    };
    const walked = await walk(root, '', 0);
    return walked.ok ? ok({ root, files, folders }) : walked;
  } catch (error) {
    const told = diskFailure(error, folder);
    return failure('folderUnreadable', {
      file: folder,
      detail: { reason: told.error.detail?.['reason'] ?? '' },
    });
  }
}

const tooMuch = (folder: string) =>
  failure('folderUnreadable', { file: folder, detail: { rule: 'too-much' } });

const byNumberedName = new Intl.Collator('sv', { numeric: true });

async function sortedNames(directory: string): Promise<readonly string[]> {
  const names = (await fs.readdir(directory)).filter((name) => !clutter.test(name));
  return names.toSorted((a, b) => byNumberedName.compare(plain(a), plain(b)) || (a < b ? -1 : 1));
}

/** `§ 9` stands where `9` does. */
const plain = (name: string): string => name.replace(/^§\s*/, '');

async function isInside(root: string, full: string): Promise<boolean> {
  const real = await fs.realpath(full);
  return real === root || real.startsWith(root.endsWith(path.sep) ? root : root + path.sep);
}

const join = (folder: string, name: string): string => (folder === '' ? name : `${folder}/${name}`);

/** The folder of a relative path; '' for the FOLDER itself. */
export const folderOf = (relative: string): string =>
  relative.slice(0, Math.max(0, relative.lastIndexOf('/')));

/** The last part of a relative path. */
export const nameOf = (relative: string): string => relative.slice(relative.lastIndexOf('/') + 1);

/**
 * The file that an item.json in `folder` calls `name`: below that folder, or below FOLDER when it is not there. Null
 * when there is none; names that lead out of FOLDER find nothing.
 */
export function findFile(listing: FolderListing, folder: string, name: string): FolderFile | null {
  const wanted = name.normalize('NFC').replaceAll('\\', '/');
  const candidates = [join(folder, wanted), wanted].map((each) => path.posix.normalize(each));
  for (const candidate of candidates) {
    const found = listing.files.find((file) => file.relative === candidate);
    if (found !== undefined) return found;
  }
  return null;
}
