import { skeletonOf } from './skeleton.ts';

/** A quote with its context, as skeletons. */
export interface QuoteSkeleton {
  readonly exact: string;
  readonly prefix: string;
  readonly suffix: string;
  /** The quote began and ended at the edge of a word. */
  readonly isWholeWords: boolean;
}

const letter = /[\p{L}\p{N}]/u;

/** Null for a quote without a letter or digit, which cannot be found again by its words. */
export function quoteSkeleton(quote: {
  readonly exact: string;
  readonly prefix: string;
  readonly suffix: string;
}): QuoteSkeleton | null {
  const exact = skeletonOf(quote.exact).text;
  if (exact === '') return null;
  const joinsBefore = letter.test(quote.prefix.slice(-1)) && letter.test(quote.exact.slice(0, 1));
  const joinsAfter = letter.test(quote.suffix.slice(0, 1)) && letter.test(quote.exact.slice(-1));
  return {
    exact,
    prefix: skeletonOf(quote.prefix).text,
    suffix: skeletonOf(quote.suffix).text,
    isWholeWords: !joinsBefore && !joinsAfter,
  };
}
