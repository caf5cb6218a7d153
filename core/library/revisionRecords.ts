import type { RevisionRecord } from './libraryData.ts';

/** Adds a revision to those of one authority; the same one again keeps when it was seen first. Sorted, so that order never counts. */
export function withRevision(revisions: readonly RevisionRecord[], added: RevisionRecord): RevisionRecord[] {
  const same = revisions.find((each) => isSameRevision(each, added));
  const record = same === undefined ? added : { ...same, seenAt: Math.min(same.seenAt, added.seenAt) };
  return [...revisions.filter((each) => each !== same), record].toSorted(byIdentity);
}

/** Two lots of revisions as one. */
export const joinRevisions = (
  one: readonly RevisionRecord[],
  other: readonly RevisionRecord[],
): RevisionRecord[] => other.reduce(withRevision, [...one]);

/** The same bytes signed by another of a root's signers are another fact. */
export const isSameRevision = (
  a: Pick<RevisionRecord, 'manifest' | 'issuerKey'>,
  b: Pick<RevisionRecord, 'manifest' | 'issuerKey'>,
): boolean => a.manifest === b.manifest && a.issuerKey === b.issuerKey;

const byIdentity = (a: RevisionRecord, b: RevisionRecord): number =>
  a.revision - b.revision || order(a.manifest, b.manifest) || order(a.issuerKey, b.issuerKey);

const order = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);
