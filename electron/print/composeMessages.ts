import * as v from 'valibot';
import { highlightColours } from '../../core/annotation/annotation.ts';
import { inkColours } from '../../core/annotation/noteDetails.ts';
import { errorCodes } from '../../core/errors.ts';
import { pagesPerSheet } from '../../core/print/printOrder.ts';
import { textBlockSchema } from '../../core/print/textBlocks.ts';

const count = v.pipe(v.number(), v.integer(), v.minValue(0));
const text = v.string();
const blocks = v.array(textBlockSchema);

/** A note drawn on a page. Quads are user space, eight numbers each; none for a note on the page as a whole. */
const drawnMark = v.object({
  kind: v.picklist(['highlight', 'underline', 'note', 'ink', 'area', 'freeText']),
  colour: v.picklist(highlightColours),
  quads: v.array(v.pipe(v.array(v.number()), v.length(8))),
  /** In the badge beside it; null for a mark without words. */
  badge: v.nullable(text),
  /** What was drawn, user space. */
  strokes: v.exactOptional(
    v.array(v.object({ points: v.array(v.number()), width: v.number(), colour: v.picklist(inkColours) })),
  ),
  /** What was written on the page itself; size in points. */
  words: v.exactOptional(v.object({ text, size: v.number(), colour: v.picklist(inkColours) })),
});
export type DrawnMark = v.InferOutput<typeof drawnMark>;

const filePage = v.object({
  /** 1-based page of the file. */
  page: v.pipe(count, v.minValue(1)),
  /** What stands in the upper right corner; null for nothing. */
  stamp: v.nullable(text),
  /** The page's name in the page list of a reader; null for none. */
  label: v.nullable(text),
  marks: v.array(drawnMark),
});
export type FilePage = v.InferOutput<typeof filePage>;

/** Why a document cannot be taken along; each has its page that says so. */
export const leftOutCodes = [
  'documentMissing',
  'documentDamaged',
  'documentEncrypted',
  'documentNotPdf',
  'documentTooSlow',
] as const;
export type LeftOutCode = (typeof leftOutCodes)[number];

const part = v.variant('kind', [
  v.object({
    kind: v.literal('file'),
    /** Null when its bytes are not here. */
    path: v.nullable(text),
    format: v.picklist(['pdf', 'png', 'jpeg', 'other']),
    pages: v.array(filePage),
    /** The page in its place for each reason, and the one after it when only some of its pages are missing. */
    instead: v.record(v.picklist(leftOutCodes), blocks),
    someMissing: blocks,
  }),
  v.object({ kind: v.literal('text'), blocks, footer: text }),
]);
export type ComposePart = v.InferOutput<typeof part>;
export type FilePart = Extract<ComposePart, { kind: 'file' }>;

const bookmark = v.object({ level: count, title: text, part: count });
export type ComposeBookmark = v.InferOutput<typeof bookmark>;

export const composeRequestSchema = v.object({
  kind: v.literal('compose'),
  wasmFile: text,
  /** Where the PDF comes to lie; a file of the same name with `.gathered` lies beside it meanwhile. */
  output: text,
  title: text,
  /** BCP 47, for documents that do not say their own. */
  language: text,
  producer: text,
  /** Milliseconds since 1970. */
  at: v.number(),
  perSheet: v.picklist(pagesPerSheet),
  parts: v.array(part),
  bookmarks: v.array(bookmark),
  /** Parts that are not to be tried: an attempt before did not get over them. */
  skipped: v.array(v.object({ part: count, code: v.picklist(leftOutCodes) })),
});
export type ComposeRequest = v.InferOutput<typeof composeRequestSchema>;

const errorSchema = v.object({
  code: v.picklist(errorCodes),
  file: v.exactOptional(text),
  detail: v.exactOptional(v.record(text, v.union([text, v.number()]))),
});

const leftOut = v.object({ part: count, code: v.picklist(leftOutCodes) });
export type LeftOutPart = v.InferOutput<typeof leftOut>;

export const composeReplySchema = v.variant('kind', [
  /** Sent before each part, so that it is known which one it does not get over; null for the work on all of them. */
  v.object({ kind: v.literal('working'), part: v.nullable(count), done: count, total: count }),
  v.object({ kind: v.literal('done'), sheetCount: count, leftOut: v.array(leftOut) }),
  v.object({ kind: v.literal('failed'), error: errorSchema }),
  v.object({ kind: v.literal('crashed'), stack: text }),
]);
export type ComposeReply = v.InferOutput<typeof composeReplySchema>;
export type Working = Omit<Extract<ComposeReply, { kind: 'working' }>, 'kind'>;
export type Composed = Omit<Extract<ComposeReply, { kind: 'done' }>, 'kind'>;
