import type { BereddError } from '../../core/errors.ts';
import { failure } from '../../core/errors.ts';
import { systemCodeOf, writeRefusal } from '../storage/diskFailure.ts';

type Failure = { readonly ok: false; readonly error: BereddError };

/** The failure for an error of the operating system while reading `file`; anything else is a bug and thrown on. */
export function readFailure(error: unknown, file: string): Failure {
  const reason = systemCodeOf(error);
  if (reason === null) throw error;
  return failure('packUnreadable', { file, detail: { reason } });
}

/** The failure for an error of the operating system while writing `file`; anything else is a bug and thrown on. */
export function writeFailure(error: unknown, file: string): Failure {
  const reason = systemCodeOf(error);
  if (reason === null) throw error;
  return failure(writeRefusal(reason), { file, detail: { reason } });
}
