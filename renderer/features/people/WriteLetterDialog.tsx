import type { ReactNode } from 'react';
import { useState } from 'react';
import { ok } from '../../../core/errors.ts';
import type { Result } from '../../../core/errors.ts';
import type { MeetingPeopleView, MeetingPersonRow } from '../../../core/exchange/peopleViews.ts';
import type { SigningKeyEntry } from '../../../core/issuing/issuing.ts';
import { client } from '../../client.ts';
import { Banner } from '../../ui/Banner.tsx';
import { FormDialog } from '../../ui/FormDialog.tsx';
import { useMessages } from '../../ui/messages.tsx';
import { Select } from '../../ui/Select.tsx';
import { PassphraseField } from '../../ui/TextField.tsx';
import { showToast } from '../../ui/toasts.ts';

/** One sealed item for one person: the substitute called in today. */
export function WriteLetterDialog({
  view,
  row,
  keys,
  onClose,
}: {
  view: MeetingPeopleView;
  row: MeetingPersonRow;
  keys: readonly SigningKeyEntry[];
  onClose: () => void;
}): ReactNode {
  const { t } = useMessages();
  const items = view.sealedItems.filter(({ id }) => !row.maySee.includes(id));
  const [itemId, setItemId] = useState(items[0]?.id ?? '');
  const [keyId, setKeyId] = useState(keys[0]?.keyId ?? '');
  const [passphrase, setPassphrase] = useState('');
  const needsPassphrase = keys.find((key) => key.keyId === keyId)?.needsPassphrase === true;
  const { name } = row;

  const write = async (): Promise<Result<boolean>> => {
    const answer = await client.people.writeLetter({
      meetingId: view.meetingId,
      itemId,
      member: row.member,
      keyId,
      passphrase: needsPassphrase ? passphrase : null,
    });
    if (!answer.ok || answer.value === null) return answer.ok ? ok(false) : answer;
    const { file } = answer.value;
    showToast({ tone: 'good', title: (words) => words.t('people.letterWritten', { name }), text: file });
    return ok(true);
  };

  return (
    <FormDialog
      title={t('people.letterTitle', { name })}
      confirmLabel={t('people.letterWrite')}
      canConfirm={
        row.card === 'compared' && keyId !== '' && itemId !== '' && (!needsPassphrase || passphrase !== '')
      }
      run={write}
      onClose={onClose}
    >
      <p>{t('people.letterText')}</p>
      {row.card !== 'compared' && <Banner tone="warning" title={t('people.letterNoCard')} />}
      <Select
        label={t('people.letterItem')}
        value={itemId}
        onChange={setItemId}
        choices={items.map(({ id, number, title }) => ({
          value: id,
          label: [number, title].filter(Boolean).join(' '),
        }))}
      />
      {keys.length === 0 ? (
        <Banner tone="warning" title={t('people.keysNone')} />
      ) : (
        <Select
          label={t('people.letterKey')}
          value={keyId}
          onChange={setKeyId}
          choices={keys.map((key) => ({ value: key.keyId, label: key.name }))}
        />
      )}
      {needsPassphrase && (
        <PassphraseField label={t('people.keyPassphrase')} value={passphrase} onChange={setPassphrase} />
      )}
    </FormDialog>
  );
}
