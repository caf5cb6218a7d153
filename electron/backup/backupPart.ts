import type { Result } from '../../core/errors.ts';

/** Something of the person's that goes into the backup beside the notes: settings, watched folders, reading state. */
export interface BackupPart {
  /** Its name in the file; never changes. */
  readonly name: string;
  /** A JSON value. */
  readonly export: () => Promise<Result<unknown>>;
  /**
   * Adds what is not here; removes nothing; doing it twice changes nothing more. The value comes from a file and is
   * checked here. Fails with backupDamaged when it does not fit. `passphrase` is the backup's own.
   */
  readonly import: (data: unknown, passphrase: string) => Promise<Result<void>>;
}
