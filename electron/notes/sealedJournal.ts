import * as v from 'valibot';
import type { AnnotationTarget } from '../../core/annotation/annotation.ts';
import { annotationTargetSchema } from '../../core/annotation/annotationSchema.ts';
import type { Operation } from '../../core/annotation/operation.ts';
import { parseOperation } from '../../core/annotation/operation.ts';
import { decodeBase64, encodeBase64 } from '../../core/pack/base64.ts';
import type { NotesJournal } from './notesJournal.ts';

/** Keeps what notes say about sealed items unreadable on the disk. */
export interface SealedNotes {
  /** Whether what a note on this target says must be encrypted. */
  readonly isSealed: (target: Pick<AnnotationTarget, 'meeting' | 'source'>) => boolean;
  /** Finds out what is, or was, sealed in all revisions of a meeting; left out: it is known. */
  readonly learn?: (meetingId: string) => Promise<void>;
  /** Null when the person has no key: then nothing sealed can have been read either. */
  readonly seal: (plain: Uint8Array) => Promise<Uint8Array | null>;
  /** Null when locked, or not the person's. */
  readonly open: (sealed: Uint8Array) => Promise<Uint8Array | null>;
}

/** The fields that say nothing of what was read or written. Whatever a later kind of note adds is encrypted. */
const untelling: ReadonlySet<string> = new Set(['kind', 'noteClass', 'colour', 'inTray', 'deleted']);

const sealedValueSchema = v.strictObject({ sealed: v.pipe(v.string(), v.maxLength(4_000_000)) });

/**
 * The same journal, with what notes on sealed items say encrypted in its files. Without the key such notes stay in the
 * log and are not seen.
 */
export async function sealedJournal(journal: NotesJournal, sealed: SealedNotes): Promise<NotesJournal> {
  const operations = [...(await openedOperations(journal.operations(), sealed))];
  const sealedIds = new Set<string>();
  const learn = (known: readonly Operation[]): void => {
    for (const { target, value } of known) if (isSealedTarget(value, sealed)) sealedIds.add(target);
  };
  for (const { target, value } of journal.operations()) if (bytesIn(value) !== null) sealedIds.add(target);
  learn(operations);

  /** Values of operations from elsewhere, as they came encrypted. */
  const cameClosed = new Map<string, unknown>();

  /** Opened, and in the files as it came: what is sealed may be known here only by that. */
  const opened = (entry: unknown): Promise<unknown> => {
    const operation = parseOperation(entry);
    if (operation === null || bytesIn(operation.value) === null) return Promise.resolve(entry);
    sealedIds.add(operation.target);
    cameClosed.set(operation.id, operation.value);
    return openedOperation(operation, sealed);
  };

  const closed = async (entry: unknown): Promise<unknown> => {
    const operation = parseOperation(entry);
    if (operation === null || !sealedIds.has(operation.target)) return entry;
    if (untelling.has(operation.field)) return entry;
    if (bytesIn(operation.value) !== null) return entry;
    const asItCame = cameClosed.get(operation.id);
    if (asItCame !== undefined) return { ...operation, value: asItCame };
    const bytes = await sealed.seal(Buffer.from(JSON.stringify(operation.value)));
    return bytes === null ? entry : { ...operation, value: { sealed: encodeBase64(bytes) } };
  };

  return {
    ...journal,
    operations: () => operations,
    incoming: (entries) => Promise.all(entries.map(opened)),
    append: async (added) => {
      const incoming = added.map(parseOperation).filter((operation) => operation !== null);
      learn(incoming);
      const result = await journal.append(await Promise.all(added.map(closed)));
      if (result.ok) operations.push(...incoming);
      return result;
    },
    compact: (notes) => journal.compact(notes.filter(({ id }) => !sealedIds.has(id))),
  };
}

const openedOperations = (
  operations: readonly Operation[],
  sealed: SealedNotes,
): Promise<readonly Operation[]> =>
  Promise.all(operations.map((operation) => openedOperation(operation, sealed)));

async function openedOperation(operation: Operation, sealed: SealedNotes): Promise<Operation> {
  const bytes = bytesIn(operation.value);
  const plain = bytes === null ? null : await sealed.open(bytes);
  if (plain === null) return operation;
  const value: unknown = JSON.parse(Buffer.from(plain).toString());
  return { ...operation, value };
}

function bytesIn(value: unknown): Uint8Array | null {
  const parsed = v.safeParse(sealedValueSchema, value);
  return parsed.success ? decodeBase64(parsed.output.sealed) : null;
}

function isSealedTarget(value: unknown, sealed: SealedNotes): boolean {
  const target = v.safeParse(annotationTargetSchema, value);
  return target.success && sealed.isSealed(target.output);
}
