import type { Result } from '../../core/errors.ts';
import { ok } from '../../core/errors.ts';
import { checkSigner, parseTrust } from '../../core/pack/trust.ts';
import type { PackToWrite } from '../packs/writePack.ts';

/**
 * Whether the municipality's list lets this key sign this pack: readers refuse it otherwise, so it is not issued at all.
 * Without a root everything passes. Fails with packSigner.
 */
export function maySign(
  root: PackToWrite['root'] | null,
  pack: Parameters<typeof checkSigner>[1],
): Result<void> {
  if (root === null || root === undefined) return ok(undefined);
  const trust = parseTrust(root.trust);
  return trust.ok ? checkSigner(trust.value, pack) : trust;
}
