import type { BereddError } from '../../core/errors.ts';
import { failure } from '../../core/errors.ts';

type Failure = { readonly ok: false; readonly error: BereddError };

const errorNumber = (error: unknown): string | null =>
  error instanceof Error &&
  'code' in error &&
  typeof error.code === 'string' &&
  /^E[A-Z0-9]+$/.test(error.code)
    ? error.code
    : null;

/** The failure for an error of the operating system while reading `file`; anything else is a bug and thrown on. */
export function readFailure(error: unknown, file: string): Failure {
  const reason = errorNumber(error);
  if (reason === null) throw error;
  return failure('packUnreadable', { file, detail: { reason } });
}

const full: ReadonlySet<string> = new Set(['ENOSPC', 'EDQUOT', 'EFBIG']);

/** The failure for an error of the operating system while writing `file`; anything else is a bug and thrown on. */
export function writeFailure(error: unknown, file: string): Failure {
  const reason = errorNumber(error);
  if (reason === null) throw error;
  return failure(full.has(reason) ? 'diskFull' : 'diskDenied', { file, detail: { reason } });
}
