import type { LookedLine, PageLook } from '../observed.ts';
import type { StartSign } from './startSign.ts';
import { foldedLine, sign } from './startSign.ts';

/** The share of all pages that have a line at their head or foot. */
export type LineShares = (line: string) => number;

export function lineShares(pages: readonly PageLook[]): LineShares {
  const counts = new Map<string, number>();
  for (const page of pages)
    for (const line of new Set(edgesOf(page))) counts.set(line, (counts.get(line) ?? 0) + 1);
  return (line) => (counts.get(line) ?? 0) / Math.max(1, pages.length);
}

const headsOf = (page: PageLook): readonly string[] => foldedEdge(page.first.slice(0, 3));
const feetOf = (page: PageLook): readonly string[] => foldedEdge(page.last.slice(-2));
const edgesOf = (page: PageLook): readonly string[] => [...headsOf(page), ...feetOf(page)];
const foldedEdge = (lines: readonly LookedLine[]): readonly string[] =>
  lines.map(({ text }) => foldedLine(text)).filter((text) => text.replace(/[^\p{L}]/gu, '').length >= 4);

/** Running heads and feet: the same as on the page before means the same document, unless most documents have them. */
export function runningSigns(
  page: PageLook,
  previous: PageLook,
  earlier: PageLook | undefined,
  shares: LineShares,
): readonly StartSign[] {
  const rare = (line: string): number => 1 - Math.min(1, 1.5 * shares(line));
  const shared = (a: readonly string[], b: readonly string[]): number =>
    Math.max(0, ...a.filter((line) => b.includes(line)).map(rare));
  const heads = shared(headsOf(page), headsOf(previous));
  const feet = shared(feetOf(page), feetOf(previous));
  const signs: StartSign[] = [];
  if (heads > 0) signs.push(sign('heading', -3 * heads));
  if (feet > 0) signs.push(sign('heading', -2.5 * feet));
  if (earlier !== undefined && heads === 0 && feet === 0) {
    const ran = shared(edgesOf(previous), edgesOf(earlier));
    if (ran > 0.3) signs.push(sign('heading', 1.6 * ran));
  }
  return signs;
}
