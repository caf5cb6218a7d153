import { createStore } from 'zustand/vanilla';
import type { StoreApi } from 'zustand/vanilla';
import type { Client } from '../../../../core/contract.ts';
import type { DraftEdit } from '../../../../core/draft/draftEdit.ts';
import type { DraftProgress, DraftView } from '../../../../core/draft/draftViews.ts';
import type { BereddError, Result } from '../../../../core/errors.ts';
import { failure } from '../../../../core/errors.ts';
import { sharePartsWith } from './sharePartsWith.ts';

export type SaveState = 'saved' | 'saving' | 'failed';

export interface DraftState {
  /** Null until main has answered. */
  readonly view: DraftView | null;
  /** Why the draft could not be opened. */
  readonly openError: BereddError | null;
  /** `saved` only when everything that was done and typed is on the disk. */
  readonly saving: SaveState;
  /** Why the last thing done was not stored. */
  readonly saveError: BereddError | null;
  /** Long work on files, the newest last. */
  readonly jobs: readonly DraftProgress[];
}

type DraftsClient = Client['drafts'];
type EditOf = () => DraftEdit | null;

/** Typed words are stored this long after the last key, and at the latest this long after the first. */
const pauseMs = 600;
const longestMs = 3000;

interface Typed {
  readonly editOf: EditOf;
  readonly since: number;
  readonly timer: ReturnType<typeof setTimeout>;
}

/**
 * One draft while it is on screen. Edits go to main one at a time and in order; what is typed is gathered by field and
 * goes before anything else that is done, so that undo takes back what the person did last.
 */
export class DraftSession {
  readonly draftId: string;
  readonly store: StoreApi<DraftState>;
  readonly #client: () => DraftsClient;
  readonly #typed = new Map<string, Typed>();
  /** Fields whose words are on their way. */
  readonly #storing: string[] = [];
  #queue: Promise<unknown> = Promise.resolve();
  #waiting = 0;
  /** What could not be stored, to be tried again in order. */
  #unsaved: DraftEdit[] = [];

  constructor(draftId: string, client: () => DraftsClient) {
    this.draftId = draftId;
    this.#client = client;
    this.store = createStore<DraftState>(() => ({
      view: null,
      openError: null,
      saving: 'saved',
      saveError: null,
      jobs: [],
    }));
  }

  async open(): Promise<void> {
    const answer = await this.#client().open({ draftId: this.draftId });
    if (answer.ok) this.takeView(answer.value);
    else this.store.setState({ openError: answer.error });
  }

  /** What main says the draft is now. Parts that did not change stay the same objects: their rows are not drawn anew. */
  readonly takeView = (view: DraftView): void => {
    if (view.draft.id !== this.draftId) return;
    this.store.setState(({ view: before }) => ({ view: sharePartsWith(before, view), openError: null }));
  };

  readonly takeProgress = (progress: DraftProgress): void => {
    this.store.setState(({ jobs }) => ({
      jobs: jobs.map((job) => (job.job === progress.job ? progress : job)),
    }));
  };

  /** Does an edit; true when it is on the disk. */
  async edit(edit: DraftEdit): Promise<boolean> {
    this.#flushTyped();
    return this.#store(edit);
  }

  /** The person is typing in a field: `editOf` makes the edit of the newest words when it is time to store them. */
  type(field: string, editOf: EditOf): void {
    const before = this.#typed.get(field);
    if (before !== undefined) clearTimeout(before.timer);
    const since = before?.since ?? performance.now();
    const wait = Math.max(0, Math.min(pauseMs, since + longestMs - performance.now()));
    const timer = setTimeout(() => void this.flush(field), wait);
    this.#typed.set(field, { editOf, since, timer });
    this.#showSaving();
  }

  /** Stores what is typed in a field now; resolves when it is on the disk or has failed. */
  async flush(field: string): Promise<void> {
    const typed = this.#typed.get(field);
    if (typed === undefined) return;
    clearTimeout(typed.timer);
    this.#typed.delete(field);
    const edit = typed.editOf();
    if (edit === null) return this.#showSaving();
    this.#storing.push(field);
    await this.#store(edit);
    this.#storing.splice(this.#storing.indexOf(field), 1);
  }

  /** Whether words of a field are typed that are not on the disk yet. */
  isBusyWith = (field: string): boolean => this.#typed.has(field) || this.#storing.includes(field);

  /** Everything typed goes to the disk; resolves when it is there or has failed. */
  async flushAll(): Promise<void> {
    this.#flushTyped();
    await this.#queue;
  }

  async undo(): Promise<boolean> {
    return (await this.#change(() => this.#client().undo({ draftId: this.draftId }))) === null;
  }
  async redo(): Promise<boolean> {
    return (await this.#change(() => this.#client().redo({ draftId: this.draftId }))) === null;
  }

  /** Tries again what could not be stored. */
  async tryAgain(): Promise<void> {
    const again = this.#unsaved;
    this.#unsaved = [];
    this.store.setState({ saveError: null });
    this.#showSaving();
    for (const edit of again) if (!(await this.#store(edit))) return;
  }

  /** The person leaves it at that: what was not stored is not wanted. */
  giveUp(): void {
    this.#unsaved = [];
    this.store.setState({ saveError: null });
    this.#showSaving();
  }

  /** Long work with files: it is shown with its progress until it ends. What went wrong is the caller's to tell. */
  async work<T>(ask: (job: string) => Promise<Result<T>>): Promise<Result<T>> {
    await this.flushAll();
    const job = crypto.randomUUID();
    const begun: DraftProgress = { job, phase: 'listing', done: 0, total: 0, file: null };
    this.store.setState(({ jobs }) => ({ jobs: [...jobs, begun] }));
    const answer = await ask(job).catch((): Result<T> => failure('unexpected'));
    this.store.setState(({ jobs }) => ({ jobs: jobs.filter((one) => one.job !== job) }));
    return answer;
  }

  readonly cancelJob = (job: string): void => void this.#client().cancelJob({ job });

  /** As `work`, for work whose answer is the draft. */
  async workOnDraft(ask: (job: string) => Promise<Result<DraftView>>): Promise<BereddError | null> {
    const answer = await this.work(ask);
    if (answer.ok) this.takeView(answer.value);
    return answer.ok ? null : answer.error;
  }

  /** Whether something could not be stored. */
  get hasUnsaved(): boolean {
    return this.#unsaved.length > 0;
  }

  get client(): DraftsClient {
    return this.#client();
  }

  #flushTyped(): void {
    for (const field of this.#typed.keys()) void this.flush(field);
  }

  async #store(edit: DraftEdit): Promise<boolean> {
    const error = await this.#change(() => this.#client().edit({ draftId: this.draftId, edit }));
    // What is refused for what it is will not be taken later either; a full or absent disk may be mended.
    if (error !== null && (error.code.startsWith('disk') || error.code === 'unexpected'))
      this.#unsaved.push(edit);
    this.#showSaving();
    return error === null;
  }

  #change(ask: () => Promise<Result<DraftView>>): Promise<BereddError | null> {
    this.#flushTyped();
    this.#waiting++;
    this.#showSaving();
    const done = this.#queue.then(async () => {
      const answer = await ask().catch((): Result<DraftView> => failure('unexpected'));
      this.#waiting--;
      if (answer.ok) this.takeView(answer.value);
      else this.store.setState({ saveError: answer.error });
      this.#showSaving();
      return answer.ok ? null : answer.error;
    });
    this.#queue = done;
    return done;
  }

  #showSaving(): void {
    const isBusy = this.#waiting > 0 || this.#typed.size > 0;
    const saving: SaveState = isBusy ? 'saving' : this.#unsaved.length > 0 ? 'failed' : 'saved';
    if (this.store.getState().saving !== saving) this.store.setState({ saving });
  }
}
