import { createStore } from 'zustand/vanilla';
import type { StoreApi } from 'zustand/vanilla';
import type { DraftBodyEntry } from '../../../../core/draft/draftViews.ts';
import type { BereddError, Result } from '../../../../core/errors.ts';
import { failure } from '../../../../core/errors.ts';

export interface BodyState {
  readonly entry: DraftBodyEntry;
  /** `saved` only when the body is on the disk as it is shown. */
  readonly saving: 'saved' | 'saving' | 'failed';
  readonly error: BereddError | null;
}

type Save = (entry: DraftBodyEntry) => Promise<Result<readonly DraftBodyEntry[]>>;

/** A body is stored this long after the last change. */
const pauseMs = 500;

/** A body while it is being changed: shown at once, stored after a pause, one at a time. */
export class BodySession {
  readonly store: StoreApi<BodyState>;
  readonly #save: Save;
  #timer: ReturnType<typeof setTimeout> | null = null;
  #inFlight: Promise<void> | null = null;
  #isDirty = false;

  constructor(entry: DraftBodyEntry, save: Save) {
    this.#save = save;
    this.store = createStore<BodyState>(() => ({ entry, saving: 'saved', error: null }));
  }

  change(change: (entry: DraftBodyEntry) => DraftBodyEntry): void {
    this.#isDirty = true;
    this.store.setState(({ entry }) => ({ entry: change(entry), saving: 'saving' }));
    if (this.#timer !== null) clearTimeout(this.#timer);
    this.#timer = setTimeout(() => void this.flush(), pauseMs);
  }

  /** Stores what is not stored; resolves when it is, or has failed. */
  async flush(): Promise<void> {
    if (this.#timer !== null) clearTimeout(this.#timer);
    this.#timer = null;
    while (this.#inFlight !== null) await this.#inFlight;
    if (!this.#isDirty) return;
    this.#inFlight = this.#store();
    await this.#inFlight;
  }

  async #store(): Promise<void> {
    this.#isDirty = false;
    const { entry } = this.store.getState();
    const answer = await this.#save(entry).catch(() => failure('unexpected'));
    this.#inFlight = null;
    if (!answer.ok) {
      this.#isDirty = true;
      return this.store.setState({ saving: 'failed', error: answer.error });
    }
    this.store.setState({ error: null, ...(this.#isDirty ? {} : { saving: 'saved' }) });
  }
}
