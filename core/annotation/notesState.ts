import * as v from 'valibot';
import type { Uuid } from '../pack/manifest.ts';
import { annotationKinds, highlightColours, noteClasses, type Annotation } from './annotation.ts';
import { annotationTargetSchema } from './annotationSchema.ts';
import { timeOf } from './clock.ts';
import { noteDetailFields, noteDetailSchemas, type NoteDetails } from './noteDetails.ts';
import { mergeText } from './mergeText.ts';
import type { Operation } from './operation.ts';
import { createRegister, type Register } from './register.ts';

/** The notes of a meeting as their operations give them; the same operations in any order give the same notes. */
export interface NotesState {
  /** False when it was known already. */
  readonly add: (operation: Operation) => boolean;
  /** The visible note; null when there is none, it is deleted, or of a kind that a newer Beredd has. */
  readonly annotation: (id: Uuid) => Annotation | null;
  /** All visible notes, oldest first. */
  readonly annotations: () => readonly Annotation[];
  /** Ids of the newest operations on a field: what the next change of it replaces. */
  readonly headsOf: (id: Uuid, field: string) => readonly string[];
  /** The same for all fields of the note. */
  readonly allHeadsOf: (id: Uuid) => readonly string[];
  /** Every operation, those included that this version does not understand. */
  readonly operations: () => readonly Operation[];
}

type Registers = Map<string, Register>;

/** A state that holds these operations. Operations with the same id must have the same content. */
export function createNotesState(operations: Iterable<Operation> = []): NotesState {
  const notes = new Map<Uuid, Registers>();
  const views = new Map<Uuid, Annotation | null>();

  const add = (operation: Operation): boolean => {
    const registers = upsert(notes, operation.target, () => new Map<string, Register>());
    const register = upsert(registers, operation.field, createRegister);
    views.delete(operation.target);
    return register.add(operation);
  };

  const annotation = (id: Uuid): Annotation | null => {
    const registers = notes.get(id);
    if (registers === undefined) return null;
    return upsert(views, id, () => viewOf(id, registers));
  };

  const headsOf = (id: Uuid, field: string): readonly string[] => headIds(notes.get(id)?.get(field));

  for (const operation of operations) add(operation);
  return {
    add,
    annotation,
    annotations: () =>
      [...notes.keys()]
        .map(annotation)
        .filter((note) => note !== null)
        .sort((a, b) => a.createdAt - b.createdAt || (a.id < b.id ? -1 : 1)),
    headsOf,
    allHeadsOf: (id) => [...(notes.get(id)?.values() ?? [])].flatMap(headIds).sort(),
    operations: () =>
      [...notes.values()].flatMap((registers) =>
        [...registers.values()].flatMap((register) => [...register.operations()]),
      ),
  };
}

/** The visible notes that these operations give, oldest first. */
export const foldOperations = (operations: Iterable<Operation>): readonly Annotation[] =>
  createNotesState(operations).annotations();

const headIds = (register: Register | undefined): readonly string[] =>
  register?.heads().map(({ id }) => id) ?? [];

function upsert<K, V>(map: Map<K, V>, key: K, make: () => V): V {
  const found = map.get(key);
  if (found !== undefined) return found;
  const made = make();
  map.set(key, made);
  return made;
}

const kindSchema = v.picklist(annotationKinds);
const noteClassSchema = v.picklist(noteClasses);
const colourSchema = v.nullable(v.picklist(highlightColours));

function viewOf(id: Uuid, registers: Registers): Annotation | null {
  const kind = newestValid(registers.get('kind'), kindSchema);
  const target = newestValid(registers.get('target'), annotationTargetSchema);
  if (kind === undefined || target === undefined || isDeleted(registers)) return null;
  const text = textOf(registers.get('text'));
  const clocks = [...registers.values()].flatMap((register) =>
    [...register.operations()].map(({ clock }) => clock),
  );
  const times = clocks.sort().map(timeOf);
  return {
    id,
    kind,
    target,
    noteClass: newestValid(registers.get('noteClass'), noteClassSchema) ?? 'private',
    colour: newestValid(registers.get('colour'), colourSchema) ?? null,
    text: text.shown,
    createdAt: times[0] ?? 0,
    modifiedAt: times.at(-1) ?? 0,
    conflictingTexts: text.others,
    ...(newestValid(registers.get('inTray'), v.boolean()) === true ? { inTray: true } : {}),
    ...detailsFrom(registers),
  };
}

const detailsFrom = (registers: Registers): NoteDetails =>
  Object.fromEntries(
    noteDetailFields.flatMap((field) => {
      const value = newestValid(registers.get(field), noteDetailSchemas[field]);
      return value === undefined ? [] : [[field, value]];
    }),
  );

/** A value that this version does not know leaves the field to the next newest one. */
function newestValid<S extends v.GenericSchema>(
  register: Register | undefined,
  schema: S,
): v.InferOutput<S> | undefined {
  for (const head of [...(register?.heads() ?? [])].reverse()) {
    const value = v.safeParse(schema, head.value);
    if (value.success) return value.output;
  }
  return undefined;
}

/**
 * A deletion wins over what it has seen. A change that it has not seen, on any field, keeps the note visible, and so
 * does taking the deletion back.
 */
function isDeleted(registers: Registers): boolean {
  const heads = registers.get('deleted')?.heads() ?? [];
  if (heads.length === 0 || heads.some(({ value }) => value !== true)) return false;
  const seen = new Set(heads.flatMap(({ replaces }) => replaces));
  return [...registers]
    .filter(([field]) => field !== 'deleted')
    .every(([, register]) => register.heads().every(({ id }) => seen.has(id)));
}

interface ShownText {
  readonly shown: string;
  readonly others: readonly string[];
}

function textOf(register: Register | undefined): ShownText {
  const heads = (register?.heads() ?? []).filter(
    (head): head is TextOperation => typeof head.value === 'string',
  );
  const newest = heads.at(-1);
  if (register === undefined || newest === undefined) return { shown: '', others: [] };
  const merged = mergeHeads(register, heads);
  if (merged !== null) return { shown: merged, others: [] };
  const others = new Set(heads.map(({ value }) => value).filter((value) => value !== newest.value));
  return { shown: newest.value, others: [...others] };
}

type TextOperation = Operation & { readonly value: string };

function mergeHeads(register: Register, heads: readonly TextOperation[]): string | null {
  const [first, ...rest] = heads;
  if (first === undefined) return null;
  let merged: string | null = first.value;
  let base: Operation | null = first;
  for (const head of rest) {
    base = base === null ? null : register.commonAncestor(base, head);
    if (merged === null) return null;
    merged = mergeText(merged, typeof base?.value === 'string' ? base.value : '', head.value);
  }
  return merged;
}
