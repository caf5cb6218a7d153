/**
 * The only way stored data reaches a disk, so that tests can fill it up, pull its plug at any step and let it forget
 * what was not flushed. All functions throw errors with a `code` as Node's do; `diskFailure` turns those into values.
 */
export interface Disk {
  /** The whole file; null when there is none. */
  readonly read: (file: string) => Promise<Uint8Array | null>;
  /** Bytes in the file; null when there is none. */
  readonly size: (file: string) => Promise<number | null>;
  /** Names in the folder; none when there is no such folder. */
  readonly names: (folder: string) => Promise<readonly string[]>;
  /** Fails with EEXIST when the name is taken. */
  readonly createExclusive: (file: string) => Promise<DiskFile>;
  /** Fails with ENOENT when there is no such file. */
  readonly openForAppend: (file: string) => Promise<DiskFile>;
  /** Replaces `to` in one step. */
  readonly rename: (from: string, to: string) => Promise<void>;
  /** A second name for the same bytes; fails with EEXIST when the name is taken. Copies where links are unknown. */
  readonly link: (from: string, to: string) => Promise<void>;
  /** No error when there is no such file. */
  readonly remove: (file: string) => Promise<void>;
  /** With its parents; the new entries are flushed. */
  readonly makeFolder: (folder: string) => Promise<void>;
  /** Flushes the folder's entries: without it a rename may be undone by a power cut. */
  readonly syncFolder: (folder: string) => Promise<void>;
}

export interface DiskFile {
  /** Adds at the end. May have written a part when it throws. */
  readonly append: (bytes: Uint8Array) => Promise<void>;
  /** Returns when the bytes would survive a power cut. */
  readonly sync: () => Promise<void>;
  readonly truncate: (length: number) => Promise<void>;
  readonly close: () => Promise<void>;
}
