import type { Sha256, Uuid } from '../../pack/manifest.ts';
import { normaliseWithOffsets } from '../../text/normaliseText.ts';
import type { Candidate } from './candidates.ts';
import { contextOf, exactCandidates, fuzzyCandidates } from './candidates.ts';
import { documentMap } from './documentMap.ts';
import type { QuoteSkeleton } from './quoteSkeleton.ts';
import { quoteSkeleton } from './quoteSkeleton.ts';
import type { PageRange, SearchableDocument } from './searchableText.ts';
import { pageRanges } from './searchableText.ts';
import { skeletonOffset } from './skeleton.ts';

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
  /** Its own page, 1-based, and offset in that page's normalised text, as in the note's selectors. */
  readonly page: number;
  readonly start: number;
  /** The old document, when it is still stored: it tells what stood around the quote and how often the quote occurred. */
  readonly old: SearchableDocument | null;
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

/** Both sides like this: the surroundings are the old ones. */
const knownBetterSide = 0.85;
const knownWorseSide = 0.6;
/** Without the old document: shorter quotes are taken without asking only in wholly known surroundings. */
const unmistakable = 120;
/** With the old document, whose neighbours say where the quote belongs, one side half known will do. */
const expectedBetterSide = 0.6;
/** How much better the best of several equal quotes must fit its surroundings to be taken without asking. */
const clearLead = 0.2;
/** Less than this share of the letters is not the quote any more; a little less will do in half-known surroundings. */
const leastScore = 0.75;
const leastScoreInContext = 0.6;
const halfKnown = 0.7;
/** Shorter quotes stand in too many places to be found by some of their letters alone. */
const telling = 24;
/** The same words in one place only are worth a look even in new surroundings, unless they are hardly words. */
const leastUnique = 8;

/**
 * Finds the place of a quote again among the documents of the pack: the same file, else the same document, else the
 * documents of its item, else all. Never a silent guess: a place that is not beyond doubt is `check`, none is `tray`.
 */
export function findPlace(quote: AnchoredQuote, documents: readonly SearchableDocument[]): Placement {
  const own = documents.find(({ documentId }) => documentId === quote.documentId);
  if (own?.sha256 === quote.sha256) return { kind: 'kept' };
  const skeleton = quoteSkeleton(quote);
  if (skeleton === null) return { kind: 'tray', bestScore: 0 };
  const isExpected = expectation(quote, skeleton);
  let bestScore = 0;
  const searched = new Set<SearchableDocument>();
  for (const scope of scopes(quote, own, documents)) {
    const fresh = scope.filter((document) => !searched.has(document));
    for (const document of fresh) searched.add(document);
    const best = bestOf(quote, skeleton, fresh, isExpected);
    if (best === null) continue;
    bestScore = Math.max(bestScore, best.candidate.score);
    if (best.kind !== null) return placed(best.kind, best.candidate, quote.exact);
  }
  return { kind: 'tray', bestScore };
}

/** Whether a candidate stands where the old neighbours say; null without the old document. */
type IsExpected = ((candidate: Candidate) => boolean) | null;

function expectation(quote: AnchoredQuote, skeleton: QuoteSkeleton): IsExpected {
  const { old } = quote;
  if (old === null) return null;
  const place = oldPlace(old, quote, skeleton);
  if (place === null) return null;
  const bounds = new Map<SearchableDocument, { readonly from: number; readonly to: number }>();
  return ({ document, start, end }) => {
    const known = bounds.get(document) ?? documentMap(old, document).expected(place.start, place.end);
    bounds.set(document, known);
    return start >= known.from && end <= known.to;
  };
}

/** The quote in the skeleton of its own old document; null when it is not where the note says. */
function oldPlace(
  old: SearchableDocument,
  quote: AnchoredQuote,
  { exact }: QuoteSkeleton,
): { readonly start: number; readonly end: number } | null {
  const pageStart = old.pageStarts[quote.page - 1];
  if (pageStart === undefined) return null;
  const { starts } = normaliseWithOffsets(old.pages[quote.page - 1] ?? '');
  const start = skeletonOffset(old.skeleton, pageStart + (starts[quote.start] ?? 0));
  const end = start + exact.length;
  return old.skeleton.text.slice(start, end) === exact ? { start, end } : null;
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
  isExpected: IsExpected,
): Best | null {
  const expectedFirst = (list: readonly Candidate[]): readonly Candidate[] =>
    isExpected === null ? list : [...list.filter(isExpected), ...list.filter((each) => !isExpected(each))];
  const exact = expectedFirst(
    ranked(
      quote,
      documents.flatMap((document) => exactCandidates(document, skeleton)),
    ),
  );
  const [first] = exact;
  if (first !== undefined && isBeyondDoubt(exact, skeleton, isExpected)) {
    return { candidate: first, kind: 'found' };
  }
  const similar = documents.flatMap((document) => fuzzyCandidates(document, skeleton));
  const [best] = ranked(quote, [...exact, ...similar]);
  if (best === undefined) return null;
  const isUnique = exact.length === 1 && best === first && skeleton.exact.length >= leastUnique;
  return { candidate: best, kind: isUnique || isLikely(best, skeleton) ? 'check' : null };
}

function isBeyondDoubt(
  exact: readonly Candidate[],
  skeleton: QuoteSkeleton,
  isExpected: IsExpected,
): boolean {
  const rivals = isExpected === null ? exact : exact.filter(isExpected);
  const [first, second] = rivals;
  if (first === undefined || first !== exact[0]) return false;
  const isClear = second === undefined || contextOf(first) - contextOf(second) >= clearLead;
  if (isExpected !== null) return isClear && first.betterSide >= expectedBetterSide;
  if (first.betterSide < knownBetterSide) return false;
  if (first.worseSide < knownWorseSide) {
    return exact.length === 1 && skeleton.exact.length >= unmistakable;
  }
  return isClear;
}

function isLikely(candidate: Candidate, { exact }: QuoteSkeleton): boolean {
  if (contextOf(candidate) >= halfKnown) return candidate.score >= leastScoreInContext;
  return exact.length >= telling && candidate.score >= leastScore;
}

/** Best first: likeness of words and surroundings in steps of two hundredths, then nearness to the old place. */
function ranked(quote: AnchoredQuote, candidates: readonly Candidate[]): readonly Candidate[] {
  const worth = (each: Candidate): number => Math.round((each.score * 0.7 + contextOf(each) * 0.3) * 50);
  const distance = ({ document, start }: Candidate): number =>
    Math.abs(start / Math.max(1, document.skeleton.text.length) - quote.share);
  return candidates.toSorted((a, b) => worth(b) - worth(a) || distance(a) - distance(b));
}

function placed(
  kind: 'found' | 'check',
  { document, start, end, score }: Candidate,
  exact: string,
): Placement {
  const { starts } = document.skeleton;
  const from = starts[start] ?? 0;
  const lastLetter = starts[end - 1] ?? from;
  const to = lastLetter + ((document.text.codePointAt(lastLetter) ?? 0) > 0xffff ? 2 : 1);
  const before = marksBefore(document.text, from, exact);
  const after = marksAfter(document.text, to, exact);
  const ranges = pageRanges(document, from - before, to + after);
  return { kind, documentId: document.documentId, ranges, score };
}

/** How many marks at the beginning of the quote, an opening quotation mark say, stand before the place too. */
function marksBefore(text: string, from: number, exact: string): number {
  const marks = /^[^\p{L}\p{N}\s]*/u.exec(exact)?.[0] ?? '';
  return text.slice(Math.max(0, from - marks.length), from) === marks ? marks.length : 0;
}

/** The same for its end: the full stop belongs to the sentence. */
function marksAfter(text: string, to: number, exact: string): number {
  const marks = /[^\p{L}\p{N}\s]*$/u.exec(exact)?.[0] ?? '';
  return text.startsWith(marks, to) ? marks.length : 0;
}
