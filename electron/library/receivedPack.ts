import type { ImportedPack, RootClaim } from '../../core/library/applyImport.ts';
import { parseTrust, signerStanding } from '../../core/pack/trust.ts';
import type { ReceivedRevision } from './packShelf.ts';
import { wordsOfKey } from './wordsOfKey.ts';

/** What the library must remember of a pack whose signatures have been checked. */
export function receivedPack(received: ReceivedRevision, seenAt: number): ImportedPack {
  const { manifest, manifestSha256, issuerKey } = received;
  const root = vouchingRoot(received);
  return { manifest, manifestSha256, issuerKey, root, words: wordsOfKey(root?.key ?? issuerKey), seenAt };
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
  return { key: rootKey, trustVersion: trust.value.version, removed: Object.fromEntries(removed) };
}
