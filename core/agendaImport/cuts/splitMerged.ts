import type { AgendaEntry } from '../agendaEntry.ts';
import { documentHead } from '../documentHead.ts';
import type { LookedPdf, ObservedDocument, ObservedFile } from '../observed.ts';
import type { PageSigns } from './startSigns.ts';
import { startSigns } from './startSigns.ts';
import { summonsOfPages } from '../summons.ts';

/** A document of a merged file: its pages, 1-based and inclusive, and how certain its two ends are, 0–1. */
export interface MergedPart {
  readonly from: number;
  readonly to: number;
  readonly certainty: number;
}

/** A document that has exactly the pages which its first one says, `1 (4)`. */
const rightLength = 2.5;
const wrongLength = -1;
/** Odds beyond this are as good as certain, and must not outweigh everything else. */
const mostOdds = 7;

/**
 * The cuts of a merged file that fit all signs together best, found over all page boundaries at once: what begins is
 * worth its odds, what does not begin costs them, and a part of the length that it says itself is worth more.
 */
export function cutPages(signs: readonly PageSigns[]): readonly MergedPart[] {
  const count = signs.length;
  const odds = signs.map((page) => Math.max(-mostOdds, Math.min(mostOdds, page.odds)));
  // best[i]: the worth of the pages before i; from[i]: where the part that ends before i begins.
  const best = new Float64Array(count + 1).fill(Number.NEGATIVE_INFINITY);
  const from = new Int32Array(count + 1);
  best[0] = 0;
  for (let end = 1; end <= count; end++) {
    let inside = 0;
    for (let start = end - 1; start >= 0; start--) {
      const worth = (best[start] ?? 0) + (odds[start] ?? 0) + inside + lengthWorth(signs[start], end - start);
      if (worth > (best[end] ?? 0)) {
        best[end] = worth;
        from[end] = start;
      }
      inside -= odds[start] ?? 0;
    }
  }
  const parts: MergedPart[] = [];
  for (let end = count; end > 0; end = from[end] ?? 0) {
    const start = from[end] ?? 0;
    const ends = end === count ? 1 : chance(odds[end] ?? 0);
    parts.unshift({ from: start + 1, to: end, certainty: Math.min(chance(odds[start] ?? 0), ends) });
  }
  return parts;
}

const chance = (odds: number): number => 1 / (1 + Math.exp(-odds));

function lengthWorth(first: PageSigns | undefined, length: number): number {
  const printed = first?.printed;
  if (printed === undefined || printed === null || printed.of === null || printed.page !== 1) return 0;
  return printed.of === length ? rightLength : wrongLength;
}

/** The documents of a merged file. One document with all pages when nothing speaks for cuts. */
export function splitMerged(
  file: ObservedFile,
  pdf: LookedPdf,
  agenda: readonly AgendaEntry[],
): readonly ObservedDocument[] {
  const parts = cutsOf(pdf, agenda);
  if (parts.length === 1) return [documentOf(file, pdf, null, 1)];
  return parts.map(({ from, to, certainty }) => documentOf(file, pdf, { from, to }, certainty));
}

/** A summons at the front says which titles, and perhaps which pages, begin documents: then it is cut once more. */
function cutsOf(pdf: LookedPdf, agenda: readonly AgendaEntry[]): readonly MergedPart[] {
  const cut = (entries: readonly AgendaEntry[]): readonly MergedPart[] => {
    const pages = new Set(entries.flatMap(({ page }) => page ?? []));
    return cutPages(
      startSigns(
        pdf,
        entries.map(({ title }) => title),
        pages,
      ),
    );
  };
  const parts = cut(agenda);
  const [first] = parts;
  const front = pdf.pages.slice(0, Math.min(first?.to ?? 1, mostSummonsPages));
  if (documentHead(front)?.documentKind !== 'summons') return parts;
  let last = 0;
  const newId = (): string => `summons-${(last += 1)}`;
  const found = summonsOfPages(front, newId).agenda;
  return found.length === 0 ? parts : cut([...agenda, ...found]);
}

const mostSummonsPages = 12;
const pagesOfHead = 3;

const documentOf = (
  file: ObservedFile,
  pdf: LookedPdf,
  pages: ObservedDocument['pages'],
  certainty: number,
): ObservedDocument => {
  const from = pages?.from ?? 1;
  const to = Math.min(pages?.to ?? pdf.pages.length, from + pagesOfHead - 1);
  return {
    sha256: file.sha256,
    path: file.path,
    pages,
    head: documentHead(pdf.pages.slice(from - 1, to)),
    certainty,
  };
};
