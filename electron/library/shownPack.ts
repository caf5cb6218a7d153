import { claimsByMeeting, isKnown } from '../../core/library/claims.ts';
import type { LibraryData } from '../../core/library/libraryData.ts';
import type { Manifest, Sha256, Uuid } from '../../core/pack/manifest.ts';
import type { ManifestCache } from './manifestCache.ts';

/** The revision of a meeting's pack that is shown, as it was signed. */
export interface ShownPack {
  readonly packId: Uuid;
  readonly manifest: Manifest;
  readonly manifestSha256: Sha256;
  /** Public key lines of whoever issued revisions of this pack under the same authority. */
  readonly issuerKeys: readonly string[];
  /** Whether the person confirmed who issued it. */
  readonly isKnown: boolean;
  /** When the person disposed of its documents, milliseconds since 1970. */
  readonly disposedAt: number | null;
}

/** Null when no pack of the meeting is here, or its manifest is not loaded. */
export function shownPack(
  data: LibraryData,
  manifests: Pick<ManifestCache, 'manifestOf'>,
  meetingId: Uuid,
): ShownPack | null {
  const claim = claimsByMeeting(data).get(meetingId);
  const manifest = claim === undefined ? null : manifests.manifestOf(claim.revision.manifest);
  if (claim === undefined || manifest === null) return null;
  const { packId, authority, revision } = claim;
  const issued = data.packs[packId]?.claims[authority] ?? [];
  return {
    packId,
    manifest,
    manifestSha256: revision.manifest,
    issuerKeys: [...new Set(issued.map(({ issuerKey }) => issuerKey))],
    isKnown: isKnown(data, authority, revision),
    disposedAt: data.packs[packId]?.disposed ?? null,
  };
}
