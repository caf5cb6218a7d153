import fs from 'node:fs/promises';
import path from 'node:path';
import type { ImportProposal } from '../../core/agendaImport/proposal.ts';
import { entryPath } from '../../core/agendaImport/entryPath.ts';
import type { Result } from '../../core/errors.ts';
import { failure, ok } from '../../core/errors.ts';
import { errorCodeOf } from '../storage/diskFailure.ts';

/** A file to take in: where it is, and its path below what was chosen, NFC with `/`. */
export interface SourceFile {
  readonly file: string;
  readonly relative: string;
  readonly size: number;
}

export type LeftOut = ImportProposal['leftOut'][number];

export interface Sources {
  readonly files: readonly SourceFile[];
  /** Relative paths of folders, also of those without files. */
  readonly folders: readonly string[];
  readonly leftOut: readonly LeftOut[];
}

const mostFiles = 5000;
const deepest = 12;
const byNumberedName = new Intl.Collator('sv', { numeric: true });

/**
 * Lists what was chosen: files, and folders with everything below them, numbered names in order. Links are not followed.
 * Fails with importGone when something chosen is not there, importNothing when there is too much.
 */
export async function listSources(chosen: readonly string[]): Promise<Result<Sources>> {
  const files: SourceFile[] = [];
  const folders: string[] = [];
  const leftOut: LeftOut[] = [];
  const add = async (file: string, relative: string, depth: number): Promise<Result<void>> => {
    const named = entryPath(relative);
    if ('why' in named) {
      leftOut.push({ name: shownName(relative), why: named.why });
      return ok(undefined);
    }
    const found = await fs.lstat(file);
    if (found.isDirectory()) {
      if (depth >= deepest) return tooMuch();
      folders.push(named.path);
      const names = (await fs.readdir(file)).toSorted(byNumberedName.compare);
      for (const name of names) {
        const below = await add(path.join(file, name), `${named.path}/${name.normalize('NFC')}`, depth + 1);
        if (!below.ok) return below;
      }
    } else if (found.isFile()) {
      if (files.length >= mostFiles) return tooMuch();
      files.push({ file, relative: named.path, size: found.size });
    } else leftOut.push({ name: shownName(relative), why: 'unknownKind' });
    return ok(undefined);
  };
  for (const one of chosen) {
    try {
      const added = await add(one, path.basename(one).normalize('NFC'), 0);
      if (!added.ok) return added;
    } catch (error) {
      const code = errorCodeOf(error);
      if (code === null) throw error;
      return failure('importGone', { file: path.basename(one), detail: { rule: code } });
    }
  }
  return ok({ files, folders, leftOut });
}

const tooMuch = (): Result<never> => failure('importNothing', { detail: { rule: 'too-much' } });

/** A name that may deceive is shown without what deceives. */
export const shownName = (name: string): string =>
  // oxlint-disable-next-line no-control-regex
  name
    .normalize('NFC')
    .replace(/[\u0000-\u001f\u007f-\u009f\u200b-\u200f\u202a-\u202e\u2060-\u2069\ufeff]|\p{Surrogate}/gu, '�')
    .slice(-200);
