import { titleWords } from '../titleWords.ts';
import type { WordWeights } from '../wordMatch.ts';
import { titleLikeness, wordWeights } from '../wordMatch.ts';
import { headingOf } from '../documentHead.ts';
import type { LookedPdf, PageLook } from '../observed.ts';
import { contentsOf } from './contentsTitles.ts';
import { headSigns } from './headSigns.ts';
import { looksSigns } from './looksSigns.ts';
import type { PrintedPageNumber } from './printedPageNumber.ts';
import { printedPageNumber } from './printedPageNumber.ts';
import { lineShares, runningSigns } from './runningSigns.ts';
import type { StartSign } from './startSign.ts';
import { sign } from './startSign.ts';

/*
 * What speaks for and against a new document on a page, in natural logarithms of odds. The weights are judgements of how
 * Swedish municipal documents look, not fitted to any one meeting.
 */

export interface PageSigns {
  readonly signs: readonly StartSign[];
  readonly odds: number;
  readonly printed: PrintedPageNumber | null;
}

/** Nothing said, one page in six begins a document. */
const before = -1.6;

/** Signs for each page of a file. `agendaPages` are pages named by an agenda table, `titles` the items' titles. */
export function startSigns(
  pdf: LookedPdf,
  titles: readonly string[],
  agendaPages: ReadonlySet<number>,
): readonly PageSigns[] {
  const { pages } = pdf;
  const printed = printedNumbers(pages);
  const outline = outlineLevels(pdf);
  const shares = lineShares(pages);
  const contents = contentsOf(pages);
  const wanted = titles.map(titleWords);
  const weigh = wordWeights(wanted);
  return pages.map((page, at) => {
    const previous = pages[at - 1];
    if (previous === undefined) return { signs: [], odds: 6, printed: printed[at] ?? null };
    const signs = [
      ...numberSigns(
        isOfOtherSize(page, previous) ? withTotal(printed[at]) : (printed[at] ?? null),
        printed[at - 1] ?? null,
      ),
      ...outlineSigns(outline, at + 1),
      ...(agendaPages.has(at + 1) ? [sign('agendaTable', 3.5)] : []),
      ...headSigns(page, previous),
      ...runningSigns(page, previous, pages[at - 2], shares),
      ...looksSigns(page, pages.slice(Math.max(0, at - 12), at)),
      ...(contents(at) ? [sign('heading', -2.5)] : []),
      ...titleSigns(page, wanted, weigh),
    ];
    return { signs, odds: signs.reduce((sum, { odds }) => sum + odds, before), printed: printed[at] ?? null };
  });
}

/** Printed numbers; those that run through the whole merged file say nothing of its documents. */
function printedNumbers(pages: readonly PageLook[]): readonly (PrintedPageNumber | null)[] {
  const printed = pages.map(printedPageNumber);
  const offsets = new Map<number, number>();
  printed.forEach((one, at) => {
    if (one !== null) offsets.set(one.page - at, (offsets.get(one.page - at) ?? 0) + 1);
  });
  const [offset, count] = [...offsets].toSorted((a, b) => b[1] - a[1])[0] ?? [0, 0];
  const isRunning = pages.length > 8 && count >= 0.7 * pages.length;
  return printed.map((one, at) => (isRunning && one !== null && one.page - at === offset ? null : one));
}

/** A lone number on a drawing or slide may be anything. */
const withTotal = (printed: PrintedPageNumber | null | undefined): PrintedPageNumber | null =>
  printed === null || printed === undefined || printed.of === null ? null : printed;

const isOfOtherSize = (a: PageLook, b: PageLook): boolean =>
  Math.abs(a.width + a.height - b.width - b.height) > 30;

function numberSigns(now: PrintedPageNumber | null, last: PrintedPageNumber | null): readonly StartSign[] {
  if (now === null)
    return last !== null && last.of !== null && last.page === last.of ? [sign('heading', 1)] : [];
  const strength = now.of === null ? 0.5 : 1;
  const continues = last !== null && now.page === last.page + 1 && now.of === last.of;
  if (continues) return [sign('heading', -6 * strength)];
  if (now.page === 1) return [sign('heading', (last !== null ? 5 : 4) * strength)];
  const isBack = last !== null && now.page <= last.page;
  return [sign('heading', isBack ? 1 * strength : -3.5 * strength)];
}

interface OutlineLevels {
  readonly levels: ReadonlyMap<number, number>;
  readonly isUsed: boolean;
}

function outlineLevels({ outline, pageCount }: LookedPdf): OutlineLevels {
  const levels = new Map<number, number>();
  for (const { level, target } of outline) {
    if (target?.type !== 'page' || target.page > pageCount) continue;
    levels.set(target.page, Math.min(level, levels.get(target.page) ?? level));
  }
  const outer = [...levels].filter(([, level]) => level === 1).map(([page]) => page);
  // One that only covers the first pages is that of a document which was merged with others.
  const isUsed =
    outer.length >= 2 && Math.max(...outer) > 0.5 * pageCount && Math.min(...outer) <= 0.3 * pageCount + 1;
  return { levels, isUsed };
}

function outlineSigns({ levels, isUsed }: OutlineLevels, page: number): readonly StartSign[] {
  if (!isUsed) return [];
  const level = levels.get(page);
  if (level === undefined) return [sign('outline', -1.2)];
  return [sign('outline', level === 1 ? 4 : level === 2 ? 2 : 0.3)];
}

function titleSigns(
  page: PageLook,
  wanted: readonly (readonly string[])[],
  weigh: WordWeights,
): readonly StartSign[] {
  if (wanted.length === 0) return [];
  const words = titleWords(headingOf(page) ?? '');
  if (words.length === 0) return [];
  const best = Math.max(0, ...wanted.map((title) => titleLikeness(words, title, weigh)));
  return best >= 0.75 ? [sign('agendaTable', 1.8)] : [];
}
