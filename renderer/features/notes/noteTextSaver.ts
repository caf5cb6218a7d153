import type { BereddError, Result } from '../../../core/errors.ts';
import { failure } from '../../../core/errors.ts';

export type NoteTextStatus = 'typing' | 'saving' | 'saved' | 'failed';

/** What a person is writing in a note, apart from what is stored. */
export interface NoteText {
  readonly text: string;
  readonly status: NoteTextStatus;
  readonly error: BereddError | null;
}

interface Entry {
  shown: NoteText;
  pause: ReturnType<typeof setTimeout> | null;
  typingSince: number | null;
  inFlight: Promise<void> | null;
  released: boolean;
}

/** Saved this long after the last key, and at the latest this long after the first one. */
const pauseMilliseconds = 500;
const longestMilliseconds = 2500;

/**
 * Keeps what is being written until it is stored. A text says "saved" only when the newest words are stored; a failed one
 * keeps its words and is tried again with the next key, on leaving, or when asked. One save a note at a time, so that
 * an older text never lands after a newer one.
 */
export class NoteTextSaver {
  readonly #save: (key: string, text: string) => Promise<Result<unknown>>;
  readonly #entries = new Map<string, Entry>();
  readonly #listeners = new Set<() => void>();
  #unsaved: readonly string[] = [];

  constructor(save: (key: string, text: string) => Promise<Result<unknown>>) {
    this.#save = save;
  }

  readonly subscribe = (listener: () => void): (() => void) => {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  };

  /** What is being written under this key; null when only the stored text counts. */
  readonly read = (key: string): NoteText | null => this.#entries.get(key)?.shown ?? null;

  /** Keys whose words could not be stored. */
  readonly failed = (): readonly string[] => this.#unsaved;

  type(key: string, text: string): void {
    const entry = this.#entry(key);
    entry.released = false;
    const now = performance.now();
    entry.typingSince ??= now;
    this.#show(entry, { text, status: 'typing', error: null });
    if (entry.pause !== null) clearTimeout(entry.pause);
    const latest = entry.typingSince + longestMilliseconds - now;
    entry.pause = setTimeout(() => void this.flush(key), Math.max(0, Math.min(pauseMilliseconds, latest)));
  }

  /** Takes over a text that came from elsewhere, unless the person has words here that are not stored yet. */
  adopt(key: string, stored: string): void {
    const entry = this.#entries.get(key);
    if (entry?.shown.status !== 'saved' || entry.shown.text === stored) return;
    this.#show(entry, { text: stored, status: 'saved', error: null });
  }

  /** Stores now what is not stored yet; resolves when it is stored or has failed. */
  async flush(key: string): Promise<void> {
    const entry = this.#entries.get(key);
    if (entry === undefined) return;
    if (entry.pause !== null) clearTimeout(entry.pause);
    entry.pause = null;
    while (entry.inFlight !== null) await entry.inFlight;
    if (entry.shown.status === 'typing' || entry.shown.status === 'failed') {
      entry.inFlight = this.#store(key, entry);
      await entry.inFlight;
    }
  }

  async flushAll(): Promise<void> {
    await Promise.all([...this.#entries.keys()].map((key) => this.flush(key)));
  }

  /** The editor was closed: stores what is left and forgets it then; failed words stay. */
  async release(key: string): Promise<void> {
    const entry = this.#entries.get(key);
    if (entry === undefined) return;
    entry.released = true;
    await this.flush(key);
    if (entry.released && entry.shown.status === 'saved') this.forget(key);
  }

  /** The note is gone on purpose: its words are not wanted any more. */
  forget(key: string): void {
    const entry = this.#entries.get(key);
    if (entry === undefined) return;
    if (entry.pause !== null) clearTimeout(entry.pause);
    this.#entries.delete(key);
    this.#tell();
  }

  async #store(key: string, entry: Entry): Promise<void> {
    const { text } = entry.shown;
    entry.typingSince = null;
    this.#show(entry, { text, status: 'saving', error: null });
    // The bridge logs the cause; the words are kept and the person is told.
    const result = await this.#save(key, text).catch(() => failure('unexpected'));
    entry.inFlight = null;
    const newer = entry.shown.text !== text || entry.shown.status !== 'saving';
    if (newer) return;
    this.#show(
      entry,
      result.ok ? { text, status: 'saved', error: null } : { text, status: 'failed', error: result.error },
    );
  }

  #entry(key: string): Entry {
    const known = this.#entries.get(key);
    if (known !== undefined) return known;
    const entry: Entry = {
      shown: { text: '', status: 'typing', error: null },
      pause: null,
      typingSince: null,
      inFlight: null,
      released: false,
    };
    this.#entries.set(key, entry);
    return entry;
  }

  #show(entry: Entry, shown: NoteText): void {
    entry.shown = shown;
    this.#tell();
  }

  #tell(): void {
    const failed = [...this.#entries]
      .filter(([, entry]) => entry.shown.status === 'failed')
      .map(([key]) => key);
    if (failed.join() !== this.#unsaved.join()) this.#unsaved = failed;
    for (const listener of this.#listeners) listener();
  }
}
