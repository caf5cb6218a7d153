import * as v from 'valibot';
import { errorCodes } from '../../core/errors.ts';
import { findWordsSchema, maxLines, pageHitSchema } from '../../core/find/found.ts';

const count = v.pipe(v.number(), v.integer(), v.minValue(0));
const sha256 = v.pipe(v.string(), v.regex(/^[0-9a-f]{64}$/));

/** A document of a search and where its bytes are. */
const searchedDocumentSchema = v.object({
  sha256,
  /** Null when its bytes are not here. */
  path: v.nullable(v.string()),
  /** Secret: opens a sealed file, in the process's memory. */
  key: v.optional(v.nullable(v.string())),
  isPdf: v.boolean(),
  /** First page of the file that is its own. */
  fromPage: v.pipe(count, v.minValue(1)),
  pageCount: count,
});
export type SearchedDocument = v.InferOutput<typeof searchedDocumentSchema>;

const pageOfFile = v.object({ sha256, page: count });
export type PageOfFile = v.InferOutput<typeof pageOfFile>;

/** What the process that reads text is asked. */
export const findRequestSchema = v.variant('kind', [
  v.object({
    kind: v.literal('begin'),
    wasmFile: v.string(),
    /** Where texts are kept between starts. */
    folder: v.string(),
    /** Texts of documents that are not here are removed. */
    documentsFolder: v.string(),
    /** Texts kept by another version are read again. */
    version: v.string(),
    /** Pages that a process before this one did not get over. */
    skipped: v.array(pageOfFile),
  }),
  /** A new search ends the one before. Without words the documents are only read, when nothing is searched. */
  v.object({
    kind: v.literal('search'),
    search: v.string(),
    words: v.nullable(findWordsSchema),
    documents: v.array(searchedDocumentSchema),
    /** The document to begin with; after the last comes the first. */
    startAt: count,
  }),
  v.object({ kind: v.literal('cancel'), search: v.string() }),
  v.object({
    kind: v.literal('lines'),
    job: count,
    places: v.pipe(
      v.array(
        v.object({ document: searchedDocumentSchema, ...v.omit(pageHitSchema, ['documentId']).entries }),
      ),
      v.maxLength(maxLines),
    ),
  }),
  /** How many words stand on the pages of documents. */
  v.object({
    kind: v.literal('words'),
    job: count,
    documents: v.array(searchedDocumentSchema),
    /** Pages that nobody read yet are read; otherwise they are not counted. */
    reads: v.boolean(),
  }),
]);
export type FindRequest = v.InferOutput<typeof findRequestSchema>;

const errorSchema = v.object({
  code: v.picklist(errorCodes),
  file: v.exactOptional(v.string()),
  detail: v.exactOptional(v.record(v.string(), v.union([v.string(), v.number()]))),
});

const lineSchema = v.object({ text: v.string(), start: count, end: count });

/** What it answers. */
export const findReplySchema = v.variant('kind', [
  /** Sent before each page that is read, so that it is known which one it does not get over. */
  v.object({ kind: v.literal('reading'), ...pageOfFile.entries }),
  v.object({
    kind: v.literal('found'),
    found: v.object({
      search: v.string(),
      isFirst: v.boolean(),
      hits: v.custom<Uint32Array>((value) => value instanceof Uint32Array),
      documents: v.array(
        v.object({
          index: count,
          pageCount: count,
          pagesWithoutText: count,
          pagesUnread: v.pipe(v.array(count), v.readonly()),
          error: v.nullable(errorSchema),
        }),
      ),
      pagesRead: count,
      pagesTotal: count,
      isDone: v.boolean(),
      isCut: v.boolean(),
    }),
  }),
  v.object({ kind: v.literal('lines'), job: count, lines: v.array(v.nullable(lineSchema)) }),
  /** Of each document the words of its pages; null for a page that was not read or cannot be. */
  v.object({ kind: v.literal('words'), job: count, words: v.array(v.array(v.nullable(count))) }),
  /** Everything asked for is done. */
  v.object({ kind: v.literal('resting') }),
  v.object({ kind: v.literal('crashed'), stack: v.string() }),
]);
export type FindReply = v.InferOutput<typeof findReplySchema>;
