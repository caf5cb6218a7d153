import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { boxOfStrokes } from '../../../../core/annotation/drawn/drawnFrame.ts';
import type { AnnotationDraft, AnnotationPatch } from '../../../../core/annotation/annotation.ts';
import type { Change } from '../../../../core/annotation/changes.ts';
import {
  changesToAdd,
  changesToEdit,
  changesToRemove,
  toOperations,
} from '../../../../core/annotation/changes.ts';
import { clockStart } from '../../../../core/annotation/clock.ts';
import type { NoteHistory } from '../../../../core/annotation/history.ts';
import {
  addedStep,
  editedStep,
  emptyHistory,
  planRedo,
  planUndo,
  recordStep,
  removedStep,
} from '../../../../core/annotation/history.ts';
import type { InkStroke } from '../../../../core/annotation/noteDetails.ts';
import { createNotesState } from '../../../../core/annotation/notesState.ts';
import { meeting, noteId } from '../someNotes.ts';

const strokeOf = (x: number): InkStroke => ({ points: [x, 10, x + 5, 20], width: 2, colour: 'blue' });

/** One drawing as the reader and main make it together: each stroke, erasure and move is a step. */
class Drawing {
  readonly #state = createNotesState();
  readonly #id = noteId(1);
  #history: NoteHistory = emptyHistory;
  #count = 0;

  get now() {
    return this.#state.annotation(this.#id);
  }

  draw(x: number): void {
    const note = this.now;
    const strokes = [...(note?.strokes ?? []), strokeOf(x)];
    if (note !== null) return this.#edit({ strokes, target: this.#target(strokes, 0) });
    if (this.#state.headsOf(this.#id, 'kind').length > 0) return;
    const draft: AnnotationDraft = {
      kind: 'ink',
      noteClass: 'private',
      colour: null,
      text: '',
      strokes,
      target: this.#target(strokes, 0),
    };
    this.#write(changesToAdd(this.#id, draft));
    this.#history = recordStep(this.#history, addedStep(this.#id));
  }

  /** The last stroke takes the note along. */
  erase(at: number): void {
    const strokes = this.now?.strokes ?? [];
    if (strokes.length === 0) return;
    const left = strokes.filter((_, index) => index !== at % strokes.length);
    if (left.length > 0) return this.#edit({ strokes: left, target: this.#target(left, 0) });
    this.#write(changesToRemove(this.#state, this.#id));
    this.#history = recordStep(this.#history, removedStep(this.#id));
  }

  move(by: number): void {
    this.#edit({ target: this.#target(this.now?.strokes ?? [], by) });
  }

  undo(): boolean {
    return this.#follow(planUndo(this.#state, this.#history));
  }

  redo(): boolean {
    return this.#follow(planRedo(this.#state, this.#history));
  }

  #follow(plan: ReturnType<typeof planUndo>): boolean {
    if (plan === null) return false;
    this.#write(plan.changes);
    this.#history = plan.history;
    return true;
  }

  #edit(patch: AnnotationPatch): void {
    const note = this.now;
    if (note === null) return;
    const changes = changesToEdit(this.#state, note, patch);
    if (changes.length === 0) return;
    this.#write(changes);
    this.#history = recordStep(this.#history, editedStep(note, patch));
  }

  #write(changes: readonly Change[]): void {
    const ids = changes.map(() => `d:1:${(this.#count += 1)}`);
    for (const operation of toOperations(changes, ids, clockStart, this.#count)) this.#state.add(operation);
  }

  #target(strokes: readonly InkStroke[], by: number) {
    const { left, bottom, right, top } = boxOfStrokes(strokes) ?? { left: 0, bottom: 0, right: 0, top: 0 };
    const quad = [left, top, right, top, left, bottom, right, bottom].map((value, i) =>
      i % 2 === 0 ? value + by : value,
    );
    const page = { type: 'PageSelector' as const, sha256: 'a'.repeat(64), page: 1, quads: [quad] };
    return { meeting, source: { type: 'meeting' as const }, selectors: [page] };
  }
}

const step = fc.oneof(
  fc.record({ what: fc.constant('draw' as const), value: fc.nat(300) }),
  fc.record({ what: fc.constant('erase' as const), value: fc.nat(20) }),
  fc.record({ what: fc.constant('move' as const), value: fc.integer({ min: 1, max: 50 }) }),
);

const seen = (drawing: Drawing): unknown => {
  const note = drawing.now;
  return note && { strokes: note.strokes, target: note.target };
};

describe('drawing, erasing and moving', () => {
  it('is taken back step by step to an empty page, and done again to the same drawing', () => {
    fc.assert(
      fc.property(fc.array(step, { minLength: 1, maxLength: 25 }), (steps) => {
        const drawing = new Drawing();
        const states = [seen(drawing)];
        for (const { what, value } of steps) {
          drawing[what](value);
          if (JSON.stringify(seen(drawing)) !== JSON.stringify(states.at(-1))) states.push(seen(drawing));
        }
        for (let at = states.length - 2; at >= 0; at--) {
          expect(drawing.undo()).toBe(true);
          expect(seen(drawing)).toEqual(states[at]);
        }
        for (const state of states.slice(1)) {
          expect(drawing.redo()).toBe(true);
          expect(seen(drawing)).toEqual(state);
        }
      }),
    );
  });
});
