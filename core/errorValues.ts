import type { BereddError } from './errors.ts';

/** What a wording may name beside `file`; shown as a dash when the failure did not say it. */
const detailNames = [
  'rule',
  'reason',
  'entry',
  'path',
  'document',
  'revision',
  'looksLike',
  'page',
  'setAside',
  'kept',
  'why',
  'what',
  'name',
  'issued',
  'municipality',
  'signer',
  'body',
] as const;

/**
 * The values for the placeholders of `errors.<code>.title`, `.why` and `.doThis`. Promises a value for every placeholder
 * that a wording of `errors.json` uses, so that telling of a failure can never fail itself.
 *
 * @param unnamedFile what to call a file whose name is not known: the wording of `errors.unnamedFile`
 */
export function errorValues(
  error: BereddError,
  unnamedFile: string,
): Readonly<Record<string, string | number>> {
  const blanks = Object.fromEntries(detailNames.map((name) => [name, '–']));
  // A number chooses between singular and plural, so it cannot be a dash.
  return { count: 0, ...blanks, ...error.detail, file: error.file ?? unnamedFile };
}
