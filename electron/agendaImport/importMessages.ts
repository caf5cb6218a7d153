import * as v from 'valibot';
import { itemKinds } from '../../core/pack/manifest.ts';
import { importProposalSchema } from '../../core/agendaImport/proposal.ts';
import { draftFileSchema } from '../../core/draft/draft.ts';
import { errorCodes } from '../../core/errors.ts';

const text = v.string();
const count = v.pipe(v.number(), v.integer(), v.minValue(0));

const agendaEntry = v.object({
  id: text,
  number: v.nullable(text),
  title: text,
  itemKind: v.picklist(itemKinds),
  registryNumber: v.nullable(text),
  presenter: v.nullable(text),
  minutes: v.nullable(v.number()),
  proposedDecision: v.array(text),
  level: count,
  page: v.nullable(v.number()),
});

/** What the window's side asks of the import process. One order at a time. */
export const importRequestSchema = v.variant('kind', [
  v.object({
    kind: v.literal('run'),
    paths: v.array(text),
    /** Where the bytes go, under their SHA-256. */
    folder: text,
    /** For what is unpacked or converted on the way; made and removed by the process. */
    temporary: text,
    wasmFile: text,
    /** `stay`: nothing is copied nor converted, the files are only looked at. */
    bytes: v.picklist(['copy', 'stay']),
    /** Null: the files alone are wanted, no proposal. */
    proposal: v.nullable(v.object({ pastedAgenda: v.nullable(text), existing: v.array(agendaEntry) })),
    /** LibreOffice's program; null to look for it. */
    office: v.nullable(text),
    /** Whether the asker can make a PDF of a web page. */
    canRender: v.boolean(),
    /** Files an attempt before did not get over. */
    skipped: v.array(text),
  }),
  v.object({ kind: v.literal('cancel') }),
  v.object({ kind: v.literal('rendered'), id: count, pdf: v.nullable(v.instance(Uint8Array)) }),
]);
export type ImportRequest = v.InferOutput<typeof importRequestSchema>;
export type ImportOrder = Omit<Extract<ImportRequest, { kind: 'run' }>, 'kind'>;

const errorSchema = v.object({
  code: v.picklist(errorCodes),
  file: v.exactOptional(text),
  detail: v.exactOptional(v.record(text, v.union([text, v.number()]))),
});

const leftOut = importProposalSchema.entries.leftOut;

/** What it answers. */
export const importReplySchema = v.variant('kind', [
  v.object({
    kind: v.literal('progress'),
    phase: v.picklist(['listing', 'reading', 'converting', 'proposing']),
    done: count,
    total: count,
    file: v.nullable(text),
    /** The file that would be to blame if nothing more were heard. */
    path: v.nullable(text),
  }),
  /** Bytes that are new in the folder. */
  v.object({ kind: v.literal('wrote'), sha256: text }),
  v.object({ kind: v.literal('render'), id: count, html: text }),
  v.object({ kind: v.literal('proposed'), proposal: importProposalSchema }),
  v.object({
    kind: v.literal('taken'),
    files: v.array(v.object({ file: draftFileSchema, path: text, source: v.nullable(text) })),
    leftOut,
  }),
  v.object({ kind: v.literal('failed'), error: errorSchema }),
  v.object({ kind: v.literal('crashed'), stack: text }),
]);
export type ImportReply = v.InferOutput<typeof importReplySchema>;
export type ImportOutcome = Extract<ImportReply, { kind: 'proposed' | 'taken' }>;
