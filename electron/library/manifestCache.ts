import { allClaims, claimsByMeeting, findClaim } from '../../core/library/claims.ts';
import type { LibraryData } from '../../core/library/libraryData.ts';
import type { Manifest, PackFile, Sha256 } from '../../core/pack/manifest.ts';
import type { PackShelf } from './packShelf.ts';

/** Manifests that the views need, in memory; the others are read when somebody asks for their documents. */
export interface ManifestCache {
  readonly manifestOf: (sha256: Sha256) => Manifest | null;
  /** Reads what the views of `data` need and is not here yet. Returns the hashes that cannot be read. */
  readonly load: (data: LibraryData) => Promise<readonly Sha256[]>;
  /** Reads these manifests if they are not here yet; what cannot be read stays unknown. */
  readonly ensure: (data: LibraryData, wanted: Iterable<Sha256>) => Promise<unknown>;
  /** The listed file with this content in any pack of the library; null when no pack lists it. */
  readonly findFile: (data: LibraryData, sha256: Sha256) => Promise<PackFile | null>;
}

export function createManifestCache(shelf: PackShelf): ManifestCache {
  const manifests = new Map<Sha256, Manifest>();

  const ensure = async (data: LibraryData, wanted: Iterable<Sha256>): Promise<readonly Sha256[]> => {
    const unreadable: Sha256[] = [];
    for (const sha256 of new Set(wanted)) {
      if (manifests.has(sha256)) continue;
      const claim = findClaim(data, sha256);
      if (claim === null) continue;
      const manifest = await shelf.read(claim.packId, claim.revision.revision, sha256);
      if (manifest === null) unreadable.push(sha256);
      else manifests.set(sha256, manifest);
    }
    return unreadable;
  };

  const findLoaded = (sha256: Sha256): PackFile | null => {
    for (const manifest of manifests.values()) {
      const file = manifest.files.find((each) => each.sha256 === sha256);
      if (file !== undefined) return file;
    }
    return null;
  };

  return {
    manifestOf: (sha256) => manifests.get(sha256) ?? null,
    ensure,
    load: (data) =>
      ensure(data, [
        ...[...claimsByMeeting(data).values()].map((claim) => claim.revision.manifest),
        ...Object.values(data.meetings).flatMap((meeting) => meeting.seen?.manifest ?? []),
      ]),
    findFile: async (data, sha256) => {
      const loaded = findLoaded(sha256);
      if (loaded !== null) return loaded;
      await ensure(
        data,
        allClaims(data).map((claim) => claim.revision.manifest),
      );
      return findLoaded(sha256);
    },
  };
}
