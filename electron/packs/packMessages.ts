import * as v from 'valibot';
import { errorCodes } from '../../core/errors.ts';
import type { BereddError } from '../../core/errors.ts';
import type { Manifest } from '../../core/pack/manifest.ts';
import type { PackToWrite } from './writePack.ts';

/*
 * What the shell and the pack process say to each other. Both ends check what they get: a message that is not one of
 * these is a bug and thrown.
 */
const job = v.pipe(v.number(), v.safeInteger());
const file = v.pipe(v.string(), v.minLength(1));
const sha256 = v.pipe(v.string(), v.regex(/^[0-9a-f]{64}$/));

/** A pack to write; the signing key as PEM, since keys do not travel between processes. */
export type PackOrder = Omit<PackToWrite, 'signer'> & {
  readonly signer: { readonly publicKeyLine: string; readonly pem: string };
};
// Put together by our own code and judged by our own reader before it gets its name.
const packOrder = v.custom<PackOrder>((value) => typeof value === 'object' && value !== null);

/** `pack` is the number under which the process keeps an opened pack. */
export const packRequestSchema = v.variant('kind', [
  v.strictObject({ kind: v.literal('open'), job, file }),
  v.strictObject({ kind: v.literal('verify'), job, file }),
  v.strictObject({ kind: v.literal('extract'), job, pack: job, sha256, targetFile: file }),
  v.strictObject({ kind: v.literal('write'), job, targetFile: file, order: packOrder }),
  v.strictObject({ kind: v.literal('close'), job, pack: job }),
  v.strictObject({ kind: v.literal('cancel'), job }),
]);
export type PackRequest = v.InferOutput<typeof packRequestSchema>;

const bytes = v.custom<Uint8Array>((value) => value instanceof Uint8Array);

// The manifest was checked where it was read, on the other side of a channel that only our own code holds.
const checkedManifest = v.custom<Manifest>((value) => typeof value === 'object' && value !== null);

const openedSchema = v.strictObject({
  pack: job,
  manifest: checkedManifest,
  manifestBytes: bytes,
  signatureBytes: bytes,
  manifestSha256: sha256,
  issuerKey: v.string(),
  rootKey: v.nullable(v.string()),
  trustBytes: v.nullable(bytes),
  trustSignatureBytes: v.nullable(bytes),
  carried: v.array(sha256),
});
export type OpenedMessage = v.InferOutput<typeof openedSchema>;

const reportSchema = v.strictObject({
  bytes: v.number(),
  documents: v.number(),
  damaged: v.array(v.string()),
});

const writtenSchema = v.strictObject({
  manifest: checkedManifest,
  manifestSha256: sha256,
  bytes: v.number(),
});

const errorSchema: v.GenericSchema<unknown, BereddError> = v.strictObject({
  code: v.picklist(errorCodes),
  file: v.exactOptional(v.string()),
  detail: v.exactOptional(v.record(v.string(), v.union([v.string(), v.number()]))),
});

export const packReplySchema = v.variant('kind', [
  v.strictObject({ kind: v.literal('progress'), job, bytesDone: v.number(), bytesTotal: v.number() }),
  v.strictObject({ kind: v.literal('opened'), job, value: openedSchema }),
  v.strictObject({ kind: v.literal('verified'), job, value: reportSchema }),
  v.strictObject({ kind: v.literal('written'), job, value: writtenSchema }),
  v.strictObject({ kind: v.literal('done'), job }),
  v.strictObject({ kind: v.literal('failed'), job, error: errorSchema }),
  // A bug in the process: thrown on in the shell.
  v.strictObject({ kind: v.literal('crashed'), job, stack: v.string() }),
]);
export type PackReply = v.InferOutput<typeof packReplySchema>;
