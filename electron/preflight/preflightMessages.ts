import * as v from 'valibot';
import { fileFactsSchema } from '../../core/preflight/fileFacts.ts';

/** A file to be read. `key` opens one that is sealed: it is decrypted in the process's memory. */
export const fileToCheckSchema = v.object({
  path: v.string(),
  key: v.nullable(v.string()),
  latestYear: v.number(),
});
export type FileToCheck = v.InferOutput<typeof fileToCheckSchema>;

export const preflightRequestSchema = v.variant('kind', [
  v.object({ kind: v.literal('begin'), wasmFile: v.string() }),
  v.object({ kind: v.literal('check'), file: fileToCheckSchema }),
]);
export type PreflightRequest = v.InferOutput<typeof preflightRequestSchema>;

export const preflightReplySchema = v.variant('kind', [
  /** It goes on. */
  v.object({ kind: v.literal('page'), page: v.number() }),
  v.object({ kind: v.literal('facts'), facts: v.nullable(fileFactsSchema) }),
  /** PDFium gave up on the file: its faults, or too little memory. */
  v.object({ kind: v.literal('broke') }),
]);
export type PreflightReply = v.InferOutput<typeof preflightReplySchema>;
