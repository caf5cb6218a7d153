import type { BereddError } from '../errors.ts';
import { failure } from '../errors.ts';
import { isDocumentEntry } from './entryName.ts';
import { entryNames } from './packLimits.ts';
import { containerFailure } from './packRules.ts';

const head = [entryNames.mediaType, entryNames.readme];
const rootTail = [entryNames.rootKey, entryNames.trust, entryNames.trustSignature];
const issuerTail = [entryNames.issuerKey, entryNames.manifest, entryNames.manifestSignature];

/**
 * Null when the entries stand in the one order the format allows. Fails with packUnsigned when the manifest is there
 * but its signature or key is not, else with packContainer.
 */
export function entryOrderFault(
  names: readonly string[],
): { readonly ok: false; readonly error: BereddError } | null {
  if (names.length === 0) return containerFailure('entry-missing', entryNames.mediaType);
  const hasManifest = names.includes(entryNames.manifest);
  if (
    hasManifest &&
    !(names.includes(entryNames.issuerKey) && names.includes(entryNames.manifestSignature))
  ) {
    return failure('packUnsigned');
  }
  const hasRoot = rootTail.some((name) => names.includes(name));
  const tail = hasRoot ? [...rootTail, ...issuerTail] : issuerTail;
  const missing = [...head, ...tail].find((name) => !names.includes(name));
  if (missing !== undefined) return containerFailure('entry-missing', missing);
  const misplaced = names.find((name, i) => !mayStandAt(name, i, names.length, tail));
  return misplaced === undefined ? null : containerFailure('entry-order', misplaced);
}

function mayStandAt(name: string, index: number, count: number, tail: readonly string[]): boolean {
  const fromTail = index - (count - tail.length);
  if (index < head.length) return name === head[index];
  if (fromTail >= 0) return name === tail[fromTail];
  return isDocumentEntry(name);
}
