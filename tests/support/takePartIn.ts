import type { Result } from '../../core/errors.ts';
import type { BackupPart } from '../../electron/backup/backupPart.ts';

/** Takes one part of a backup in, as restoring does. */
export async function takePartIn(part: BackupPart, data: unknown, passphrase: string): Promise<Result<void>> {
  const read = part.read(data);
  return read.ok ? read.value(passphrase) : read;
}
