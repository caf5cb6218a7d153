import * as v from 'valibot';
import type { Uuid } from '../pack/manifest.ts';
import { noteDetailFields } from './noteDetails.ts';

/**
 * The unit of what is logged and, later, synced. Published in the sync format, so nothing migrates when syncing comes.
 * Fields in use: `kind`, `noteClass`, `colour`, `target`, `text`, `inTray`, `deleted`, and those of noteDetails.ts. Other
 * fields and kinds are stored and carried on.
 */
export interface Operation {
  /** `device:epoch:seq` — the device that wrote it, its epoch, its running number. */
  readonly id: string;
  /** `<milliseconds since 1970, 13 digits>-<counter, 4 hex digits>`, compared as text, then by device. */
  readonly clock: string;
  /** The annotation. */
  readonly target: Uuid;
  readonly field: string;
  readonly value: unknown;
  /**
   * Ids of the operations on the same field whose values this one replaces. For `deleted` with the value true: the
   * newest operations on all fields, that is, everything the deletion has seen.
   */
  readonly replaces: readonly string[];
}

/** Fields of this version. */
export const operationFields = [
  'text',
  'colour',
  'noteClass',
  'target',
  'kind',
  'inTray',
  'deleted',
  ...noteDetailFields,
] as const;
export type OperationField = (typeof operationFields)[number];

const operationId = v.pipe(v.string(), v.regex(/^[^:\s]{1,64}:[^:\s]{1,64}:\d{1,15}$/));

/** Members that a newer version adds are kept. */
export const operationSchema = v.looseObject({
  id: operationId,
  clock: v.pipe(v.string(), v.regex(/^\d{13}-[0-9a-f]{4}$/)),
  target: v.pipe(v.string(), v.uuid()),
  field: v.pipe(v.string(), v.minLength(1), v.maxLength(64)),
  value: v.unknown(),
  replaces: v.pipe(v.array(operationId), v.maxLength(10_000)),
});

/** The operation in a value from outside; null when it is none. Members unknown to this version are kept. */
export function parseOperation(value: unknown): Operation | null {
  const parsed = v.safeParse(operationSchema, value);
  return parsed.success && parsed.output.value !== undefined ? parsed.output : null;
}

/** The order of sync.md: the clock as text, then the device; the rest of the id makes it total. */
export function compareOperations(a: Operation, b: Operation): number {
  return compareText(a.clock, b.clock) || compareText(a.id, b.id);
}

const compareText = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);
