import type { Annotation } from '../../../core/annotation/annotation.ts';
import type { Client, NotesView } from '../../../core/contract.ts';
import { failure, ok } from '../../../core/errors.ts';
import { testId } from '../../support/libraryBuilders.ts';

/** Notes as main keeps them, in memory: every change is told as an event, undo takes back the last one. */
export class FakeNotes {
  annotations: readonly Annotation[];
  /** Set to make the next changes fail, as a full disk would. */
  isDiskFull = false;
  /** Set to hold answers back until `letThrough`. */
  #gate: Promise<void> | null = null;
  #open: () => void = () => undefined;
  #past: (readonly Annotation[])[] = [];
  #future: (readonly Annotation[])[] = [];
  #added = 0;
  readonly #tell: (view: NotesView) => void;

  constructor(annotations: readonly Annotation[], tell: (view: NotesView) => void) {
    this.annotations = annotations;
    this.#tell = tell;
  }

  holdBack(): void {
    this.#gate = new Promise((open) => (this.#open = open));
  }

  letThrough(): void {
    this.#gate = null;
    this.#open();
  }

  view(): NotesView {
    return {
      meetingId: testId(1),
      annotations: this.annotations,
      canUndo: this.#past.length > 0,
      canRedo: this.#future.length > 0,
      damage: null,
    };
  }

  /** Another device or window changed them. */
  replace(annotations: readonly Annotation[]): void {
    this.annotations = annotations;
    this.#tell(this.view());
  }

  readonly client: Client['notes'] = {
    list: () => Promise.resolve(ok(this.view())),
    add: async ({ draft }) => {
      await this.#gate;
      if (this.isDiskFull) return failure('diskFull');
      this.#added += 1;
      const now = Date.UTC(2026, 10, 27, 9, this.#added);
      const note: Annotation = {
        ...draft,
        id: testId(4000 + this.#added),
        createdAt: now,
        modifiedAt: now,
        conflictingTexts: [],
      };
      this.#change([...this.annotations, note]);
      return ok(note);
    },
    edit: async ({ id, patch }) => {
      await this.#gate;
      if (this.isDiskFull) return failure('diskFull');
      const note = this.annotations.find((candidate) => candidate.id === id);
      if (note === undefined) return failure('noteUnknown');
      const changed: Annotation = {
        ...note,
        ...patch,
        conflictingTexts: patch.text === undefined ? note.conflictingTexts : [],
      };
      this.#change(this.annotations.map((candidate) => (candidate.id === id ? changed : candidate)));
      return ok(changed);
    },
    remove: async ({ id }) => {
      await this.#gate;
      this.#change(this.annotations.filter((note) => note.id !== id));
      return ok(undefined);
    },
    apply: async ({ acts }) => {
      await this.#gate;
      if (this.isDiskFull) return failure('diskFull');
      let next = this.annotations;
      for (const act of acts) {
        if (act.what === 'remove') next = next.filter(({ id }) => id !== act.id);
        else if (act.what === 'edit')
          next = next.map((note) => (note.id === act.id ? { ...note, ...act.patch } : note));
        else {
          this.#added += 1;
          const id = act.id ?? testId(4000 + this.#added);
          const now = Date.UTC(2026, 10, 27, 9, this.#added);
          next = [...next, { ...act.draft, id, createdAt: now, modifiedAt: now, conflictingTexts: [] }];
        }
      }
      this.#change(next);
      return ok({ count: acts.length });
    },
    undo: () => Promise.resolve(this.#step(this.#past, this.#future)),
    redo: () => Promise.resolve(this.#step(this.#future, this.#past)),
  };

  #change(next: readonly Annotation[]): void {
    this.#past.push(this.annotations);
    this.#future = [];
    this.replace(next);
  }

  #step(
    from: (readonly Annotation[])[],
    to: (readonly Annotation[])[],
  ): Awaited<ReturnType<Client['notes']['undo']>> {
    const next = from.pop();
    if (next === undefined) return ok(null);
    to.push(this.annotations);
    const difference = [...next, ...this.annotations].find(
      (note) => !(next.includes(note) && this.annotations.includes(note)),
    );
    this.replace(next);
    return ok({ id: difference?.id ?? '', what: 'edited', count: 1 });
  }
}
