import * as v from 'valibot';
import type { CopyMatch } from '../../core/annotationImport/copyPages.ts';
import type { PlacedNote } from '../placements/placeNotes.ts';
import type { DocumentComparison } from '../../core/revisionDiff/documentComparison.ts';
import type { AnnotationTarget } from '../../core/annotation/annotation.ts';
import { annotationTargetSchema } from '../../core/annotation/annotationSchema.ts';

const count = v.pipe(v.number(), v.integer(), v.minValue(0));
const sha256 = v.pipe(v.string(), v.regex(/^[0-9a-f]{64}$/));

/** A document and where its bytes are. */
const fileOfDocumentSchema = v.object({
  sha256,
  /** Null when its bytes are not here. */
  path: v.nullable(v.string()),
  /** Secret: opens a sealed file, in the process's memory. */
  key: v.optional(v.nullable(v.string())),
  isPdf: v.boolean(),
  /** First page of the file that is its own, 1-based. */
  fromPage: v.pipe(count, v.minValue(1)),
  pageCount: count,
  /** What its own pages say, when somebody has read it already: then it is not read and kept as for searching. */
  pages: v.optional(v.array(v.string())),
});
export type FileOfDocument = v.InferOutput<typeof fileOfDocumentSchema>;

const holderSchema = v.object({ type: v.picklist(['item', 'briefing']), id: v.string() });

const documentNowSchema = v.object({
  id: v.string(),
  title: v.string(),
  holder: holderSchema,
  file: fileOfDocumentSchema,
});
export type DocumentNow = v.InferOutput<typeof documentNowSchema>;

const noteToLookForSchema = v.object({
  id: v.string(),
  target: v.custom<AnnotationTarget>((value) => v.is(annotationTargetSchema, value)),
  holder: v.nullable(holderSchema),
  /** The document as it was; null when it is not known any more. */
  old: v.nullable(fileOfDocumentSchema),
});
export type NoteToLookFor = v.InferOutput<typeof noteToLookForSchema>;

const pageOfFile = v.object({ sha256, page: count });
export type PageOfFile = v.InferOutput<typeof pageOfFile>;

/** What the process that holds revisions against each other is asked. */
export const revisionRequestSchema = v.variant('kind', [
  v.object({
    kind: v.literal('begin'),
    wasmFile: v.string(),
    /** Where texts are kept between starts; the same as for searching. */
    folder: v.string(),
    version: v.string(),
    /** Pages that a process before this one did not get over. */
    skipped: v.array(pageOfFile),
  }),
  v.object({
    kind: v.literal('place'),
    job: v.string(),
    notes: v.array(noteToLookForSchema),
    documents: v.array(documentNowSchema),
  }),
  v.object({
    kind: v.literal('compare'),
    job: v.string(),
    before: fileOfDocumentSchema,
    after: fileOfDocumentSchema,
  }),
  v.object({
    kind: v.literal('match'),
    job: v.string(),
    copy: fileOfDocumentSchema,
    /** Pages of the copy to be sure of. */
    wanted: v.array(count),
    documents: v.array(documentNowSchema),
  }),
  v.object({ kind: v.literal('cancel'), job: v.string() }),
]);
export type RevisionRequest = v.InferOutput<typeof revisionRequestSchema>;

/** What it answers. Our own process sends nothing else. */
export type RevisionReply =
  /** Sent before each page that is read, so that it is known which one it does not get over. */
  | { readonly kind: 'reading'; readonly sha256: string; readonly page: number }
  | { readonly kind: 'progress'; readonly job: string; readonly done: number; readonly total: number }
  | { readonly kind: 'placed'; readonly job: string; readonly notes: readonly PlacedNote[] }
  | { readonly kind: 'compared'; readonly job: string; readonly comparison: DocumentComparison }
  | { readonly kind: 'matched'; readonly job: string; readonly match: CopyMatch }
  | { readonly kind: 'cancelled'; readonly job: string }
  | { readonly kind: 'resting' }
  | { readonly kind: 'crashed'; readonly job: string | null; readonly stack: string };
