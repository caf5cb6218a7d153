import type { Sha256, Uuid } from '../../pack/manifest.ts';
import type { Candidate } from './candidates.ts';
import { exactCandidates, fuzzyCandidates } from './candidates.ts';
import type { QuoteSkeleton } from './quoteSkeleton.ts';
import { quoteSkeleton } from './quoteSkeleton.ts';
import type { PageRange, SearchableDocument } from './searchableText.ts';
import { pageRanges } from './searchableText.ts';

/** Where a note was, and what it quoted. */
export interface AnchoredQuote {
  readonly documentId: Uuid;
  readonly itemId: Uuid | null;
  readonly sha256: Sha256;
  readonly exact: string;
  readonly prefix: string;
  readonly suffix: string;
  /** How far into the old document it stood, 0 to 1. */
  readonly share: number;
}

/**
 * What became of a note's place. `kept`: the same file. `found`: the same words in the same surroundings. `check`:
 * probably here, but the person must look ("moved, please check"). `tray`: nowhere; the note goes to the item's tray with
 * its old quote.
 */
export type Placement =
  | { readonly kind: 'kept' }
  | {
      readonly kind: 'found' | 'check';
      readonly documentId: Uuid;
      readonly ranges: readonly PageRange[];
      /** Share of the quote's letters that stand there unchanged. */
      readonly score: number;
    }
  | { readonly kind: 'tray'; readonly bestScore: number };

/** Context from which the surroundings count as the old ones. */
const knownContext = 0.7;
/** How much better the best of several equal quotes must fit its surroundings to be taken without asking. */
const clearLead = 0.2;
/** Less than this share of the letters is not the quote any more; a little less will do in known surroundings. */
const leastScore = 0.75;
const leastScoreInContext = 0.6;
/** Shorter quotes stand in too many places to be found by their letters alone. */
const telling = 24;

/**
 * Finds the place of a quote again among the documents of the pack: the same file, else the same document, else the
 * documents of its item, else all. Never a silent guess: a place that is not beyond doubt is `check`, none is `tray`.
 */
export function findPlace(quote: AnchoredQuote, documents: readonly SearchableDocument[]): Placement {
  const own = documents.find(({ documentId }) => documentId === quote.documentId);
  if (own?.sha256 === quote.sha256) return { kind: 'kept' };
  const skeleton = quoteSkeleton(quote);
  if (skeleton === null) return { kind: 'tray', bestScore: 0 };
  let bestScore = 0;
  const searched = new Set<SearchableDocument>();
  for (const scope of scopes(quote, own, documents)) {
    const fresh = scope.filter((document) => !searched.has(document));
    for (const document of fresh) searched.add(document);
    const best = bestOf(quote, skeleton, fresh);
    if (best === null) continue;
    bestScore = Math.max(bestScore, best.candidate.score);
    if (best.kind !== null) return placed(best.kind, best.candidate);
  }
  return { kind: 'tray', bestScore };
}

function scopes(
  quote: AnchoredQuote,
  own: SearchableDocument | undefined,
  documents: readonly SearchableDocument[],
): readonly (readonly SearchableDocument[])[] {
  const sameFile = documents.filter(({ sha256 }) => sha256 === quote.sha256);
  const item = documents.filter(({ itemId }) => itemId !== null && itemId === quote.itemId);
  return [sameFile, own === undefined ? [] : [own], item, documents];
}

interface Best {
  readonly candidate: Candidate;
  readonly kind: 'found' | 'check' | null;
}

function bestOf(
  quote: AnchoredQuote,
  skeleton: QuoteSkeleton,
  documents: readonly SearchableDocument[],
): Best | null {
  const exact = ranked(
    quote,
    documents.flatMap((document) => exactCandidates(document, skeleton)),
  );
  const [first, second] = exact;
  if (first !== undefined && first.context >= knownContext) {
    const isClear = second === undefined || first.context - second.context >= clearLead;
    return { candidate: first, kind: isClear ? 'found' : 'check' };
  }
  const similar = documents.flatMap((document) => fuzzyCandidates(document, skeleton));
  const [best] = ranked(quote, [...exact, ...similar]);
  if (best === undefined) return null;
  return { candidate: best, kind: isLikely(best, skeleton) ? 'check' : null };
}

function isLikely(candidate: Candidate, skeleton: QuoteSkeleton): boolean {
  if (candidate.context >= knownContext) return candidate.score >= leastScoreInContext;
  return skeleton.exact.length >= telling && candidate.score >= leastScore;
}

/** Best first: likeness of words and surroundings, then nearness to the old place. */
function ranked(quote: AnchoredQuote, candidates: readonly Candidate[]): readonly Candidate[] {
  const worth = ({ score, context }: Candidate): number => score * 0.7 + context * 0.3;
  const distance = ({ document, start }: Candidate): number =>
    Math.abs(start / Math.max(1, document.skeleton.text.length) - quote.share);
  return candidates.toSorted((a, b) => {
    const difference = worth(b) - worth(a);
    return Math.abs(difference) > 0.02 ? difference : distance(a) - distance(b) || difference;
  });
}

function placed(kind: 'found' | 'check', { document, start, end, score }: Candidate): Placement {
  const { starts } = document.skeleton;
  const from = starts[start] ?? 0;
  const lastLetter = starts[end - 1] ?? from;
  const to = lastLetter + ((document.text.codePointAt(lastLetter) ?? 0 > 0xffff) ? 2 : 1);
  return { kind, documentId: document.documentId, ranges: pageRanges(document, from, to), score };
}
