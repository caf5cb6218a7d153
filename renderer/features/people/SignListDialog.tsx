import type { ReactNode } from 'react';
import { useState } from 'react';
import type { Result } from '../../../core/errors.ts';
import { ok } from '../../../core/errors.ts';
import type { MunicipalityEntry, PeopleView, SignerEntry } from '../../../core/exchange/peopleViews.ts';
import { parsePublicKeyLine } from '../../../core/pack/minisign.ts';
import { client } from '../../client.ts';
import { FormDialog } from '../../ui/FormDialog.tsx';
import { useMessages } from '../../ui/messages.tsx';
import { PassphraseField, TextField } from '../../ui/TextField.tsx';
import { showToast } from '../../ui/toasts.ts';
import { localNow } from './localNow.ts';
import { SignerBodies } from './SignerBodies.tsx';
import { takePeople } from './usePeople.ts';

export type ListedSigner = Omit<SignerEntry, 'words'>;

/** Who comes into the list, may issue something else than before, or leaves it. */
export interface ListChange {
  readonly what: 'add' | 'edit' | 'remove';
  /** An empty key is to be written: it is another computer's. */
  readonly signer: ListedSigner;
}

/** A new version of the list of signers, signed with the root's file. */
export function SignListDialog({
  municipality,
  bodies,
  change,
  onClose,
}: {
  municipality: MunicipalityEntry;
  bodies: PeopleView['bodies'];
  change: ListChange;
  onClose: () => void;
}): ReactNode {
  const { t } = useMessages();
  const { what } = change;
  const isOtherKey = change.signer.key === '';
  const [signer, setSigner] = useState(change.signer);
  const [removed, setRemoved] = useState(localNow());
  const [passphrase, setPassphrase] = useState('');
  const patch = (changed: Partial<ListedSigner>): void => setSigner((now) => ({ ...now, ...changed }));
  const listed = municipality.signers.map(({ words: _shown, ...each }) => each);
  const signers = (): readonly ListedSigner[] => {
    if (what === 'add') return [...listed, signer];
    const changed = what === 'edit' ? signer : { ...signer, removed: new Date(removed).toISOString() };
    return listed.map((each) => (each.key === signer.key ? changed : each));
  };
  const sign = async (): Promise<Result<boolean>> => {
    const answer = await client.people.setSigners({ passphrase, signers: signers() });
    if (!answer.ok || answer.value === null) return answer.ok ? ok(false) : answer;
    takePeople(ok(answer.value));
    showToast({ tone: 'good', title: (words) => words.t('people.signed') });
    return ok(true);
  };
  const keyFault = isOtherKey ? faultOf(signer.key, listed) : null;
  const isWhole =
    what === 'remove'
      ? removed !== ''
      : signer.from !== '' && signer.name.trim() !== '' && signer.bodies?.length !== 0 && signer.key !== '';
  return (
    <FormDialog
      title={t(`people.signTitle.${what}`, { name: change.signer.name })}
      confirmLabel={t('people.signConfirm')}
      canConfirm={passphrase !== '' && isWhole && keyFault === null}
      run={sign}
      onClose={onClose}
    >
      <p>{t('people.signText', { version: municipality.version + 1 })}</p>
      {isOtherKey && (
        <>
          <TextField
            label={t('people.signerKey')}
            description={t('people.signerKeyHint')}
            value={signer.key}
            onChange={(key) => patch({ key: key.trim() })}
            maxLength={100}
            autoFocus
            error={signer.key !== '' && keyFault !== null ? t(keyFault) : null}
          />
          <TextField
            label={t('people.signerName')}
            value={signer.name}
            onChange={(name) => patch({ name })}
            maxLength={200}
          />
        </>
      )}
      {what === 'remove' ? (
        <TextField
          label={t('people.signedRemoved')}
          description={t('people.signedRemovedHint')}
          type="datetime-local"
          value={removed}
          onChange={setRemoved}
        />
      ) : (
        <>
          <SignerBodies
            bodies={bodies}
            chosen={signer.bodies}
            onChange={(chosen) => patch({ bodies: chosen })}
          />
          <TextField
            label={t('people.signedFrom')}
            type="date"
            value={signer.from}
            onChange={(from) => patch({ from })}
          />
          <TextField
            label={t('people.signedTo')}
            type="date"
            value={signer.to ?? ''}
            onChange={(to) => patch({ to: to === '' ? null : to })}
          />
        </>
      )}
      <PassphraseField label={t('people.rootPassphrase')} value={passphrase} onChange={setPassphrase} />
    </FormDialog>
  );
}

function faultOf(
  key: string,
  listed: readonly ListedSigner[],
): 'people.signerKeyNone' | 'people.signerKeyListed' | null {
  if (parsePublicKeyLine(key) === null) return 'people.signerKeyNone';
  return listed.some((each) => each.key === key) ? 'people.signerKeyListed' : null;
}
