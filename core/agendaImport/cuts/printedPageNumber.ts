import type { PageLook } from '../observed.ts';

/** A page number as printed: `3 (12)` or only `3`. */
export interface PrintedPageNumber {
  readonly page: number;
  readonly of: number | null;
}

const withTotal =
  /(?:^|[\s\t|])(?:sida|sid|page|s)?\.?:?\s?(\d{1,4})\s?(?:\(\s?(\d{1,4})\s?\)|(?:av|of|\/)\s?(\d{1,4}))$/iu;
const totalOnly =
  /^(?:sida|sid|page|s)?\.?:?\s?(\d{1,4})\s?(?:\(\s?(\d{1,4})\s?\)|(?:av|of|\/)\s?(\d{1,4}))(?=$|[\s\t|])/iu;
const alone = /^(?:(?:sida|sid|page)\.?:?\s)?[-–—]?\s?(\d{1,4})\s?[-–—]?$/iu;
const atEnd = /[\t|]\s?(\d{1,3})$/u;
const atStart = /^(\d{1,3})\s?[\t|]/u;

/** The number printed at the head or foot of a page; null when there is none. A date or an amount is none. */
export function printedPageNumber(page: PageLook): PrintedPageNumber | null {
  const edges = [...page.first.slice(0, 5), ...page.last.toReversed()].map(({ text }) => text.trim());
  for (const text of edges) {
    const found = text.length <= 120 ? (withTotal.exec(text) ?? totalOnly.exec(text)) : null;
    const [number, of] = [Number(found?.[1]), Number(found?.[2] ?? found?.[3])];
    if (found !== null && number >= 1 && of >= number && of <= 3000) return { page: number, of };
  }
  const foot = page.last.toReversed().map(({ text }) => text.trim());
  for (const text of [...foot.slice(0, 2), ...edges.slice(0, 2)]) {
    const found = alone.exec(text) ?? atEnd.exec(text) ?? atStart.exec(text);
    if (found !== null && Number(found[1]) >= 1) return { page: Number(found[1]), of: null };
  }
  return null;
}
