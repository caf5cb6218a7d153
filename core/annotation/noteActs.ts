import * as v from 'valibot';
import type { Uuid } from '../pack/manifest.ts';
import type { AnnotationDraft, AnnotationPatch } from './annotation.ts';
import { annotationDraftSchema, annotationPatchSchema } from './annotationSchema.ts';
import { changesToAdd, changesToEdit, changesToRemove, changesToRestore, type Change } from './changes.ts';
import { addedStep, editedStep, removedStep, type NoteStep } from './history.ts';
import type { NotesState } from './notesState.ts';

/** One thing that is done to one note, as a part of something that is done, and taken back, as a whole. */
export type NoteAct =
  | { readonly what: 'add'; readonly id: Uuid; readonly draft: AnnotationDraft }
  | { readonly what: 'edit'; readonly id: Uuid; readonly patch: AnnotationPatch }
  | { readonly what: 'remove'; readonly id: Uuid };

const uuid = v.pipe(v.string(), v.uuid());

/** Acts as the window sends them; a note to be added that has no id yet is given one. */
export const noteActSchema = v.variant('what', [
  v.object({ what: v.literal('add'), id: v.nullable(uuid), draft: annotationDraftSchema }),
  v.object({ what: v.literal('edit'), id: uuid, patch: annotationPatchSchema }),
  v.object({ what: v.literal('remove'), id: uuid }),
]);
export type AskedAct =
  | Exclude<NoteAct, { readonly what: 'add' }>
  | { readonly what: 'add'; readonly id: Uuid | null; readonly draft: AnnotationDraft };

/** Acts that are done at once. */
export const mostActs = 20_000;

export interface PlannedActs {
  readonly changes: readonly Change[];
  /** What really changes; none when everything is as asked already. */
  readonly steps: readonly NoteStep[];
}

/**
 * The changes of acts on notes that are all different. A note to be added that is there already is left alone, and a
 * deleted one is brought back. Null when an act names a note twice or one that is not there: then nothing is done.
 */
export function planActs(state: NotesState, acts: readonly NoteAct[]): PlannedActs | null {
  if (new Set(acts.map(({ id }) => id)).size < acts.length) return null;
  const changes: Change[] = [];
  const steps: NoteStep[] = [];
  for (const act of acts) {
    const planned = planAct(state, act);
    if (planned === null) return null;
    changes.push(...planned.changes);
    if (planned.changes.length > 0) steps.push(planned.step);
  }
  return { changes, steps };
}

function planAct(
  state: NotesState,
  act: NoteAct,
): { readonly changes: readonly Change[]; readonly step: NoteStep } | null {
  const note = state.annotation(act.id);
  if (act.what === 'add') {
    const step = addedStep(act.id);
    if (note !== null) return { changes: [], step };
    const wasHere = state.allHeadsOf(act.id).length > 0;
    return { changes: wasHere ? changesToRestore(state, act.id) : changesToAdd(act.id, act.draft), step };
  }
  if (note === null) return null;
  return act.what === 'remove'
    ? { changes: changesToRemove(state, act.id), step: removedStep(act.id) }
    : { changes: changesToEdit(state, note, act.patch), step: editedStep(note, act.patch) };
}
