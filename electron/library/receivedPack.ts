import type { Result } from '../../core/errors.ts';
import { ok } from '../../core/errors.ts';
import type { ImportedPack, RootClaim } from '../../core/library/applyImport.ts';
import { checkSigner, parseTrust, signerStanding } from '../../core/pack/trust.ts';
import type { ReceivedRevision } from './packShelf.ts';
import { wordsOfKey } from './wordsOfKey.ts';

/** What the library must remember of a pack whose signatures have been checked. */
export function receivedPack(received: ReceivedRevision, seenAt: number): ImportedPack {
  const { manifest, manifestSha256, issuerKey } = received;
  const root = vouchingRoot(received);
  return { manifest, manifestSha256, issuerKey, root, words: wordsOfKey(root?.key ?? issuerKey), seenAt };
}

/** Whether the list of signers that the pack carries, when it carries one, lets its issuer issue it. Fails with packSigner. */
export function signerAllowed({ manifest, issuerKey, trustBytes }: ReceivedRevision): Result<void> {
  const trust = trustBytes === null ? null : parseTrust(trustBytes);
  if (trust === null || !trust.ok) return trust ?? ok(undefined);
  return checkSigner(trust.value, {
    key: issuerKey,
    body: manifest.meeting.body,
    issued: manifest.pack.issued,
  });
}

/** The root, when its list names the issuer for this body; a removal counts later, against the time of first sight. */
function vouchingRoot({ manifest, issuerKey, rootKey, trustBytes }: ReceivedRevision): RootClaim | null {
  if (rootKey === null || trustBytes === null) return null;
  const trust = parseTrust(trustBytes);
  if (!trust.ok) return null;
  const standing = signerStanding(trust.value, {
    key: issuerKey,
    bodyId: manifest.meeting.body.id,
    issued: manifest.pack.issued,
    firstSeenAt: null,
  });
  if (standing !== 'trusted' && standing !== 'removed') return null;
  const removed = trust.value.signers.flatMap((signer) =>
    signer.removed === null ? [] : [[signer.key, Date.parse(signer.removed)] as const],
  );
  const limited = trust.value.signers.flatMap(({ key, bodies }) =>
    bodies === null ? [] : [[key, bodies] as const],
  );
  return {
    key: rootKey,
    trustVersion: trust.value.version,
    removed: Object.fromEntries(removed),
    limited: Object.fromEntries(limited),
  };
}
