import type { ReactNode } from 'react';
import { useState } from 'react';
import { Form } from 'react-aria-components/Form';
import type { BereddError } from '../../../core/errors.ts';
import { client } from '../../client.ts';
import { Button } from '../../ui/Button.tsx';
import { Dialog } from '../../ui/Dialog.tsx';
import { ErrorMessage } from '../../ui/ErrorMessage.tsx';
import { useMessages } from '../../ui/messages.tsx';
import { PassphraseField } from '../../ui/TextField.tsx';
import { showToast } from '../../ui/toasts.ts';

const formId = 'restore-backup';

export function RestoreBackupDialog({ onClose }: { onClose: () => void }): ReactNode {
  const { t } = useMessages();
  const [passphrase, setPassphrase] = useState('');
  const [isBusy, setIsBusy] = useState(false);
  const [error, setError] = useState<BereddError | null>(null);

  const restore = async (): Promise<void> => {
    if (passphrase === '' || isBusy) return;
    setIsBusy(true);
    setError(null);
    const answer = await client.backup.restore({ passphrase });
    setIsBusy(false);
    if (!answer.ok) return setError(answer.error);
    if (answer.value === null) return;
    const { file, newNoteCount, noteCount } = answer.value;
    showToast({
      tone: 'good',
      title: (words) => words.t('settings.backup.restored', { n: newNoteCount, all: noteCount }),
      text: file,
    });
    onClose();
  };

  return (
    <Dialog
      title={t('settings.backup.restoreTitle')}
      isOpen
      onClose={onClose}
      actions={
        <>
          <Button onPress={onClose}>{t('ui.cancel')}</Button>
          <Button
            variant="primary"
            type="submit"
            form={formId}
            isDisabled={passphrase === ''}
            isPending={isBusy}
          >
            {t(isBusy ? 'settings.backup.working' : 'settings.backup.chooseFile')}
          </Button>
        </>
      }
    >
      <Form
        id={formId}
        className="set-form"
        onSubmit={(event) => {
          event.preventDefault();
          void restore();
        }}
      >
        <p>{t('settings.backup.restoreExplained')}</p>
        <PassphraseField
          label={t('settings.backup.passphraseOf')}
          value={passphrase}
          onChange={setPassphrase}
          autoFocus
        />
        {error !== null && <ErrorMessage error={error} tone="alarm" isLive />}
      </Form>
    </Dialog>
  );
}
