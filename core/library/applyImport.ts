import type { Manifest, Sha256, Uuid } from '../pack/manifest.ts';
import { currentClaim, ownerOf } from './claims.ts';
import type { LibraryData, RevisionRecord } from './libraryData.ts';
import { isSameRevision, withRevision } from './revisionRecords.ts';
import { currentRoot } from './succession.ts';
import type { ImportOutcome } from './views.ts';

/** A pack whose signature has been checked, as far as the library must remember it. */
export interface ImportedPack {
  readonly manifest: Manifest;
  readonly manifestSha256: Sha256;
  /** minisign public key line of the issuer. */
  readonly issuerKey: string;
  /** The root whose trust list names the issuer for this body; null: the issuer's key stands for itself. */
  readonly root: RootClaim | null;
  /** The six words of the root, or of the issuer's key when there is none. */
  readonly words: readonly string[];
  /** Milliseconds since 1970. */
  readonly seenAt: number;
}

export interface RootClaim {
  readonly key: string;
  readonly trustVersion: number;
  /** Signers the list removed, with the time in milliseconds since 1970. */
  readonly removed: Readonly<Record<string, number>>;
  /** Signers that may issue for some bodies only. */
  readonly limited: Readonly<Record<string, readonly Uuid[]>>;
}

/**
 * The key or root that this pack is filed under. What came before its root was replaced stands under the new root; what
 * comes under the old one afterwards stands apart, because whoever found the old key could have made it.
 */
export function authorityIn(
  data: LibraryData,
  pack: Pick<ImportedPack, 'issuerKey' | 'root' | 'manifest' | 'manifestSha256'>,
): string {
  const own = pack.root?.key ?? pack.issuerKey;
  const now = currentRoot(data, own);
  const record = { manifest: pack.manifestSha256, issuerKey: pack.issuerKey };
  const wasHere = data.packs[pack.manifest.pack.id]?.claims[now]?.some((each) =>
    isSameRevision(each, record),
  );
  return wasHere === true ? now : own;
}

/**
 * The Library rule of the pack format: the same packs in any order, any number of times, give the same library. A
 * revision is added to what is known and never replaces anything; which one is shown, what is a fork, a gap or a
 * foreign key is derived from the set (claims.ts, notices.ts).
 */
export function applyImport(data: LibraryData, pack: ImportedPack): LibraryData {
  const authority = authorityIn(data, pack);
  const packId = pack.manifest.pack.id;
  const claims = data.packs[packId]?.claims ?? {};
  const revisions = withRevision(claims[authority] ?? [], revisionRecord(pack));
  return {
    ...data,
    keys: withKey(data.keys, authority, pack.words),
    trust: pack.root === null ? data.trust : withTrust(data.trust, pack.root, pack.seenAt),
    packs: {
      ...data.packs,
      [packId]: { ...data.packs[packId], claims: { ...claims, [authority]: revisions } },
    },
  };
}

function revisionRecord({ manifest, manifestSha256, issuerKey, seenAt }: ImportedPack): RevisionRecord {
  const { revision, previous, supplementTo, issued } = manifest.pack;
  const meetingId = manifest.meeting.id;
  const bodyId = manifest.meeting.body.id;
  return {
    revision,
    manifest: manifestSha256,
    previous,
    supplementTo: supplementTo === null ? null : { ...supplementTo },
    issued,
    issuerKey,
    meetingId,
    bodyId,
    seenAt,
  };
}

function withKey(
  keys: LibraryData['keys'],
  authority: string,
  words: readonly string[],
): LibraryData['keys'] {
  if (keys[authority] !== undefined) return keys;
  return { ...keys, [authority]: { words: [...words], decision: 'none', decidedAt: null } };
}

function withTrust(trust: LibraryData['trust'], root: RootClaim, seenAt: number): LibraryData['trust'] {
  const known = trust[root.key];
  const told = toldLimits(root.limited, seenAt);
  if (known !== undefined && known.version > root.trustVersion) {
    return known.limited === undefined
      ? trust
      : { ...trust, [root.key]: { ...known, limited: limitsSince(known.limited, told) } };
  }
  const isSame = known?.version === root.trustVersion;
  const removed = isSame ? earliest(known.removed, root.removed) : { ...root.removed };
  const limited = limitsSince(told, known?.limited ?? {});
  return { ...trust, [root.key]: { version: root.trustVersion, removed, limited } };
}

type Limits = NonNullable<LibraryData['trust'][string]['limited']>;

const toldLimits = (limited: RootClaim['limited'], seenAt: number): Limits =>
  Object.fromEntries(
    Object.entries(limited).map(([key, bodies]) => [key, { bodies: [...bodies], since: seenAt }]),
  );

/** The newest list's limits. Each counts from when any list first told of one: packs that were here before stay as they were. */
const limitsSince = (newest: Limits, other: Limits): Limits =>
  Object.fromEntries(
    Object.entries(newest).map(([key, limit]) => [
      key,
      { ...limit, since: Math.min(limit.since, other[key]?.since ?? limit.since) },
    ]),
  );

function earliest(a: Readonly<Record<string, number>>, b: Readonly<Record<string, number>>) {
  const merged: Record<string, number> = { ...a };
  for (const [key, time] of Object.entries(b)) merged[key] = Math.min(time, merged[key] ?? time);
  return merged;
}

type TakenIn = Exclude<ImportOutcome['result'], { kind: 'refused' }>['kind'];

/** What became of a pack, told from the libraries before and after `applyImport`. */
export function importKind(before: LibraryData, after: LibraryData, pack: ImportedPack): TakenIn {
  const { id, revision } = pack.manifest.pack;
  const authority = authorityIn(after, pack);
  if (ownerOf(after, id) !== authority) return 'keptApart';
  const known = before.packs[id]?.claims[authority] ?? [];
  if (known.some((each) => each.manifest === pack.manifestSha256)) return 'known';
  const shown = currentClaim(before, id);
  if (currentClaim(after, id)?.revision.manifest === pack.manifestSha256)
    return shown === null ? 'added' : 'updated';
  return known.some((each) => each.revision === revision) ? 'keptApart' : 'older';
}
