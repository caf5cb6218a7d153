import type { ReactNode } from 'react';
import { useState } from 'react';
import { ok } from '../../../core/errors.ts';
import type { Result } from '../../../core/errors.ts';
import type { IdentityView } from '../../../core/exchange/identityViews.ts';
import { client } from '../../client.ts';
import { Checkbox } from '../../ui/Checkbox.tsx';
import { FormDialog } from '../../ui/FormDialog.tsx';
import { useMessages } from '../../ui/messages.tsx';
import { useNewPassphrase } from '../../ui/NewPassphrase.tsx';
import { PassphraseField } from '../../ui/TextField.tsx';
import { showToast } from '../../ui/toasts.ts';
import { takeIdentity } from './useIdentity.ts';

export function ChangePassphraseDialog({
  view,
  onClose,
}: {
  view: IdentityView;
  onClose: () => void;
}): ReactNode {
  const { t } = useMessages();
  const [old, setOld] = useState('');
  const [bySystem, setBySystem] = useState(false);
  const fresh = useNewPassphrase(t('identity.newPassphrase'), t('identity.newPassphraseHint'));
  const hasOld = view.protection === 'passphrase';

  const change = async (): Promise<Result<boolean>> => {
    const chosen = bySystem ? null : fresh.check();
    if (!bySystem && chosen === null) return ok(false);
    const answer = await client.identity.changePassphrase({ old: hasOld ? old : null, fresh: chosen });
    if (!answer.ok) return answer;
    takeIdentity(answer);
    showToast({ tone: 'good', title: (words) => words.t('identity.changed') });
    return ok(true);
  };

  return (
    <FormDialog
      title={t('identity.changeTitle')}
      confirmLabel={t('identity.change')}
      canConfirm={!hasOld || old !== ''}
      run={change}
      onClose={onClose}
    >
      {hasOld && <PassphraseField label={t('identity.oldPassphrase')} value={old} onChange={setOld} />}
      {view.systemProtects && hasOld && (
        <Checkbox isSelected={bySystem} onChange={setBySystem}>
          {t('identity.useSystem')}
        </Checkbox>
      )}
      {!bySystem && fresh.fields}
    </FormDialog>
  );
}
