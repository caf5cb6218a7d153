import type { ReactNode } from 'react';
import { useState } from 'react';
import { Form } from 'react-aria-components/Form';
import type { BereddError } from '../../../core/errors.ts';
import { client } from '../../client.ts';
import { Banner } from '../../ui/Banner.tsx';
import { Button } from '../../ui/Button.tsx';
import { Dialog } from '../../ui/Dialog.tsx';
import { ErrorMessage } from '../../ui/ErrorMessage.tsx';
import { useMessages } from '../../ui/messages.tsx';
import { PassphraseField } from '../../ui/TextField.tsx';
import { showToast } from '../../ui/toasts.ts';
import { passphraseStrength, shortestPassphrase } from './passphraseStrength.ts';

const formId = 'save-backup';

export function SaveBackupDialog({ onClose }: { onClose: () => void }): ReactNode {
  const { t } = useMessages();
  const [passphrase, setPassphrase] = useState('');
  const [repeated, setRepeated] = useState('');
  const [wasTried, setWasTried] = useState(false);
  const [isBusy, setIsBusy] = useState(false);
  const [error, setError] = useState<BereddError | null>(null);
  const strength = passphraseStrength(passphrase);
  const isTooShort = strength === 'tooShort';
  const differs = repeated !== passphrase;

  const save = async (): Promise<void> => {
    setWasTried(true);
    if (isTooShort || differs || isBusy) return;
    setIsBusy(true);
    setError(null);
    const answer = await client.backup.save({ passphrase });
    setIsBusy(false);
    if (!answer.ok) return setError(answer.error);
    if (answer.value === null) return;
    const { file, noteCount } = answer.value;
    showToast({
      tone: 'good',
      title: (words) => words.t('settings.backup.saved', { n: noteCount }),
      text: file,
    });
    onClose();
  };

  return (
    <Dialog
      title={t('settings.backup.saveTitle')}
      isOpen
      onClose={onClose}
      actions={
        <>
          <Button onPress={onClose}>{t('ui.cancel')}</Button>
          <Button variant="primary" type="submit" form={formId} isPending={isBusy}>
            {t(isBusy ? 'settings.backup.working' : 'settings.backup.choosePlace')}
          </Button>
        </>
      }
    >
      <Form
        id={formId}
        className="set-form"
        onSubmit={(event) => {
          event.preventDefault();
          void save();
        }}
      >
        <p>{t('settings.backup.saveExplained')}</p>
        <PassphraseField
          label={t('settings.backup.passphrase')}
          description={t('settings.backup.hint')}
          value={passphrase}
          onChange={setPassphrase}
          autoFocus
          error={wasTried && isTooShort ? t('settings.backup.tooShort', { n: shortestPassphrase }) : null}
        />
        {passphrase !== '' && (
          <p className={`set-strength set-strength--${strength}`} aria-live="polite">
            <span className="set-strength__bar" aria-hidden />
            {t(`settings.backup.strength.${strength}`)}
          </p>
        )}
        <PassphraseField
          label={t('settings.backup.repeat')}
          value={repeated}
          onChange={setRepeated}
          error={wasTried && differs ? t('settings.backup.differs') : null}
        />
        <Banner tone="warning" title={t('settings.backup.loseTitle')}>
          {t('settings.backup.lose')}
        </Banner>
        {error !== null && <ErrorMessage error={error} tone="alarm" isLive />}
      </Form>
    </Dialog>
  );
}
