import type { Uuid } from '../../pack/manifest.ts';
import type { SearchableDocument } from './searchableText.ts';
import { skeletonOffset } from './skeleton.ts';

/** What became of a page that a note stands on as a whole. */
export interface FoundPage {
  readonly kind: 'found' | 'check';
  readonly documentId: Uuid;
  /** The document's own, 1-based. */
  readonly page: number;
  /** Share of the old page's words that stand on it. */
  readonly score: number;
}

/** Letters compared at once, and how far apart they are taken from the old page. */
const sampleLength = 16;
const sampleStep = 8;
/** Pages with fewer letters say too little about themselves. */
const fewestLetters = 48;
/** The same page beyond doubt, when no other page has so much of it. */
const sameShare = 0.9;
const rivalShare = 0.6;
const likelyShare = 0.5;
const mostPositions = 200;

/** The letters and digits of one page of a document; '' when it has none. */
export function pageSkeleton(document: SearchableDocument, page: number): string {
  const from = document.pageStarts[page - 1];
  if (from === undefined) return '';
  const { skeleton, pageStarts, text } = document;
  return skeleton.text.slice(
    skeletonOffset(skeleton, from),
    skeletonOffset(skeleton, pageStarts[page] ?? text.length + 1),
  );
}

/** Whether a page has words enough to be known again by them. */
export const hasTellingText = (old: SearchableDocument, page: number): boolean =>
  pageSkeleton(old, page).length >= fewestLetters;

/** Finds a page of an old document again by its words; null when no page has half of them. */
export function findPage(
  old: SearchableDocument,
  page: number,
  documents: readonly SearchableDocument[],
): FoundPage | null {
  const letters = pageSkeleton(old, page);
  if (letters.length < fewestLetters) return null;
  const counts = documents.flatMap((document) =>
    [...samplesByPage(letters, document)].map(([at, count]) => ({
      documentId: document.documentId,
      page: at,
      score: count / Math.ceil((letters.length - sampleLength + 1) / sampleStep),
    })),
  );
  const [best, second] = counts.toSorted((a, b) => b.score - a.score);
  if (best === undefined || best.score < likelyShare) return null;
  const isSure = best.score >= sameShare && (second?.score ?? 0) < rivalShare;
  return { ...best, score: Math.min(1, best.score), kind: isSure ? 'found' : 'check' };
}

/** How many samples of the letters stand on each page of a document; each sample counts once a page. */
function samplesByPage(letters: string, document: SearchableDocument): ReadonlyMap<number, number> {
  const { skeleton, grams } = document;
  const bounds = document.pageStarts.map((start) => skeletonOffset(skeleton, start));
  const counts = new Map<number, number>();
  for (let at = 0; at + sampleLength <= letters.length; at += sampleStep) {
    const sample = letters.slice(at, at + sampleLength);
    const positions = grams.positionsOf(letters, at);
    if (positions.length > mostPositions) continue;
    const pages = new Set<number>();
    for (const position of positions) {
      if (skeleton.text.startsWith(sample, position)) pages.add(pageAt(bounds, position));
    }
    for (const page of pages) counts.set(page, (counts.get(page) ?? 0) + 1);
  }
  return counts;
}

/** 1-based page whose first letter is `position` or before. */
function pageAt(bounds: readonly number[], position: number): number {
  let low = 0;
  let high = bounds.length;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if ((bounds[middle] ?? 0) <= position) low = middle + 1;
    else high = middle;
  }
  return low;
}
