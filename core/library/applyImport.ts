import type { Manifest, Sha256 } from '../pack/manifest.ts';
import { currentClaim, ownerOf } from './claims.ts';
import type { LibraryData, RevisionRecord } from './libraryData.ts';
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
}

/** The key or root that this pack is filed under. */
export const authorityOf = (pack: Pick<ImportedPack, 'issuerKey' | 'root'>): string =>
  pack.root?.key ?? pack.issuerKey;

/**
 * The Library rule of the pack format: the same packs in any order, any number of times, give the same library. A
 * revision is added to what is known and never replaces anything; which one is shown, what is a fork, a gap or a
 * foreign key is derived from the set (claims.ts, notices.ts).
 */
export function applyImport(data: LibraryData, pack: ImportedPack): LibraryData {
  const authority = authorityOf(pack);
  const packId = pack.manifest.pack.id;
  const claims = data.packs[packId]?.claims ?? {};
  const revisions = withRevision(claims[authority] ?? [], revisionRecord(pack));
  return {
    ...data,
    keys: withKey(data.keys, authority, pack.words),
    trust: pack.root === null ? data.trust : withTrust(data.trust, pack.root),
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

function withRevision(revisions: readonly RevisionRecord[], added: RevisionRecord): RevisionRecord[] {
  // The same bytes signed by another of the root's signers are another fact.
  const same = revisions.find(
    (each) => each.manifest === added.manifest && each.issuerKey === added.issuerKey,
  );
  const record = same === undefined ? added : { ...same, seenAt: Math.min(same.seenAt, added.seenAt) };
  return [...revisions.filter((each) => each !== same), record].toSorted(byIdentity);
}

const byIdentity = (a: RevisionRecord, b: RevisionRecord): number =>
  a.revision - b.revision || order(a.manifest, b.manifest) || order(a.issuerKey, b.issuerKey);

const order = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);

function withKey(
  keys: LibraryData['keys'],
  authority: string,
  words: readonly string[],
): LibraryData['keys'] {
  if (keys[authority] !== undefined) return keys;
  return { ...keys, [authority]: { words: [...words], decision: 'none', decidedAt: null } };
}

function withTrust(trust: LibraryData['trust'], root: RootClaim): LibraryData['trust'] {
  const known = trust[root.key];
  if (known !== undefined && known.version > root.trustVersion) return trust;
  const removed = known?.version === root.trustVersion ? earliest(known.removed, root.removed) : root.removed;
  return { ...trust, [root.key]: { version: root.trustVersion, removed: { ...removed } } };
}

function earliest(a: Readonly<Record<string, number>>, b: Readonly<Record<string, number>>) {
  const merged: Record<string, number> = { ...a };
  for (const [key, time] of Object.entries(b)) merged[key] = Math.min(time, merged[key] ?? time);
  return merged;
}

type TakenIn = Exclude<ImportOutcome['result'], { kind: 'refused' }>['kind'];

/** What became of a pack, told from the libraries before and after `applyImport`. */
export function importKind(before: LibraryData, after: LibraryData, pack: ImportedPack): TakenIn {
  const { id, revision } = pack.manifest.pack;
  const authority = authorityOf(pack);
  if (ownerOf(after, id) !== authority) return 'keptApart';
  const known = before.packs[id]?.claims[authority] ?? [];
  if (known.some((each) => each.manifest === pack.manifestSha256)) return 'known';
  const shown = currentClaim(before, id);
  if (currentClaim(after, id)?.revision.manifest === pack.manifestSha256)
    return shown === null ? 'added' : 'updated';
  return known.some((each) => each.revision === revision) ? 'keptApart' : 'older';
}
