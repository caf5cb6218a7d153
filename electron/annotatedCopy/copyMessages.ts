import * as v from 'valibot';
import { errorCodes } from '../../core/errors.ts';
import { foreignAnnotationSchema } from '../../core/annotationImport/foreignAnnotation.ts';
import { copiedMarkSchema } from './copiedMark.ts';

/** What the process of annotated copies is asked, once. */
export const copyRequestSchema = v.variant('kind', [
  v.object({
    kind: v.literal('write'),
    wasmFile: v.string(),
    source: v.string(),
    output: v.string(),
    marks: v.array(copiedMarkSchema),
  }),
  v.object({ kind: v.literal('read'), wasmFile: v.string(), source: v.string() }),
]);
export type CopyRequest = v.InferOutput<typeof copyRequestSchema>;

export const copyReplySchema = v.variant('kind', [
  v.object({ kind: v.literal('written'), markCount: v.number() }),
  v.object({
    kind: v.literal('read'),
    notes: v.array(v.string()),
    foreign: v.array(foreignAnnotationSchema),
    leftOut: v.record(v.string(), v.number()),
    sha256: v.string(),
    pages: v.array(v.string()),
  }),
  v.object({
    kind: v.literal('failed'),
    error: v.object({
      code: v.picklist(errorCodes),
      file: v.exactOptional(v.string()),
      detail: v.exactOptional(v.record(v.string(), v.union([v.string(), v.number()]))),
    }),
  }),
]);
export type CopyReply = v.InferOutput<typeof copyReplySchema>;
