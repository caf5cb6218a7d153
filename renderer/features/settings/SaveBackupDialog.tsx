import type { ReactNode } from 'react';
import { useState } from 'react';
import { ok } from '../../../core/errors.ts';
import type { Result } from '../../../core/errors.ts';
import { client } from '../../client.ts';
import { Banner } from '../../ui/Banner.tsx';
import { useMessages } from '../../ui/messages.tsx';
import { PassphraseField } from '../../ui/TextField.tsx';
import { showToast } from '../../ui/toasts.ts';
import { FormDialog } from '../../ui/FormDialog.tsx';
import { passphraseStrength, shortestPassphrase } from './passphraseStrength.ts';

export function SaveBackupDialog({ onClose }: { onClose: () => void }): ReactNode {
  const { t } = useMessages();
  const [passphrase, setPassphrase] = useState('');
  const [repeated, setRepeated] = useState('');
  const [wasTried, setWasTried] = useState(false);
  const strength = passphraseStrength(passphrase);
  const isTooShort = strength === 'tooShort';
  const differs = repeated !== passphrase;

  const save = async (): Promise<Result<boolean>> => {
    setWasTried(true);
    if (isTooShort || differs) return ok(false);
    const answer = await client.backup.save({ passphrase });
    if (!answer.ok) return answer;
    if (answer.value === null) return ok(false);
    const { file, noteCount } = answer.value;
    showToast({
      tone: 'good',
      title: (words) => words.t('settings.backup.saved', { n: noteCount }),
      text: file,
    });
    return ok(true);
  };

  return (
    <FormDialog
      busyLabel={t('settings.backup.working')}
      title={t('settings.backup.saveTitle')}
      confirmLabel={t('settings.backup.choosePlace')}
      run={save}
      onClose={onClose}
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
    </FormDialog>
  );
}
