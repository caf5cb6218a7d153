import type { ReactNode } from 'react';
import { useState } from 'react';
import { ok } from '../../../core/errors.ts';
import type { Result } from '../../../core/errors.ts';
import type { SignerEntry } from '../../../core/exchange/peopleViews.ts';
import { client } from '../../client.ts';
import { FormDialog } from '../../ui/FormDialog.tsx';
import { useMessages } from '../../ui/messages.tsx';
import { useNewPassphrase } from '../../ui/NewPassphrase.tsx';
import { PassphraseField, TextField } from '../../ui/TextField.tsx';
import { showToast } from '../../ui/toasts.ts';
import { takePeople } from './usePeople.ts';

export type ListedSigner = Omit<SignerEntry, 'words'>;

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

/** Who comes into the list, or leaves it. */
export interface ListChange {
  readonly what: 'add' | 'remove';
  readonly signer: ListedSigner;
}

/** Local time as the browser's field has it, `YYYY-MM-DDTHH:MM`. */
const localNow = (): string => new Date().toLocaleString('sv-SE').slice(0, 16).replace(' ', 'T');

/** A new version of the list of signers, signed with the root's file. */
export function SignListDialog({
  listed,
  change,
  version,
  onClose,
}: {
  listed: readonly ListedSigner[];
  change: ListChange;
  version: number;
  onClose: () => void;
}): ReactNode {
  const { t } = useMessages();
  const { what, signer } = change;
  const [passphrase, setPassphrase] = useState('');
  const [from, setFrom] = useState(signer.from);
  const [to, setTo] = useState('');
  const [removed, setRemoved] = useState(localNow());
  const signers = (): ListedSigner[] =>
    what === 'add'
      ? [...listed, { ...signer, from, to: to === '' ? null : to }]
      : listed.map((each) =>
          each.key === signer.key ? { ...each, removed: new Date(removed).toISOString() } : each,
        );
  const sign = async (): Promise<Result<boolean>> => {
    const answer = await client.people.setSigners({ passphrase, signers: signers() });
    if (!answer.ok || answer.value === null) return answer.ok ? ok(false) : answer;
    takePeople(ok(answer.value));
    showToast({ tone: 'good', title: (words) => words.t('people.signed') });
    return ok(true);
  };
  const hasDates = what === 'add' ? from !== '' : removed !== '';
  return (
    <FormDialog
      title={t('people.signTitle')}
      confirmLabel={t('people.signConfirm')}
      canConfirm={passphrase !== '' && hasDates}
      run={sign}
      onClose={onClose}
    >
      <p>{t('people.signText', { version })}</p>
      {what === 'add' ? (
        <>
          <TextField label={t('people.signedFrom')} type="date" value={from} onChange={setFrom} />
          <TextField label={t('people.signedTo')} type="date" value={to} onChange={setTo} />
        </>
      ) : (
        <TextField
          label={t('people.signedRemoved')}
          description={t('people.signedRemovedHint')}
          type="datetime-local"
          value={removed}
          onChange={setRemoved}
        />
      )}
      <PassphraseField label={t('people.rootPassphrase')} value={passphrase} onChange={setPassphrase} />
    </FormDialog>
  );
}
