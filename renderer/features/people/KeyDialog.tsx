import type { ReactNode } from 'react';
import { useState } from 'react';
import { ok } from '../../../core/errors.ts';
import type { Result } from '../../../core/errors.ts';
import type { PeopleView } from '../../../core/exchange/peopleViews.ts';
import { client } from '../../client.ts';
import { FormDialog } from '../../ui/FormDialog.tsx';
import { useMessages } from '../../ui/messages.tsx';
import { useNewPassphrase } from '../../ui/NewPassphrase.tsx';
import { PassphraseField, TextField } from '../../ui/TextField.tsx';
import { takePeople } from './usePeople.ts';

/** A new signing key, or one from a file. */
export function KeyDialog({
  what,
  asksPassphrase,
  onClose,
}: {
  what: 'make' | 'import';
  asksPassphrase: PeopleView['asksPassphrase'];
  onClose: () => void;
}): ReactNode {
  const { t } = useMessages();
  const [name, setName] = useState('');
  const [ofFile, setOfFile] = useState('');
  const [known, setKnown] = useState('');
  const [wasTried, setWasTried] = useState(false);
  const fresh = useNewPassphrase(t('people.keyPassphrase'), t('people.keyPassphraseNew'));

  const run = async (): Promise<Result<boolean>> => {
    setWasTried(true);
    const passphrase = asksPassphrase === 'new' ? fresh.check() : asksPassphrase === 'unlock' ? known : null;
    if (name.trim() === '' || (asksPassphrase === 'new' && passphrase === null)) return ok(false);
    if (asksPassphrase === 'unlock') {
      const unlocked = await client.identity.unlock({ passphrase: known });
      if (!unlocked.ok) return unlocked;
    }
    const answer =
      what === 'make'
        ? await client.people.makeKey({ name: name.trim(), passphrase })
        : await client.people.importKey({
            name: name.trim(),
            filePassphrase: ofFile === '' ? null : ofFile,
            passphrase,
          });
    if (!answer.ok || answer.value === null) return answer.ok ? ok(false) : answer;
    takePeople(ok(answer.value));
    return ok(true);
  };

  return (
    <FormDialog
      title={t(what === 'make' ? 'people.makeKey' : 'people.importKey')}
      confirmLabel={t(what === 'make' ? 'people.makeKey' : 'people.chooseKeyFile')}
      canConfirm={asksPassphrase !== 'unlock' || known !== ''}
      run={run}
      onClose={onClose}
    >
      <TextField
        label={t('people.keyName')}
        description={t('people.keyNameHint')}
        value={name}
        onChange={setName}
        maxLength={200}
        autoFocus
        error={wasTried && name.trim() === '' ? t('people.keyNameMissing') : null}
      />
      {what === 'import' && (
        <PassphraseField
          label={t('people.filePassphrase')}
          description={t('people.filePassphraseHint')}
          value={ofFile}
          onChange={setOfFile}
        />
      )}
      {asksPassphrase === 'new' && fresh.fields}
      {asksPassphrase === 'unlock' && (
        <PassphraseField label={t('people.keyPassphrase')} value={known} onChange={setKnown} />
      )}
    </FormDialog>
  );
}
