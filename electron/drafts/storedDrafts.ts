import * as v from 'valibot';
import type { StoredDraft } from '../../core/draft/sealedParts.ts';
import { storedDraftSchema } from '../../core/draft/sealedParts.ts';
import type { DurableRead } from '../storage/durableFile.ts';
import { previousOf, readDurable, writeDurable } from '../storage/durableFile.ts';
import { nodeDisk } from '../storage/nodeDisk.ts';
import { draftFile, draftVersion } from './draftStore.ts';

/** The draft in a folder as it lies on disk, or the generation before; null when neither can be read. */
export async function readStoredDraft(folder: string): Promise<StoredDraft | null> {
  for (const file of generations(folder)) {
    const read = await readDurable(nodeDisk, file, 'draft').catch(() => null);
    const stored = read === null ? null : storedIn(read);
    if (stored !== null) return stored;
  }
  return null;
}

/** The files that hold a draft, the newest first. */
export const generations = (folder: string): readonly string[] => {
  const file = draftFile(folder);
  return [file, previousOf(file)];
};

/** What a durable file holds, when it is a draft of this version. */
export function storedIn(read: DurableRead): StoredDraft | null {
  if (read.state !== 'intact' || read.version !== draftVersion) return null;
  const stored = v.safeParse(storedDraftSchema, read.data);
  return stored.success ? stored.output : null;
}

/** Puts a draft in the place of what is in its folder, which stays as the generation before. Throws errors of the disk. */
export async function writeStoredDraft(folder: string, stored: StoredDraft): Promise<void> {
  const file = draftFile(folder);
  const before = await readDurable(nodeDisk, file, 'draft');
  const generation = before.state === 'intact' ? before.generation + 1 : 1;
  await writeDurable(nodeDisk, file, { kind: 'draft', version: draftVersion, generation, data: stored });
}
