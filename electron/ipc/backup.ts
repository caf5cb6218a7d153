import type { Handlers } from '../../core/contract.ts';
import { backupExtension } from '../../core/backup/backupEnvelope.ts';
import { ok } from '../../core/errors.ts';
import type { Backup } from '../backup/backup.ts';
import type { Dialogs } from './ports.ts';

interface BackupDependencies {
  readonly backup: Backup;
  readonly dialogs: Pick<Dialogs, 'chooseBackupToSave' | 'chooseBackupToOpen'>;
  readonly now?: () => number;
}

/** Handlers of the backup: ask for the file, then do it. */
export function backupHandlers({ backup, dialogs, now = Date.now }: BackupDependencies): Handlers['backup'] {
  return {
    save: async ({ passphrase }) => {
      const file = await dialogs.chooseBackupToSave(suggestedName(new Date(now())));
      return file === null ? ok(null) : backup.save(file, passphrase);
    },
    restore: async ({ passphrase }) => {
      const file = await dialogs.chooseBackupToOpen();
      return file === null ? ok(null) : backup.restore(file, passphrase);
    },
  };
}

/** The date where the person is. */
function suggestedName(date: Date): string {
  const parts = [date.getFullYear(), date.getMonth() + 1, date.getDate()];
  return `Beredd ${parts.map((part) => String(part).padStart(2, '0')).join('-')}.${backupExtension}`;
}
