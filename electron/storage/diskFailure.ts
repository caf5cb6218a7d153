import path from 'node:path';
import type { BereddError } from '../../core/errors.ts';

const full: ReadonlySet<string> = new Set(['ENOSPC', 'EDQUOT', 'EFBIG']);

/** `ENOENT` and its like; null for anything that is not an error of the system. */
export function errorCodeOf(error: unknown): string | null {
  if (!(error instanceof Error) || !('code' in error)) return null;
  return typeof error.code === 'string' ? error.code : null;
}

/** The code of an error of the operating system (`ENOENT`); null for Node's own errors and everything else. */
export function systemCodeOf(error: unknown): string | null {
  const code = errorCodeOf(error);
  return code !== null && /^E[A-Z0-9]+$/.test(code) ? code : null;
}

/** What a refused write means to the person. */
export const writeRefusal = (code: string): 'diskFull' | 'diskDenied' =>
  full.has(code) ? 'diskFull' : 'diskDenied';

/** The failure to tell for an error of the disk. Anything else is a bug and is thrown on. */
export function diskFailure(
  error: unknown,
  file: string,
): { readonly ok: false; readonly error: BereddError } {
  const code = systemCodeOf(error);
  if (code === null) throw error;
  return {
    ok: false,
    error: {
      code: writeRefusal(code),
      file: path.basename(file),
      detail: { path: file, reason: code },
    },
  };
}
