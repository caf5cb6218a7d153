import { canonicalJson } from '../pack/canonicalJson.ts';
import type { Uuid } from '../pack/manifest.ts';
import type { Annotation, AnnotationDraft, AnnotationPatch } from './annotation.ts';
import { noteDetailFields, unsetDetails } from './noteDetails.ts';
import { nextReading, type ClockReading } from './clock.ts';
import type { NotesState } from './notesState.ts';
import type { Operation, OperationField } from './operation.ts';

/** An operation that has not got its id and clock yet. */
export type Change = Pick<Operation, 'target' | 'value' | 'replaces'> & { readonly field: OperationField };

/** The changes that make a new note. The kind comes last: a note that is only half there is not shown. */
export function changesToAdd(id: Uuid, draft: AnnotationDraft): readonly Change[] {
  const { text, colour, noteClass, target, kind } = draft;
  const fields = [
    ['text', text],
    ['colour', colour],
    ['noteClass', noteClass],
    ['target', target],
    ...noteDetailFields.flatMap((field) =>
      draft[field] === undefined ? [] : [[field, draft[field]] as const],
    ),
    ['kind', kind],
  ] as const;
  return fields.map(([field, value]) => ({ target: id, field, value, replaces: [] }));
}

/**
 * The changes for the named fields; none for a field that has the value already. A text that was shown beside others
 * is written even when it is the same: that is the choice among them.
 */
export function changesToEdit(
  state: NotesState,
  note: Annotation,
  patch: AnnotationPatch,
): readonly Change[] {
  const changes: Change[] = [];
  for (const field of ['text', 'colour', 'noteClass', 'kind'] as const) {
    const value = patch[field];
    if (value === undefined) continue;
    const isChoice = field === 'text' && note.conflictingTexts.length > 0;
    if (value !== note[field] || isChoice) changes.push(setField(state, note.id, field, value));
  }
  return [...changes, ...detailChanges(state, note, patch), ...placeChanges(state, note, patch)];
}

function detailChanges(state: NotesState, note: Annotation, patch: AnnotationPatch): readonly Change[] {
  return noteDetailFields.flatMap((field) => {
    const value = patch[field];
    const isSame = value === undefined || sameValue(value, note[field] ?? unsetDetails[field]);
    return isSame ? [] : [setField(state, note.id, field, value)];
  });
}

/** Where the person says the note belongs, and whether it is kept in the tray. */
function placeChanges(state: NotesState, note: Annotation, patch: AnnotationPatch): readonly Change[] {
  const changes: Change[] = [];
  const { target, inTray } = patch;
  if (target !== undefined && !sameValue(target, note.target))
    changes.push(setField(state, note.id, 'target', target));
  if (inTray !== undefined && inTray !== (note.inTray ?? false))
    changes.push(setField(state, note.id, 'inTray', inTray));
  return changes;
}

/** Targets are values: the same content read twice is the same place. */
export const sameValue = (a: unknown, b: unknown): boolean =>
  a === b || (a !== undefined && b !== undefined && canonicalJson(a) === canonicalJson(b));

export const changesToRemove = (state: NotesState, id: Uuid): readonly Change[] => [
  { target: id, field: 'deleted', value: true, replaces: state.allHeadsOf(id) },
];

/** Takes a deletion back. */
export const changesToRestore = (state: NotesState, id: Uuid): readonly Change[] => [
  setField(state, id, 'deleted', false),
];

export function setField(state: NotesState, id: Uuid, field: OperationField, value: unknown): Change {
  return { target: id, field, value, replaces: state.headsOf(id, field) };
}

/**
 * Operations from changes: `ids` has one for each, `now` is in milliseconds since 1970. Their clocks rise from `last`.
 */
export function toOperations(
  changes: readonly Change[],
  ids: readonly string[],
  last: ClockReading,
  now: number,
): readonly Operation[] {
  let clock = last;
  return changes.map(({ target, field, value, replaces }, index) => {
    const id = ids[index];
    if (id === undefined) throw new Error('fewer ids than changes');
    clock = nextReading(clock, now);
    return { id, clock, target, field, value, replaces };
  });
}
