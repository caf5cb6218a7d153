import { createHash } from 'node:crypto';
import type { Annotation, AnnotationDraft, AnnotationPatch } from '../../core/annotation/annotation.ts';
import {
  changesToAdd,
  changesToEdit,
  changesToRemove,
  toOperations,
  type Change,
} from '../../core/annotation/changes.ts';
import { clockStart, laterReading } from '../../core/annotation/clock.ts';
import {
  addedStep,
  editedStep,
  emptyHistory,
  planRedo,
  planUndo,
  recordStep,
  removedStep,
  severalSteps,
  type PlannedStep,
} from '../../core/annotation/history.ts';
import { planActs, type NoteAct } from '../../core/annotation/noteActs.ts';
import { newOperations } from '../../core/annotation/mergeOperations.ts';
import { createNotesState, foldOperations } from '../../core/annotation/notesState.ts';
import { parseOperation } from '../../core/annotation/operation.ts';
import { canonicalJson } from '../../core/pack/canonicalJson.ts';
import type { NoteChange, NotesView } from '../../core/contract.ts';
import { failure, ok, type Result } from '../../core/errors.ts';
import type { NotesJournal } from './notesJournal.ts';

/** The open notes of one meeting. Changes happen one after another, each when the one before is flushed. */
export interface MeetingNotes {
  readonly view: () => NotesView;
  readonly entries: () => readonly unknown[];
  readonly add: (id: string, draft: AnnotationDraft) => Promise<Result<Annotation>>;
  readonly edit: (id: string, patch: AnnotationPatch) => Promise<Result<Annotation>>;
  readonly remove: (id: string) => Promise<Result<void>>;
  /** All of it or nothing, and one step to take back. Fails with noteUnknown. The number of notes that changed. */
  readonly apply: (acts: readonly NoteAct[]) => Promise<Result<number>>;
  readonly undo: () => Promise<Result<NoteChange | null>>;
  readonly redo: () => Promise<Result<NoteChange | null>>;
  readonly takeIn: (entries: readonly unknown[]) => Promise<Result<TakenIn>>;
  /** Writes the snapshot when there is something new, and lets go of the files. */
  readonly close: () => Promise<void>;
}

export interface TakenIn {
  /** Visible notes among what was given. */
  readonly notes: number;
  /** Those that were not visible here before. */
  readonly newNotes: number;
}

export interface MeetingNotesOptions {
  readonly meeting: string;
  readonly journal: NotesJournal;
  readonly operationIds: (count: number) => Promise<Result<readonly string[]>>;
  readonly now: () => number;
  readonly onChanged: (view: NotesView) => void;
}

export function createMeetingNotes(options: MeetingNotesOptions): MeetingNotes {
  const { meeting, journal, operationIds, now, onChanged } = options;
  const state = createNotesState(journal.operations());
  let clock = journal
    .operations()
    .reduce((latest, operation) => laterReading(latest, operation.clock), clockStart);
  let history = emptyHistory;
  let work: Promise<unknown> = Promise.resolve();

  const inTurn = <R>(step: () => Promise<R>): Promise<R> => {
    const turn = work.then(step);
    work = turn.catch(() => undefined);
    return turn;
  };

  const view = (): NotesView => ({
    meetingId: meeting,
    annotations: state.annotations(),
    canUndo: planUndo(state, history) !== null,
    canRedo: planRedo(state, history) !== null,
    damage: journal.damage,
  });

  const compactWhenDue = async (): Promise<void> => {
    // A snapshot that does not succeed is tried again at the next change; the log has everything.
    if (journal.isDue()) await journal.compact(state.annotations());
  };

  const save = async (changes: readonly Change[]): Promise<Result<void>> => {
    if (changes.length === 0) return ok(undefined);
    const ids = await operationIds(changes.length);
    if (!ids.ok) return ids;
    const operations = toOperations(changes, ids.value, clock, now());
    clock = operations.at(-1)?.clock ?? clock;
    const saved = await journal.append(operations);
    if (!saved.ok) return saved;
    for (const operation of operations) state.add(operation);
    return saved;
  };

  const changed = (): void => {
    void inTurn(compactWhenDue);
    onChanged(view());
  };

  const noteNow = (id: string): Result<Annotation> => {
    const note = state.annotation(id);
    return note === null ? failure('noteUnknown') : ok(note);
  };

  const follow = async (plan: PlannedStep | null): Promise<Result<NoteChange | null>> => {
    if (plan === null) return ok(null);
    const saved = await save(plan.changes);
    if (!saved.ok) return saved;
    history = plan.history;
    changed();
    return ok({ id: plan.id, what: plan.what, count: plan.count });
  };

  const takeIn = async (entries: readonly unknown[]): Promise<Result<TakenIn>> => {
    const given = (await journal.incoming?.(entries)) ?? entries;
    const incoming = given.map(parseOperation).filter((operation) => operation !== null);
    const known = new Set(journal.entries().map(canonicalJson));
    const foreign = given.filter(
      (entry) => parseOperation(entry) === null && !known.has(canonicalJson(entry)),
    );
    const operations = newOperations(journal.operations(), incoming, sha256);
    const before = new Set(state.annotations().map(({ id }) => id));
    const added = [...operations, ...foreign];
    if (added.length > 0) {
      const saved = await journal.append(added);
      if (!saved.ok) return saved;
      for (const operation of operations) {
        state.add(operation);
        clock = laterReading(clock, operation.clock);
      }
      changed();
    }
    const newNotes = state.annotations().filter(({ id }) => !before.has(id)).length;
    return ok({ notes: foldOperations(incoming).length, newNotes });
  };

  return {
    view,
    entries: () => journal.entries(),
    add: (id, draft) =>
      inTurn(async () => {
        const saved = await save(changesToAdd(id, draft));
        if (!saved.ok) return saved;
        history = recordStep(history, addedStep(id));
        changed();
        return noteNow(id);
      }),
    edit: (id, patch) =>
      inTurn(async () => {
        const note = noteNow(id);
        if (!note.ok) return note;
        const changes = changesToEdit(state, note.value, patch);
        if (changes.length === 0) return note;
        const saved = await save(changes);
        if (!saved.ok) return saved;
        history = recordStep(history, editedStep(note.value, patch));
        changed();
        return noteNow(id);
      }),
    remove: (id) =>
      inTurn(async () => {
        const note = noteNow(id);
        if (!note.ok) return note;
        const saved = await save(changesToRemove(state, id));
        if (!saved.ok) return saved;
        history = recordStep(history, removedStep(id));
        changed();
        return saved;
      }),
    apply: (acts) =>
      inTurn(async () => {
        const plan = planActs(state, acts);
        if (plan === null) return failure('noteUnknown');
        if (plan.steps.length === 0) return ok(0);
        const saved = await save(plan.changes);
        if (!saved.ok) return saved;
        history = recordStep(history, severalSteps(plan.steps));
        changed();
        return ok(plan.steps.length);
      }),
    undo: () => inTurn(() => follow(planUndo(state, history))),
    redo: () => inTurn(() => follow(planRedo(state, history))),
    takeIn: (entries) => inTurn(() => takeIn(entries)),
    close: () =>
      inTurn(async () => {
        await journal.compact(state.annotations());
        await journal.close();
      }),
  };
}

const sha256 = (text: string): string => createHash('sha256').update(text).digest('hex');
