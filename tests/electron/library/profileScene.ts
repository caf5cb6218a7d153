import { randomUUID } from 'node:crypto';
import { mkdir } from 'node:fs/promises';
import type { LibraryOptions } from '../../../electron/library/createLibrary.ts';
import { createLibrary } from '../../../electron/library/createLibrary.ts';
import type { LibraryService } from '../../../electron/library/libraryService.ts';
import { openPack } from '../../../electron/packs/openPack.ts';
import { verifyPack } from '../../../electron/packs/verifyPack.ts';
import { layoutOf } from '../../../electron/storage/profile.ts';
import { temporaryFolder } from '../../support/temporaryFolders.ts';

/** A new temporary folder, gone when the file's tests are done. */
export const newFolder = (): Promise<string> => Promise.resolve(temporaryFolder('beredd-library-'));

/** Opens the library of a profile folder with the real disk, real packs and short waiting times. */
export async function openLibrary(
  folder: string,
  options: Partial<LibraryOptions> = {},
): Promise<LibraryService> {
  const layout = layoutOf(folder);
  await mkdir(layout.packs, { recursive: true });
  const opened = await createLibrary({
    layout,
    packs: { openPack, verifyPack },
    now: Date.now,
    newId: randomUUID,
    ...options,
    times: { saveSoonMs: 20, watchIntervalMs: 50, settleMs: 30, pendingMs: 400, ...options.times },
  });
  if (!opened.ok) throw new Error(`the library did not open: ${JSON.stringify(opened.error)}`);
  return opened.value;
}

export const importOne = async (library: LibraryService, file: string) => {
  const [outcome] = await library.importFiles([file], { job: 'prov' });
  if (outcome === undefined) throw new Error('an import without an outcome');
  return outcome;
};

/** Asks again until the answer holds; fails after some seconds. */
export async function eventually(holds: () => boolean | Promise<boolean>): Promise<void> {
  const end = Date.now() + 5000;
  while (!(await holds())) {
    if (Date.now() > end) throw new Error('it never came true');
    await new Promise((resolve) => setTimeout(resolve, 10));
  }
}
