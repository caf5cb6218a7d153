import type { Because } from '../evidence.ts';

/** One sign on one page; the sum is the logarithm of the odds that a document begins there. */
export interface StartSign {
  readonly because: Because;
  readonly odds: number;
}

export const sign = (because: Because, odds: number): StartSign => ({ because, odds });

const holdsFact = /(?:19|20)\d\d[-./:]\d{1,6}/u;

/**
 * A line of a head or foot as it comes again on other pages: page numbers are alike, but not dates and registry numbers,
 * which are those of one document.
 */
export const foldedLine = (text: string): string =>
  (holdsFact.test(text) ? text : text.replace(/\d+/g, '#')).replace(/\s+/g, ' ').trim().toLowerCase();
