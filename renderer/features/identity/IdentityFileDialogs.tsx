import type { ReactNode } from 'react';
import { useState } from 'react';
import { ok } from '../../../core/errors.ts';
import type { Result } from '../../../core/errors.ts';
import type { IdentityView } from '../../../core/exchange/identityViews.ts';
import { client } from '../../client.ts';
import { FormDialog } from '../../ui/FormDialog.tsx';
import { useMessages } from '../../ui/messages.tsx';
import { useNewPassphrase } from '../../ui/NewPassphrase.tsx';
import { PassphraseField } from '../../ui/TextField.tsx';
import { showToast } from '../../ui/toasts.ts';
import { takeIdentity } from './useIdentity.ts';

/** The identity as a file with a passphrase, for another computer. */
export function ExportIdentityDialog({ onClose }: { onClose: () => void }): ReactNode {
  const { t } = useMessages();
  const passphrase = useNewPassphrase(t('identity.filePassphrase'), t('identity.newPassphraseHint'));
  const save = async (): Promise<Result<boolean>> => {
    const chosen = passphrase.check();
    if (chosen === null) return ok(false);
    const answer = await client.identity.exportFile({ passphrase: chosen });
    if (!answer.ok || answer.value === null) return answer.ok ? ok(false) : answer;
    showToast({ tone: 'good', title: (words) => words.t('identity.exported'), text: answer.value.file });
    return ok(true);
  };
  return (
    <FormDialog
      title={t('identity.exportTitle')}
      confirmLabel={t('identity.export')}
      run={save}
      onClose={onClose}
    >
      <p>{t('identity.exportText')}</p>
      {passphrase.fields}
    </FormDialog>
  );
}

export function ImportIdentityDialog({
  view,
  onClose,
}: {
  view: IdentityView;
  onClose: () => void;
}): ReactNode {
  const { t } = useMessages();
  const [filePassphrase, setFilePassphrase] = useState('');
  const own = useNewPassphrase(t('identity.newPassphrase'), t('identity.newPassphraseHint'));
  const needsPassphrase = view.state === 'none' && !view.systemProtects;
  const take = async (): Promise<Result<boolean>> => {
    const chosen = needsPassphrase ? own.check() : null;
    if (needsPassphrase && chosen === null) return ok(false);
    const answer = await client.identity.importFile({ filePassphrase, passphrase: chosen });
    if (!answer.ok || answer.value === null) return answer.ok ? ok(false) : answer;
    takeIdentity(ok(answer.value));
    showToast({ tone: 'good', title: (words) => words.t('identity.imported') });
    return ok(true);
  };
  return (
    <FormDialog
      title={t('identity.importTitle')}
      confirmLabel={t('identity.chooseFile')}
      canConfirm={filePassphrase !== ''}
      run={take}
      onClose={onClose}
    >
      <PassphraseField
        label={t('identity.filePassphrase')}
        value={filePassphrase}
        onChange={setFilePassphrase}
        autoFocus
      />
      {needsPassphrase && own.fields}
    </FormDialog>
  );
}
