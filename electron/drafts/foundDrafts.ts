import fs from 'node:fs/promises';
import path from 'node:path';
import { damagedSummary, draftSummary } from '../../core/draft/draftSummary.ts';
import type { DraftSummary } from '../../core/draft/draftViews.ts';
import { readDurable } from '../storage/durableFile.ts';
import { nodeDisk } from '../storage/nodeDisk.ts';
import { draftFile, draftVersion } from './draftStore.ts';
import { generations, storedIn } from './storedDrafts.ts';

const draftFolder = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;

/** Finds drafts on disk; a file that has not changed since is not read again. */
export interface FoundDrafts {
  /** Every draft in the folder, the one changed last first. `known` tells of those that are open. */
  readonly list: (known: (draftId: string) => DraftSummary | null) => Promise<readonly DraftSummary[]>;
}

interface Seen {
  readonly stamp: string;
  readonly summary: DraftSummary | null;
}

export function foundDrafts(folder: string): FoundDrafts {
  const seen = new Map<string, Seen>();

  const summaryOf = async (draftId: string): Promise<DraftSummary | null> => {
    const stamp = await stampOf(draftFile(path.join(folder, draftId)));
    const before = seen.get(draftId);
    if (before?.stamp === stamp) return before.summary;
    const summary = await readSummary(folder, draftId);
    seen.set(draftId, { stamp, summary });
    return summary;
  };

  return {
    list: async (known) => {
      const names = (await fs.readdir(folder)).filter((name) => draftFolder.test(name));
      const summaries = await Promise.all(names.map(async (name) => known(name) ?? summaryOf(name)));
      return summaries
        .filter((summary) => summary !== null)
        .toSorted((a, b) => b.changed - a.changed || (a.draftId < b.draftId ? -1 : 1));
    },
  };
}

const stampOf = (file: string): Promise<string> =>
  fs.stat(file).then(
    ({ mtimeMs, size, ino }) => `${mtimeMs}:${size}:${ino}`,
    () => 'missing',
  );

async function readSummary(folder: string, draftId: string): Promise<DraftSummary | null> {
  for (const each of generations(path.join(folder, draftId))) {
    const read = await readDurable(nodeDisk, each, 'draft').catch(() => null);
    const stored = read === null ? null : storedIn(read);
    if (stored !== null) return draftSummary(stored.draft);
    // Of a newer Beredd: whoever opens it is told so.
    if (read?.state === 'intact' && read.version > draftVersion)
      return { ...damagedSummary(draftId), damaged: false };
  }
  return (await hasDraft(path.join(folder, draftId))) ? damagedSummary(draftId) : null;
}

/** Whether anything of a draft, damaged or not, lies in the folder. */
async function hasDraft(folder: string): Promise<boolean> {
  const names = await fs.readdir(folder).catch(() => []);
  return names.some((name) => name.startsWith('draft.json'));
}

/** What a draft that was being removed, or never came to be, left behind. */
export async function removeEmptyFolders(folder: string): Promise<void> {
  for (const name of await fs.readdir(folder)) {
    const whole = path.join(folder, name);
    if (draftFolder.test(name) && !(await hasDraft(whole)))
      await fs.rm(whole, { recursive: true, force: true });
  }
}
