import type { Result } from '../../core/errors.ts';
import { failure, ok } from '../../core/errors.ts';
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
  if (!trust.ok) return trust;
  const signer = trust.value.signers.find(({ key }) => key === pack.key);
  // Readers that had the pack before a removal keep it; a new one nobody had.
  if (signer !== undefined && signer.removed !== null)
    return failure('packSigner', { detail: { why: 'removed', signer: signer.name, body: pack.body.name } });
  return checkSigner(trust.value, pack);
}
