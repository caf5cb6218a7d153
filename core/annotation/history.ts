import type { Uuid } from '../pack/manifest.ts';
import type { Annotation, AnnotationPatch } from './annotation.ts';
import { changesToRemove, changesToRestore, sameValue, setField, type Change } from './changes.ts';
import { mergeText } from './mergeText.ts';
import { noteDetailFields, unsetDetails, type NoteDetails } from './noteDetails.ts';
import type { NotesState } from './notesState.ts';

/**
 * What the person did in a meeting, so that it can be taken back and done again. Undo and redo write new operations;
 * nothing in the log is ever taken away.
 */
export interface NoteHistory {
  /** Oldest first. */
  readonly done: readonly NoteStep[];
  /** What was taken back, the next to do again last. */
  readonly undone: readonly NoteStep[];
}

export type NoteStep =
  | { readonly what: 'added'; readonly id: Uuid }
  | { readonly what: 'removed'; readonly id: Uuid }
  | { readonly what: 'edited'; readonly id: Uuid; readonly before: NoteFields; readonly after: NoteFields }
  /** Done to several notes as one thing; each note once. */
  | { readonly what: 'several'; readonly steps: readonly NoteStep[] };

/** The changed fields only; `conflictingTexts` when the text was one of several. */
export type NoteFields = Partial<
  Pick<Annotation, 'text' | 'colour' | 'noteClass' | 'kind' | 'target' | 'inTray' | 'conflictingTexts'>
> &
  NoteDetails;

const editableFields = [
  'text',
  'colour',
  'noteClass',
  'kind',
  'target',
  'inTray',
  ...noteDetailFields,
] as const;

export const emptyHistory: NoteHistory = { done: [], undone: [] };

/** Steps that are kept. */
const mostSteps = 1000;

/** After the person did something: what had been taken back can no longer be done again. */
export function recordStep(history: NoteHistory, step: NoteStep): NoteHistory {
  return { done: [...history.done, step].slice(-mostSteps), undone: [] };
}

export const addedStep = (id: Uuid): NoteStep => ({ what: 'added', id });
export const removedStep = (id: Uuid): NoteStep => ({ what: 'removed', id });

/** The step of an edit, from the note as it was before and what was changed. */
export function editedStep(note: Annotation, patch: AnnotationPatch): NoteStep {
  const { text, colour, noteClass, kind, conflictingTexts } = note;
  const before: NoteFields = {
    ...(patch.text === undefined ? {} : { text }),
    ...(patch.text === undefined || conflictingTexts.length === 0 ? {} : { conflictingTexts }),
    ...(patch.colour === undefined ? {} : { colour }),
    ...(patch.noteClass === undefined ? {} : { noteClass }),
    ...(patch.kind === undefined ? {} : { kind }),
    ...(patch.target === undefined ? {} : { target: note.target }),
    ...(patch.inTray === undefined ? {} : { inTray: note.inTray ?? false }),
    ...detailsBefore(note, patch),
  };
  return { what: 'edited', id: note.id, before, after: patch };
}

/** What the named details were; what was never set is given the value it stands for. */
const detailsBefore = (note: Annotation, patch: AnnotationPatch): NoteDetails =>
  Object.fromEntries(
    noteDetailFields.flatMap((field) =>
      patch[field] === undefined ? [] : [[field, note[field] ?? unsetDetails[field]]],
    ),
  );

/** One step for what was done to several notes at once. */
export const severalSteps = (steps: readonly NoteStep[]): NoteStep =>
  steps.length === 1 && steps[0] !== undefined ? steps[0] : { what: 'several', steps };

export interface PlannedStep {
  readonly changes: readonly Change[];
  /** The note, or the first of several. */
  readonly id: Uuid;
  /** Notes that change. */
  readonly count: number;
  /** What the person will see. */
  readonly what: 'added' | 'edited' | 'removed';
  readonly history: NoteHistory;
}

/**
 * How to take back the newest step that can be; null when there is none. A step whose note has since been changed from
 * elsewhere (a restored backup, another device) is passed over: undo never writes over what it has not made.
 */
export function planUndo(state: NotesState, history: NoteHistory): PlannedStep | null {
  for (let left = history.done.length - 1; left >= 0; left--) {
    const step = history.done[left];
    const plan = step === undefined ? null : planStep(state, reversed(step));
    if (step === undefined || plan === null) continue;
    return { ...plan, history: { done: history.done.slice(0, left), undone: [...history.undone, step] } };
  }
  return null;
}

/** How to do again the step taken back last; null when there is none. */
export function planRedo(state: NotesState, history: NoteHistory): PlannedStep | null {
  for (let left = history.undone.length - 1; left >= 0; left--) {
    const step = history.undone[left];
    const plan = step === undefined ? null : planStep(state, step);
    if (step === undefined || plan === null) continue;
    return { ...plan, history: { done: [...history.done, step], undone: history.undone.slice(0, left) } };
  }
  return null;
}

function reversed(step: NoteStep): NoteStep {
  if (step.what === 'several') return { what: 'several', steps: step.steps.map(reversed) };
  if (step.what === 'edited') return { ...step, before: step.after, after: step.before };
  return { id: step.id, what: step.what === 'added' ? 'removed' : 'added' };
}

function planStep(state: NotesState, step: NoteStep): Omit<PlannedStep, 'history'> | null {
  if (step.what === 'several') return planSeveral(state, step.steps);
  const { id, what } = step;
  const note = state.annotation(id);
  const planned = (changes: readonly Change[]) => ({ id, what, changes, count: 1 });
  if (step.what === 'added') return note === null ? planned(changesToRestore(state, id)) : null;
  if (note === null) return null;
  if (step.what === 'removed') return planned(changesToRemove(state, id));
  const changes = changesFromTo(state, note, step.before, step.after);
  return changes.length === 0 ? null : planned(changes);
}

/** What can be done of it; a note that was changed from elsewhere since is passed over. */
function planSeveral(state: NotesState, steps: readonly NoteStep[]): Omit<PlannedStep, 'history'> | null {
  const plans = steps.map((step) => planStep(state, step)).filter((plan) => plan !== null);
  // What is seen afterwards is worth being shown: a note that is there rather than one that went.
  const shown = plans.find(({ what }) => what !== 'removed') ?? plans[0];
  if (shown === undefined) return null;
  return { ...shown, count: plans.length, changes: plans.flatMap(({ changes }) => changes) };
}

/** Only fields that still have the value from which the step goes out. */
function changesFromTo(
  state: NotesState,
  note: Annotation,
  from: NoteFields,
  to: NoteFields,
): readonly Change[] {
  return editableFields.flatMap((field) => {
    const value = to[field];
    const now = field === 'inTray' ? (note.inTray ?? false) : note[field];
    if (value === undefined || !sameValue(now, from[field])) return [];
    if (field === 'text' && to.conflictingTexts !== undefined) {
      return severalTexts(state, note, [...to.conflictingTexts, to.text ?? '']);
    }
    const isChoice = field === 'text' && note.conflictingTexts.length > 0;
    return sameValue(value, now) && !isChoice ? [] : [setField(state, note.id, field, value)];
  });
}

/** Texts that stood side by side stand side by side again, the shown one last; none is lost in a merge of them. */
function severalTexts(state: NotesState, note: Annotation, texts: readonly string[]): readonly Change[] {
  const [first = '', ...rest] = texts;
  const wouldMerge = rest.some((text) => mergeText(first, note.text, text) !== null);
  const written = wouldMerge ? [[...texts].reverse().join('\n\n')] : texts;
  return written.map((text) => setField(state, note.id, 'text', text));
}
