import type { ReactNode } from 'react';
import { useState } from 'react';
import { ok } from '../../../core/errors.ts';
import type { Result } from '../../../core/errors.ts';
import { client } from '../../client.ts';
import { useMessages } from '../../ui/messages.tsx';
import { PassphraseField } from '../../ui/TextField.tsx';
import { showToast } from '../../ui/toasts.ts';
import { FormDialog } from '../../ui/FormDialog.tsx';

export function RestoreBackupDialog({ onClose }: { onClose: () => void }): ReactNode {
  const { t } = useMessages();
  const [passphrase, setPassphrase] = useState('');
  const restore = async (): Promise<Result<boolean>> => {
    const answer = await client.backup.restore({ passphrase });
    if (!answer.ok) return answer;
    if (answer.value === null) return ok(false);
    const { file, newNoteCount, noteCount } = answer.value;
    showToast({
      tone: 'good',
      title: (words) => words.t('settings.backup.restored', { n: newNoteCount, all: noteCount }),
      text: file,
    });
    return ok(true);
  };
  return (
    <FormDialog
      busyLabel={t('settings.backup.working')}
      title={t('settings.backup.restoreTitle')}
      confirmLabel={t('settings.backup.chooseFile')}
      canConfirm={passphrase !== ''}
      run={restore}
      onClose={onClose}
    >
      <p>{t('settings.backup.restoreExplained')}</p>
      <PassphraseField
        label={t('settings.backup.passphraseOf')}
        value={passphrase}
        onChange={setPassphrase}
        autoFocus
      />
    </FormDialog>
  );
}
