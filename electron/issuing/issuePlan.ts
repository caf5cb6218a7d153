import type { Draft, DraftItem } from '../../core/draft/draft.ts';
import type { IssuePlan, PublicationPlace, SigningKeyEntry } from '../../core/issuing/issuing.ts';
import type { Sha256, Uuid } from '../../core/pack/manifest.ts';
import type { Finding } from '../../core/preflight/finding.ts';
import { sealedHolders } from './preparePack.ts';

export interface PlanFacts {
  readonly draft: Draft;
  readonly findings: readonly Finding[];
  readonly keys: readonly SigningKeyEntry[];
  readonly lastKeyId: string | null;
  readonly places: readonly PublicationPlace[];
  /** Contents the base carries already; null for a first revision. */
  readonly baseContents: ReadonlySet<Sha256> | null;
  /** By item or briefing: the plaintext of what the revision before sealed for the same people. */
  readonly sealedBefore: ReadonlyMap<Uuid, ReadonlySet<Sha256>>;
  /** Names of entitled people without a card. */
  readonly withoutCard: readonly string[];
}

/** What issuing the draft now would come to. */
export function issuePlan(facts: PlanFacts): IssuePlan {
  const { draft, findings, keys, baseContents, places, withoutCard } = facts;
  const errors = findings.filter(({ severity }) => severity === 'error');
  const open = findings.filter(({ severity, accepted }) => severity === 'warning' && !accepted);
  const contents = contentsOf(facts);
  const fresh = contents.filter(({ isCarried }) => !isCarried);
  return {
    draftId: draft.id,
    revision: (draft.base?.revision ?? 0) + 1,
    title: draft.meeting.title,
    full: { bytes: bytesOf(contents), documents: documentsOf(contents) },
    supplement:
      draft.base === null || baseContents === null
        ? null
        : { bytes: bytesOf(fresh), documents: documentsOf(fresh), toRevision: draft.base.revision },
    sealedItemCount: sealedHolders(draft).length,
    withoutCard,
    errorCount: errors.length,
    openWarningCount: open.length,
    keys: keys.toSorted((a, b) => Number(b.keyId === facts.lastKeyId) - Number(a.keyId === facts.lastKeyId)),
    places,
    note: draft.note,
  };
}

interface Content {
  readonly size: number;
  /** Documents that show it: several may be pages of one file. */
  readonly documents: number;
  /** The revision before has it already. */
  readonly isCarried: boolean;
}

const bytesOf = (contents: readonly Content[]): number => contents.reduce((sum, { size }) => sum + size, 0);
const documentsOf = (contents: readonly Content[]): number =>
  contents.reduce((sum, { documents }) => sum + documents, 0);

/** Each content that an open document shows, once; and once more in every seal, where it is another ciphertext. */
function contentsOf({ draft, baseContents, sealedBefore }: PlanFacts): readonly Content[] {
  const sizes = new Map(draft.files.map(({ sha256, size }) => [sha256, size]));
  const asContents = (hashes: readonly Sha256[], before: ReadonlySet<Sha256> | null): readonly Content[] =>
    [...new Set(hashes)].flatMap((sha256) => {
      const size = sizes.get(sha256);
      const documents = hashes.filter((each) => each === sha256).length;
      return size === undefined ? [] : [{ size, documents, isCarried: before?.has(sha256) === true }];
    });
  const openBriefings = draft.briefings.filter(({ seal }) => seal == null);
  const open = [
    ...hashesBelow(openOnly(draft.items)),
    ...openBriefings.flatMap(({ documents }) => documents.map(({ sha256 }) => sha256)),
  ];
  const sealed = sealedHolders(draft).flatMap((holder) => {
    const { id } = 'item' in holder ? holder.item : holder.briefing;
    const hashes =
      'item' in holder ? hashesBelow([holder.item]) : holder.briefing.documents.map(({ sha256 }) => sha256);
    return asContents(hashes, sealedBefore.get(id) ?? null);
  });
  return [...asContents(open, baseContents), ...sealed];
}

const openOnly = (items: readonly DraftItem[]): readonly DraftItem[] =>
  items.filter(({ seal }) => seal === null).map((item) => ({ ...item, children: openOnly(item.children) }));

const hashesBelow = (items: readonly DraftItem[]): readonly Sha256[] =>
  items.flatMap(({ documents, children }) => [
    ...documents.flatMap(({ file }) => (file === null ? [] : [file])),
    ...hashesBelow(children),
  ]);
