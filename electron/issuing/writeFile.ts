import path from 'node:path';
import type { Result } from '../../core/errors.ts';
import { ok } from '../../core/errors.ts';
import { createSharedFile } from '../packs/durableFile.ts';
import { diskFailure, errorCodeOf } from '../storage/diskFailure.ts';

export type WriteFile = (file: string, bytes: Uint8Array) => Promise<Result<void>>;

/** Writes a file that appears under its name only when it is whole. Fails with diskFull or diskDenied. */
export const writeFile: WriteFile = async (file, bytes) => {
  try {
    const target = await createSharedFile(file);
    try {
      await target.write(bytes, 0);
      await target.commit();
      return ok(undefined);
    } finally {
      await target.discard();
    }
  } catch (error) {
    if (errorCodeOf(error) === null) throw error;
    return diskFailure(error, path.basename(file));
  }
};
