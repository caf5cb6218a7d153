import type { Sha256, Uuid } from '../pack/manifest.ts';
import type { LibraryData, PackRecord, RevisionRecord } from './libraryData.ts';
import type { KeyState } from './views.ts';

/** One revision of a pack together with the key or root it is filed under. */
export interface Claim {
  readonly packId: Uuid;
  /** The root that vouches for the issuer, or the issuer's own key. */
  readonly authority: string;
  readonly revision: RevisionRecord;
}

/** The revision that counts among those of one authority: the highest; of a fork the one issued last. */
export function newestRevision(revisions: readonly RevisionRecord[]): RevisionRecord | null {
  return revisions.reduce<RevisionRecord | null>(
    (newest, each) => (newest === null || compareRevisions(each, newest) > 0 ? each : newest),
    null,
  );
}

/** Orders by revision, then by instant of issue, then by hash and key, so that the order of import never decides. */
export function compareRevisions(a: RevisionRecord, b: RevisionRecord): number {
  return (
    a.revision - b.revision ||
    instant(a.issued) - instant(b.issued) ||
    (`${a.manifest}${a.issuerKey}` < `${b.manifest}${b.issuerKey}` ? -1 : 1)
  );
}

const instant = (text: string): number => Date.parse(text);

/** The person confirmed the words of this key, and no newer trust list removed or limited the signer before this was first seen. */
export function isKnown(data: LibraryData, authority: string, revision: RevisionRecord): boolean {
  if (signerDoubt(data, authority, revision) !== null) return false;
  return isConfirmed(data, authority) || isConfirmed(data, revision.issuerKey);
}

/** Why a root's list does not stand for the signer of this revision any more; null when it does, or there is no root. */
export function signerDoubt(
  data: LibraryData,
  authority: string,
  revision: RevisionRecord,
): 'removed' | 'otherBody' | null {
  const { removed = {}, limited = {} } = data.trust[authority] ?? {};
  const removedAt = removed[revision.issuerKey];
  if (removedAt !== undefined && revision.seenAt >= removedAt) return 'removed';
  const limit = limited[revision.issuerKey];
  const isOutside =
    limit !== undefined && revision.seenAt > limit.since && !limit.bodies.includes(revision.bodyId);
  return isOutside ? 'otherBody' : null;
}

const isConfirmed = (data: LibraryData, key: string): boolean => data.keys[key]?.decision === 'known';

/**
 * The authority that a pack id belongs to: the one that was the first to be both confirmed and seen with it; while none
 * is confirmed, the one first seen. Null for a pack id never seen.
 */
export function ownerOf(data: LibraryData, packId: Uuid): string | null {
  const pack = data.packs[packId];
  if (pack === undefined) return null;
  const authorities = Object.keys(pack.claims);
  const confirmed = authorities.filter((key) => establishedAt(data, pack, key) !== null);
  const rank = (key: string): number => establishedAt(data, pack, key) ?? firstSeen(pack, key);
  const candidates = confirmed.length > 0 ? confirmed : authorities;
  return candidates.toSorted((a, b) => rank(a) - rank(b) || (a < b ? -1 : 1))[0] ?? null;
}

const firstSeen = (pack: PackRecord, authority: string): number =>
  Math.min(...(pack.claims[authority] ?? []).map((each) => each.seenAt));

function establishedAt(data: LibraryData, pack: PackRecord, authority: string): number | null {
  const known = (pack.claims[authority] ?? []).filter((each) => isKnown(data, authority, each));
  if (known.length === 0) return null;
  return Math.min(
    ...known.map((each) => {
      const confirmations = [authority, each.issuerKey].filter((key) => isConfirmed(data, key));
      const confirmedAt = Math.min(...confirmations.map((key) => data.keys[key]?.decidedAt ?? 0));
      return Math.max(each.seenAt, confirmedAt);
    }),
  );
}

/** The revision shown for a pack; null when the pack id is unknown. */
export function currentClaim(data: LibraryData, packId: Uuid): Claim | null {
  const authority = ownerOf(data, packId);
  if (authority === null) return null;
  const revision = newestRevision(data.packs[packId]?.claims[authority] ?? []);
  return revision === null ? null : { packId, authority, revision };
}

/** Every revision of every pack, those kept apart included. */
export function allClaims(data: LibraryData): readonly Claim[] {
  return Object.entries(data.packs).flatMap(([packId, pack]) =>
    Object.entries(pack.claims).flatMap(([authority, revisions]) =>
      revisions.map((revision) => ({ packId, authority, revision })),
    ),
  );
}

/** Finds a revision by the SHA-256 of its manifest; null when it was never taken in. */
export const findClaim = (data: LibraryData, manifest: Sha256): Claim | null =>
  allClaims(data).find((claim) => claim.revision.manifest === manifest) ?? null;

/**
 * What the screen says of the key: known; `changed` when this pack or this body is known under another, confirmed key;
 * `declined` when the person found other words; otherwise not confirmed.
 */
export function keyStateOf(data: LibraryData, claim: Claim): KeyState {
  if (isKnown(data, claim.authority, claim.revision)) return 'known';
  const contradicted = allClaims(data).some(
    (other) =>
      other.authority !== claim.authority &&
      (other.packId === claim.packId || other.revision.bodyId === claim.revision.bodyId) &&
      isKnown(data, other.authority, other.revision),
  );
  if (contradicted) return 'changed';
  const keys = [claim.authority, claim.revision.issuerKey];
  return keys.some((key) => data.keys[key]?.decision === 'declined') ? 'declined' : 'notConfirmed';
}

/**
 * The pack shown for each meeting. A meeting usually has one pack; when several name it, a known key comes before an
 * unknown one, the authority seen first before a later one, and of one authority the pack issued last.
 */
export function claimsByMeeting(data: LibraryData): ReadonlyMap<Uuid, Claim> {
  const chosen = new Map<Uuid, Claim>();
  for (const packId of Object.keys(data.packs).toSorted()) {
    const claim = currentClaim(data, packId);
    if (claim === null) continue;
    const rival = chosen.get(claim.revision.meetingId);
    if (rival === undefined || precedes(data, claim, rival)) chosen.set(claim.revision.meetingId, claim);
  }
  return chosen;
}

function precedes(data: LibraryData, a: Claim, b: Claim): boolean {
  const knownA = isKnown(data, a.authority, a.revision);
  if (knownA !== isKnown(data, b.authority, b.revision)) return knownA;
  if (a.authority !== b.authority) {
    const seen = (claim: Claim): number => firstSeenInMeeting(data, claim);
    return seen(a) - seen(b) < 0 || (seen(a) === seen(b) && a.authority < b.authority);
  }
  const later = instant(a.revision.issued) - instant(b.revision.issued);
  return later > 0 || (later === 0 && a.packId > b.packId);
}

const firstSeenInMeeting = (data: LibraryData, claim: Claim): number =>
  Math.min(
    ...allClaims(data)
      .filter(
        (each) => each.authority === claim.authority && each.revision.meetingId === claim.revision.meetingId,
      )
      .map((each) => each.revision.seenAt),
  );
