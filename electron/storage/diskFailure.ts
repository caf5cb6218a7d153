import path from 'node:path';
import type { BereddError } from '../../core/errors.ts';

const full = new Set(['ENOSPC', 'EDQUOT', 'EFBIG']);

/** `ENOENT` and its like; null for anything that is not an error of the system. */
export function errorCodeOf(error: unknown): string | null {
  if (!(error instanceof Error) || !('code' in error)) return null;
  return typeof error.code === 'string' ? error.code : null;
}

/** The failure to tell for an error of the disk. Anything else is a bug and is thrown on. */
export function diskFailure(
  error: unknown,
  file: string,
): { readonly ok: false; readonly error: BereddError } {
  const code = errorCodeOf(error);
  if (code === null || !/^E[A-Z0-9]+$/.test(code)) throw error;
  return {
    ok: false,
    error: {
      code: full.has(code) ? 'diskFull' : 'diskDenied',
      file: path.basename(file),
      detail: { path: file, reason: code },
    },
  };
}
