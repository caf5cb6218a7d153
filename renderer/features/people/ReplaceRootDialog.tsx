import type { ReactNode } from 'react';
import { useState } from 'react';
import { ok } from '../../../core/errors.ts';
import type { Result } from '../../../core/errors.ts';
import { client } from '../../client.ts';
import { FormDialog } from '../../ui/FormDialog.tsx';
import { useMessages } from '../../ui/messages.tsx';
import { useNewPassphrase } from '../../ui/NewPassphrase.tsx';
import { RadioGroup } from '../../ui/RadioGroup.tsx';
import { PassphraseField } from '../../ui/TextField.tsx';
import { showToast } from '../../ui/toasts.ts';
import { takePeople } from './usePeople.ts';

/** A new root key: named by the old one in a letter, or, when the old one is lost or stolen, without it. */
export function ReplaceRootDialog({ onClose }: { onClose: () => void }): ReactNode {
  const { t } = useMessages();
  const [old, setOld] = useState<'here' | 'lost'>('here');
  const [oldPassphrase, setOldPassphrase] = useState('');
  const passphrase = useNewPassphrase(t('people.newRootPassphrase'), t('identity.newPassphraseHint'));
  const replace = async (): Promise<Result<boolean>> => {
    const chosen = passphrase.check();
    if (chosen === null) return ok(false);
    const answer = await client.people.replaceRoot({
      oldPassphrase: old === 'here' ? oldPassphrase : null,
      passphrase: chosen,
    });
    if (!answer.ok || answer.value === null) return answer.ok ? ok(false) : answer;
    takePeople(ok(answer.value));
    showToast({
      tone: 'good',
      title: (words) => words.t('people.rootReplaced'),
      text: (words) => words.t(old === 'here' ? 'people.rootReplacedText' : 'people.rootReplacedLost'),
    });
    return ok(true);
  };
  return (
    <FormDialog
      title={t('people.replaceRoot')}
      confirmLabel={t(old === 'here' ? 'people.replaceChooseBoth' : 'people.rootSave')}
      canConfirm={old === 'lost' || oldPassphrase !== ''}
      run={replace}
      onClose={onClose}
    >
      <RadioGroup
        label={t('people.oldRoot')}
        value={old}
        onChange={setOld}
        choices={[
          { value: 'here', label: t('people.oldRootHere'), description: t('people.oldRootHereHint') },
          { value: 'lost', label: t('people.oldRootLost'), description: t('people.oldRootLostHint') },
        ]}
      />
      {old === 'here' && (
        <PassphraseField
          label={t('people.oldRootPassphrase')}
          value={oldPassphrase}
          onChange={setOldPassphrase}
        />
      )}
      {passphrase.fields}
    </FormDialog>
  );
}
