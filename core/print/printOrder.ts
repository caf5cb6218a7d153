import * as v from 'valibot';
import type { BereddError } from '../errors.ts';
import { pageRangesSchema } from '../reading/pageRanges.ts';

const uuid = v.pipe(v.string(), v.uuid());

/** What is printed. */
export const printChoiceSchema = v.variant('what', [
  v.object({ what: v.literal('meeting') }),
  /** Items and briefings by their ids; children only when they are named too. */
  v.object({ what: v.literal('items'), ids: v.pipe(v.array(uuid), v.maxLength(5_000)) }),
  /** Documents, whole (null) or some of their own pages. */
  v.object({
    what: v.literal('pages'),
    documents: v.pipe(
      v.array(v.object({ id: uuid, pages: v.nullable(pageRangesSchema) })),
      v.maxLength(20_000),
    ),
  }),
]);
export type PrintChoice = v.InferOutput<typeof printChoiceSchema>;

export const printNotes = ['none', 'marks', 'list', 'both'] as const;
/** How notes are printed: not at all, as marks on the pages, as a list behind them, or both. */
export type PrintNotes = (typeof printNotes)[number];

export const pagesPerSheet = [1, 2, 4] as const;
export type PagesPerSheet = (typeof pagesPerSheet)[number];

export const printOrderSchema = v.object({
  choice: printChoiceSchema,
  notes: v.picklist(printNotes),
  perSheet: v.picklist(pagesPerSheet),
  /** Pack page and revision in the upper right corner of each page. */
  stamped: v.boolean(),
});
export type PrintOrder = v.InferOutput<typeof printOrderSchema>;

/** A composed PDF is asked for by 64 hex digits, as documents are. */
export const composedIdSchema = v.pipe(v.string(), v.regex(/^[0-9a-f]{64}$/));

/** A PDF made to be printed or saved. */
export interface ComposedPrint {
  /** Under which it is served until it is discarded. */
  readonly id: string;
  /** Sheet sides, that is pages of the composed PDF. */
  readonly sheetCount: number;
  /** Documents, or pages of them, that could not be taken along; a page in their place says so. */
  readonly leftOut: readonly LeftOut[];
}

export interface LeftOut {
  readonly title: string;
  readonly error: BereddError;
}

export interface PrintProgress {
  readonly job: string;
  readonly done: number;
  readonly total: number;
}
