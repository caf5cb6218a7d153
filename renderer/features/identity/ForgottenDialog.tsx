import type { ReactNode } from 'react';
import { ok } from '../../../core/errors.ts';
import type { Result } from '../../../core/errors.ts';
import type { IdentityView } from '../../../core/exchange/identityViews.ts';
import { client } from '../../client.ts';
import { FormDialog } from '../../ui/FormDialog.tsx';
import { useMessages } from '../../ui/messages.tsx';
import { useNewPassphrase } from '../../ui/NewPassphrase.tsx';
import { showToast } from '../../ui/toasts.ts';
import { takeIdentity } from './useIdentity.ts';
import './identity.css';

const lost = [
  'identity.forgotLost.sealed',
  'identity.forgotLost.notes',
  'identity.forgotLost.office',
] as const;
const kept = ['identity.forgotKept.text', 'identity.forgotKept.aside'] as const;

/** What is lost with the passphrase, what is not, and the way on. */
export function ForgottenDialog({ view, onClose }: { view: IdentityView; onClose: () => void }): ReactNode {
  const { t } = useMessages();
  const fresh = useNewPassphrase(t('identity.newPassphrase'), t('identity.newPassphraseHint'));
  const begin = async (): Promise<Result<boolean>> => {
    const chosen = view.systemProtects ? null : fresh.check();
    if (!view.systemProtects && chosen === null) return ok(false);
    const answer = await client.identity.startAnew({ passphrase: chosen });
    if (!answer.ok) return answer;
    takeIdentity(answer);
    showToast({ tone: 'info', title: (words) => words.t('identity.forgotDone') });
    return ok(true);
  };
  return (
    <FormDialog
      title={t('identity.forgotTitle')}
      confirmLabel={t('identity.forgotConfirm')}
      isDanger
      run={begin}
      onClose={onClose}
    >
      <div className="identity-lists">
        <h3>{t('identity.forgotLost')}</h3>
        <ul>
          {lost.map((key) => (
            <li key={key}>{t(key)}</li>
          ))}
        </ul>
        <h3>{t('identity.forgotKept')}</h3>
        <ul>
          {kept.map((key) => (
            <li key={key}>{t(key)}</li>
          ))}
        </ul>
      </div>
      {!view.systemProtects && fresh.fields}
    </FormDialog>
  );
}
