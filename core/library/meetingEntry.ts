import type { AgendaItem, Manifest, PackDocument, Sha256, Uuid } from '../pack/manifest.ts';
import type { ManifestDifference } from '../pack/manifestDifference.ts';
import { manifestDifference } from '../pack/manifestDifference.ts';
import { documentHolders, placedItems } from '../pack/manifestWalk.ts';
import { packPages } from '../pack/pageNumbers.ts';
import type { Claim } from './claims.ts';
import { findClaim, keyStateOf, signerDoubt } from './claims.ts';
import type { LibraryData } from './libraryData.ts';
import { readStateOf, saysSame, wasContentRead } from './readStates.ts';
import type { IssuerFact, MeetingEntry } from './views.ts';

/** What the views need besides the library's data: manifests by their SHA-256, what is stored, counts of notes. */
export interface LibraryContext {
  /** Null when a manifest cannot be read now; its meeting is then left out of the views. */
  readonly manifestOf: (sha256: Sha256) => Manifest | null;
  /** SHA-256s of all documents whose bytes are here. */
  readonly stored: ReadonlySet<Sha256>;
  /** Number of notes by meeting id. */
  readonly noteCounts: ReadonlyMap<Uuid, number>;
}

/** All documents that can be read openly, those of items before those of briefings. */
export const openDocuments = (manifest: Manifest): readonly PackDocument[] =>
  documentHolders(manifest).flatMap((holder) => holder.documents);

/**
 * How the revision shown differs from the one the person last saw; null when it is the same, when the meeting was never
 * opened, or when the old manifest cannot be read.
 */
export function differenceSinceSeen(
  data: LibraryData,
  context: LibraryContext,
  claim: Claim,
): ManifestDifference | null {
  const seen = data.meetings[claim.revision.meetingId]?.seen ?? null;
  if (seen === null || seen.manifest === claim.revision.manifest) return null;
  const before = context.manifestOf(seen.manifest);
  const after = context.manifestOf(claim.revision.manifest);
  if (before === null || after === null) return null;
  return manifestDifference(before, after, (a, b) => saysSame(data, b.id, a, b));
}

/** Who issued it, and what is known of the key. */
export function issuerFact(data: LibraryData, claim: Claim, manifest: Manifest): IssuerFact {
  const key = data.keys[claim.authority];
  const issuer = data.keys[claim.revision.issuerKey];
  const keyState = keyStateOf(data, claim);
  const doubt = signerDoubt(data, claim.authority, claim.revision);
  return {
    municipality: manifest.issuer.municipality,
    office: manifest.issuer.office,
    keyState,
    words: key?.words ?? [],
    key: claim.authority,
    confirmedAt:
      keyState !== 'known' ? null : key?.decision === 'known' ? key.decidedAt : (issuer?.decidedAt ?? null),
    ...(doubt === null ? {} : { doubt }),
  };
}

/** A meeting as the library lists it. */
export function meetingEntry(
  data: LibraryData,
  context: LibraryContext,
  claim: Claim,
  manifest: Manifest,
): MeetingEntry {
  const { pack, meeting } = manifest;
  const items = placedItems(manifest).map(({ item }) => item);
  const documents = openDocuments(manifest);
  const disposedAt = data.packs[claim.packId]?.disposed;
  const missing =
    disposedAt === undefined ? documents.filter((document) => !context.stored.has(document.sha256)) : [];
  const difference = differenceSinceSeen(data, context, claim);
  return {
    meetingId: meeting.id,
    packId: pack.id,
    kind: meeting.kind,
    state: meeting.state,
    title: meeting.title,
    bodyId: meeting.body.id,
    bodyName: meeting.body.name,
    municipality: manifest.issuer.municipality,
    start: meeting.start,
    end: meeting.end,
    place: meeting.place,
    revision: pack.revision,
    issued: pack.issued,
    packNote: pack.note,
    itemCount: items.length,
    decisionItemCount: items.filter((item) => item.itemKind === 'decision').length,
    briefingCount: manifest.briefings.length,
    pageCount: packPages(manifest).total,
    documentCount: documents.length,
    unreadDocumentCount: documents.filter((document) => readStateOf(data, document) === 'unread').length,
    noteCount: context.noteCounts.get(meeting.id) ?? 0,
    ...itemCounts(data, context, items, difference, data.meetings[meeting.id]?.seen?.manifest ?? null),
    movedFrom: difference?.meeting.movedFrom ?? null,
    issuer: issuerFact(data, claim, manifest),
    missingDocumentCount: missing.length,
    needsRevision: missing.length === 0 ? null : neededRevision(data, claim),
    ...(disposedAt === undefined ? {} : { disposedAt }),
    lastOpenedAt: data.meetings[meeting.id]?.lastOpenedAt ?? null,
  };
}

function itemCounts(
  data: LibraryData,
  context: LibraryContext,
  items: readonly AgendaItem[],
  difference: ManifestDifference | null,
  seen: Sha256 | null,
): Pick<MeetingEntry, 'newItemCount' | 'changedItemCount' | 'changedReadItemCount'> {
  if (difference === null) return { newItemCount: 0, changedItemCount: 0, changedReadItemCount: 0 };
  const changeOf = (item: AgendaItem) => difference.items.get(item.id)?.change ?? 'none';
  const changed = items.filter((item) => changeOf(item) === 'changed');
  const before = seen === null ? null : context.manifestOf(seen);
  const itemsBefore = new Map(
    (before === null ? [] : placedItems(before)).map(({ item }) => [item.id, item]),
  );
  return {
    newItemCount: items.filter((item) => changeOf(item) === 'new').length,
    changedItemCount: changed.length,
    changedReadItemCount: changed.filter((item) => wasRead(data, itemsBefore.get(item.id))).length,
  };
}

/** Every document the item had was read. Reading the new content does not undo that. */
const wasRead = (data: LibraryData, before: AgendaItem | undefined): boolean =>
  before !== undefined &&
  before.documents.length > 0 &&
  before.documents.every((document) => wasContentRead(data, document));

/** The base that a supplement waits for: the first in the chain of bases that is not here. */
function neededRevision(data: LibraryData, claim: Claim): number | null {
  let base = claim.revision.supplementTo;
  const asked = new Set<Sha256>();
  while (base !== null && !asked.has(base.manifest)) {
    asked.add(base.manifest);
    const known = findClaim(data, base.manifest);
    if (known === null || known.revision.supplementTo === null) return base.revision;
    base = known.revision.supplementTo;
  }
  return base?.revision ?? null;
}
