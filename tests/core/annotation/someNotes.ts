import type { AnnotationDraft, AnnotationPatch } from '../../../core/annotation/annotation.ts';
import {
  changesToAdd,
  changesToEdit,
  changesToRemove,
  changesToRestore,
  toOperations,
  type Change,
} from '../../../core/annotation/changes.ts';
import { clockStart, laterReading } from '../../../core/annotation/clock.ts';
import { createNotesState, type NotesState } from '../../../core/annotation/notesState.ts';
import type { Operation } from '../../../core/annotation/operation.ts';

export const meeting = '7d9f2a10-0000-4000-8000-000000000001';
export const noteId = (number: number): string =>
  `00000000-0000-4000-8000-${String(number).padStart(12, '0')}`;

export const draft = (more: Partial<AnnotationDraft> = {}): AnnotationDraft => ({
  kind: 'note',
  noteClass: 'private',
  colour: null,
  target: { meeting, source: { type: 'meeting' }, selectors: [] },
  text: '',
  ...more,
});

/** One device that writes operations and takes in those of others. */
export interface Device {
  readonly state: NotesState;
  readonly written: readonly Operation[];
  readonly add: (id: string, draft: AnnotationDraft) => void;
  readonly edit: (id: string, patch: AnnotationPatch) => void;
  readonly remove: (id: string) => void;
  readonly restore: (id: string) => void;
  readonly apply: (changes: readonly Change[]) => readonly Operation[];
  readonly receive: (operations: readonly Operation[]) => void;
}

/** `now` is the device's own clock, right or wrong. */
export function device(name: string, now: () => number = () => 1_780_000_000_000): Device {
  const state = createNotesState();
  const written: Operation[] = [];
  let clock = clockStart;
  let sequence = 0;

  const apply = (changes: readonly Change[]): readonly Operation[] => {
    const ids = changes.map(() => `${name}:epoch:${sequence++}`);
    const operations = toOperations(changes, ids, clock, now());
    for (const operation of operations) {
      state.add(operation);
      written.push(operation);
      clock = operation.clock;
    }
    return operations;
  };

  return {
    state,
    written,
    apply,
    add: (id, value) => void apply(changesToAdd(id, value)),
    edit: (id, patch) => {
      const note = state.annotation(id);
      if (note !== null) apply(changesToEdit(state, note, patch));
    },
    remove: (id) => void apply(changesToRemove(state, id)),
    restore: (id) => void apply(changesToRestore(state, id)),
    receive: (operations) => {
      for (const operation of operations) {
        state.add(operation);
        clock = laterReading(clock, operation.clock);
      }
    },
  };
}

/** Both know what either knows. */
export function exchange(a: Device, b: Device): void {
  const ofA = [...a.written];
  const ofB = [...b.written];
  a.receive(ofB);
  b.receive(ofA);
}
