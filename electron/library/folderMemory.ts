import type { ErrorCode } from '../../core/errors.ts';
import type { ListedFile } from './folderListing.ts';

/** What became of one content of one file; forgotten as soon as size or time differ. */
export type FileVerdict =
  | { readonly kind: 'pack' }
  | { readonly kind: 'notAPack' }
  /** Cut or unreadable: perhaps still being written. */
  | { readonly kind: 'pending'; readonly since: number; readonly triedAt: number }
  | { readonly kind: 'refused' };

interface Remembered {
  readonly size: number;
  readonly mtimeMs: number;
  readonly firstSeenAt: number;
  readonly verdict: FileVerdict | null;
}

export interface WaitingTimes {
  /** A file is read when it has not changed for this long. */
  readonly settleMs: number;
  /** A cut file that does not change for this long is told as refused. */
  readonly pendingMs: number;
}

/** Failures that a file still being written can show. */
const mayPass: ReadonlySet<ErrorCode> = new Set([
  'packCut',
  'packEmpty',
  'packNotAPack',
  'packContainer',
  'packUnreadable',
  'cancelled',
  'diskFull',
  'diskDenied',
]);

/** What is known of the files of one watched folder, so that nothing unchanged is read twice. */
export class FolderMemory {
  readonly #files = new Map<string, Remembered>();
  readonly #times: WaitingTimes;

  constructor(times: WaitingTimes) {
    this.#times = times;
  }

  /** True when the file should be read now. */
  isDue(file: ListedFile, now: number): boolean {
    const known = this.#files.get(file.path);
    if (known === undefined || known.size !== file.size || known.mtimeMs !== file.mtimeMs) {
      this.#files.set(file.path, { ...file, firstSeenAt: now, verdict: null });
      return this.#hasSettled(file, now, now);
    }
    if (known.verdict === null) return this.#hasSettled(file, known.firstSeenAt, now);
    return known.verdict.kind === 'pending' && this.#shallRetry(known.verdict, now);
  }

  // An old time of change says that nobody is writing; a new or future one says nothing, then only waiting helps.
  #hasSettled({ mtimeMs }: ListedFile, firstSeenAt: number, now: number): boolean {
    const age = now - mtimeMs;
    return age >= this.#times.settleMs * 10 || now - firstSeenAt >= this.#times.settleMs;
  }

  // Seldom and more seldom: some sync programs fill a file without changing its size or time.
  #shallRetry({ since, triedAt }: { since: number; triedAt: number }, now: number): boolean {
    return now - triedAt >= Math.max(this.#times.settleMs, triedAt - since);
  }

  /** True when something waits to settle: list again soon. */
  get isWaiting(): boolean {
    return [...this.#files.values()].some((file) => file.verdict === null);
  }

  get packCount(): number {
    return [...this.#files.values()].filter((file) => file.verdict?.kind === 'pack').length;
  }

  isPack(file: ListedFile): void {
    this.#judge(file, { kind: 'pack' });
  }

  isNotAPack(file: ListedFile): void {
    this.#judge(file, { kind: 'notAPack' });
  }

  /** Returns true when the refusal is final and the person should be told. */
  wasRefused(file: ListedFile, code: ErrorCode, now: number): boolean {
    const before = this.#files.get(file.path)?.verdict;
    const since = before?.kind === 'pending' ? before.since : now;
    const isFinal = !mayPass.has(code) || now >= since + this.#times.pendingMs;
    this.#judge(file, isFinal ? { kind: 'refused' } : { kind: 'pending', since, triedAt: now });
    return isFinal;
  }

  #judge(file: ListedFile, verdict: FileVerdict): void {
    const firstSeenAt = this.#files.get(file.path)?.firstSeenAt ?? 0;
    this.#files.set(file.path, { size: file.size, mtimeMs: file.mtimeMs, firstSeenAt, verdict });
  }

  /** Forgets files that were not listed; their packs stay in the library. */
  keepOnly(files: readonly ListedFile[]): void {
    const listed = new Set(files.map((file) => file.path));
    for (const path of this.#files.keys()) if (!listed.has(path)) this.#files.delete(path);
  }
}
