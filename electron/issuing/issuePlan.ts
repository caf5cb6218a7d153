import type { Draft, DraftItem } from '../../core/draft/draft.ts';
import type { IssuePlan, PublicationPlace, SigningKeyEntry } from '../../core/issuing/issuing.ts';
import type { Sha256 } from '../../core/pack/manifest.ts';
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
  /** Names of entitled people without a card. */
  readonly withoutCard: readonly string[];
}

/** What issuing the draft now would come to. */
export function issuePlan(facts: PlanFacts): IssuePlan {
  const { draft, findings, keys, baseContents, places, withoutCard } = facts;
  const errors = findings.filter(({ severity }) => severity === 'error');
  const open = findings.filter(({ severity, accepted }) => severity === 'warning' && !accepted);
  const contents = contentsOf(draft);
  const fresh = contents.filter(({ sha256 }) => baseContents !== null && !baseContents.has(sha256));
  return {
    draftId: draft.id,
    revision: (draft.base?.revision ?? 0) + 1,
    title: draft.meeting.title,
    full: { bytes: bytesOf(contents), documents: contents.length },
    supplement:
      draft.base === null || baseContents === null
        ? null
        : { bytes: bytesOf(fresh), documents: fresh.length, toRevision: draft.base.revision },
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
  readonly sha256: Sha256;
  readonly size: number;
}

const bytesOf = (contents: readonly Content[]): number => contents.reduce((sum, { size }) => sum + size, 0);

/** Each content that some document shows, once. */
function contentsOf(draft: Draft): readonly Content[] {
  const shown = new Set([
    ...hashesBelow(draft.items),
    ...draft.briefings.flatMap(({ documents }) => documents.map(({ sha256 }) => sha256)),
  ]);
  return draft.files.filter(({ sha256 }) => shown.has(sha256));
}

const hashesBelow = (items: readonly DraftItem[]): readonly Sha256[] =>
  items.flatMap(({ documents, children }) => [
    ...documents.flatMap(({ file }) => (file === null ? [] : [file])),
    ...hashesBelow(children),
  ]);
