import type { Uuid } from '../pack/manifest.ts';

/**
 * The unit of what is logged and, later, synced. Published in the sync format, so nothing migrates when syncing comes.
 * Fields in use: `kind`, `noteClass`, `colour`, `target`, `text`, `deleted`. Other fields and kinds are stored and
 * carried on.
 */
export interface Operation {
  /** `device:epoch:seq` — the device that wrote it, its epoch, its running number. */
  readonly id: string;
  /** `<milliseconds since 1970, 13 digits>-<counter, 4 hex digits>`, compared as text, then by device. */
  readonly clock: string;
  /** The annotation. */
  readonly target: Uuid;
  readonly field: string;
  readonly value: unknown;
  /** Ids of the operations on the same field whose values this one replaces. */
  readonly replaces: readonly string[];
}
