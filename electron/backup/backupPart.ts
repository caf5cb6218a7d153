import * as v from 'valibot';
import type { Result } from '../../core/errors.ts';
import { failure, ok } from '../../core/errors.ts';

/** Something of the person's that goes into the backup beside the notes: settings, watched folders, reading state. */
export interface BackupPart {
  /** Its name in the file; never changes. */
  readonly name: string;
  /** A JSON value. */
  readonly export: () => Promise<Result<unknown>>;
  /**
   * Checks what a file holds under the name and touches nothing, so that a file is taken in whole or not at all. Fails
   * with backupDamaged, backupNewer, or identityLocked when keys must be unlocked here first.
   */
  readonly read: (data: unknown) => Result<TakePartIn>;
}

/** Adds what is not here; removes nothing; doing it twice changes nothing more. `passphrase` is the backup's own. */
export type TakePartIn = (passphrase: string) => Promise<Result<void>>;

/** The reading of a part whose value only has to look right. */
export const readAs =
  <T>(
    schema: v.GenericSchema<unknown, T>,
    takeIn: (data: T, passphrase: string) => Promise<Result<unknown>>,
  ) =>
  (data: unknown): Result<TakePartIn> => {
    const parsed = v.safeParse(schema, data);
    if (!parsed.success) return failure('backupDamaged');
    return ok(async (passphrase) => {
      const taken = await takeIn(parsed.output, passphrase);
      return taken.ok ? ok(undefined) : taken;
    });
  };
