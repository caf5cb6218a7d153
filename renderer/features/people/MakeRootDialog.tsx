import type { ReactNode } from 'react';
import { useState } from 'react';
import { ok } from '../../../core/errors.ts';
import type { Result } from '../../../core/errors.ts';
import { client } from '../../client.ts';
import { FormDialog } from '../../ui/FormDialog.tsx';
import { useMessages } from '../../ui/messages.tsx';
import { useNewPassphrase } from '../../ui/NewPassphrase.tsx';
import { TextField } from '../../ui/TextField.tsx';
import { showToast } from '../../ui/toasts.ts';
import { takePeople } from './usePeople.ts';

/** Makes the root as a file with a passphrase; only its public half stays here. */
export function MakeRootDialog({ onClose }: { onClose: () => void }): ReactNode {
  const { t } = useMessages();
  const [name, setName] = useState('');
  const [wasTried, setWasTried] = useState(false);
  const passphrase = useNewPassphrase(t('people.rootPassphrase'), t('identity.newPassphraseHint'));
  const make = async (): Promise<Result<boolean>> => {
    setWasTried(true);
    const chosen = passphrase.check();
    if (name.trim() === '' || chosen === null) return ok(false);
    const answer = await client.people.makeRoot({ municipality: name.trim(), passphrase: chosen });
    if (!answer.ok || answer.value === null) return answer.ok ? ok(false) : answer;
    takePeople(ok(answer.value));
    showToast({ tone: 'info', title: (words) => words.t('people.rootMade') });
    return ok(true);
  };
  return (
    <FormDialog title={t('people.makeRoot')} confirmLabel={t('people.rootSave')} run={make} onClose={onClose}>
      <p>{t('people.rootText')}</p>
      <TextField
        label={t('people.rootName')}
        value={name}
        onChange={setName}
        maxLength={200}
        autoFocus
        error={wasTried && name.trim() === '' ? t('people.keyNameMissing') : null}
      />
      {passphrase.fields}
    </FormDialog>
  );
}
