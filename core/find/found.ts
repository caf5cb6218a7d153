import * as v from 'valibot';
import type { BereddError } from '../errors.ts';

/** The longest text that can be looked for. */
export const maxWords = 500;
/** Hits kept of one search; what is looked for is then too common to go through one by one. */
export const maxHits = 300_000;
/** Lines that can be asked for at once. */
export const maxLines = 400;

export const findWordsSchema = v.object({
  words: v.pipe(v.string(), v.maxLength(maxWords)),
  matchesCase: v.boolean(),
  wholeWords: v.boolean(),
});
export type FindWords = v.InferOutput<typeof findWordsSchema>;

const pageNumber = v.pipe(v.number(), v.integer(), v.minValue(1), v.maxValue(1_000_000));
const textOffset = v.pipe(v.number(), v.integer(), v.minValue(0), v.maxValue(0xffffffff));

/** A hit on a page: the document's own page, 1-based, and the units `[start, end)` of its text as `layOutText` gives it. */
export const pageHitSchema = v.object({
  documentId: v.pipe(v.string(), v.uuid()),
  page: pageNumber,
  start: textOffset,
  end: textOffset,
});
export type PageHit = v.InferOutput<typeof pageHitSchema>;

/** What a search has found since it last told. */
export interface Found {
  readonly search: string;
  /** It begins (anew): what was told of it before is void. */
  readonly isFirst: boolean;
  /** Four numbers a hit: index of the document in the search, page, start, end. Pages of a document come in order. */
  readonly hits: Uint32Array;
  /** Documents that are gone through now. */
  readonly documents: readonly FoundDocument[];
  readonly pagesRead: number;
  readonly pagesTotal: number;
  readonly isDone: boolean;
  /** There were more hits than `maxHits`; the search stopped there. */
  readonly isCut: boolean;
}

/** What is to be said about a document that was gone through. */
export interface FoundDocument {
  /** Its place in the search. */
  readonly index: number;
  readonly pageCount: number;
  readonly pagesWithoutText: number;
  /** Pages that could not be read. */
  readonly pagesUnread: readonly number[];
  /** Why nothing of it could be read; null when it could. */
  readonly error: BereddError | null;
}
