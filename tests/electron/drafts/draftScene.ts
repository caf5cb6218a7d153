import { randomUUID } from 'node:crypto';
import fs from 'node:fs';
import path from 'node:path';
import type { BereddError, Result } from '../../../core/errors.ts';
import { failure, ok } from '../../../core/errors.ts';
import { openDrafts, type DraftsOptions } from '../../../electron/drafts/drafts.ts';
import { noChecks } from '../../support/draftParts.ts';
import type { DraftsService } from '../../../electron/drafts/draftsService.ts';
import type { DraftVault } from '../../../electron/identity/draftVault.ts';
import { decryptWith, encryptTo, newAgeIdentity, recipientOf } from '../../../electron/sealing/ageBox.ts';
import { temporaryFolder } from '../../support/temporaryFolders.ts';

/** A new temporary folder, gone when the file's tests are done. */
export const newFolder = (): string => temporaryFolder('beredd-drafts-');

export const valueOf = <T>(result: Result<T>): T => {
  if (!result.ok) throw new Error(JSON.stringify(result.error));
  return result.value;
};

export const errorOf = (result: Result<unknown>): BereddError => {
  if (result.ok) throw new Error('it did not fail');
  return result.error;
};

/** A vault with a key of its own that can be locked. */
export async function someVault(): Promise<DraftVault & { lock: () => void; unlock: () => void }> {
  const key = await newAgeIdentity();
  const recipient = await recipientOf(key);
  let isLocked = false;
  return {
    state: () => (isLocked ? 'locked' : 'open'),
    seal: async (plain) => (isLocked ? failure('draftLocked') : ok(await encryptTo([recipient], plain))),
    open: async (sealed) => {
      if (isLocked) return failure('draftLocked');
      const opened = await decryptWith([key], sealed);
      return opened.state === 'open' ? ok(opened.plain) : failure('draftDamaged');
    },
    lock: () => (isLocked = true),
    unlock: () => (isLocked = false),
  };
}

/** A library without meetings. */
export const noLibrary: DraftsOptions['library'] = {
  revisions: () => Promise.resolve(failure('meetingUnknown')),
  documentFile: () => Promise.resolve(null),
};

export async function openSome(folder: string, options: Partial<DraftsOptions> = {}): Promise<DraftsService> {
  return valueOf(
    await openDrafts({
      folder,
      library: noLibrary,
      vault: await someVault(),
      checks: noChecks,
      now: () => Date.UTC(2026, 10, 20, 9, 0),
      newId: randomUUID,
      report: (error) => {
        throw error;
      },
      ...options,
    }),
  );
}

/** Every file below a folder, with its bytes. */
export function filesBelow(folder: string): readonly { readonly name: string; readonly bytes: Buffer }[] {
  return fs
    .readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((name) => fs.statSync(path.join(folder, name)).isFile())
    .map((name) => ({ name, bytes: fs.readFileSync(path.join(folder, name)) }));
}
