import type { ReactNode } from 'react';
import { useState } from 'react';
import { Form } from 'react-aria-components/Form';
import type { BereddError } from '../../../core/errors.ts';
import { client } from '../../client.ts';
import { Button } from '../../ui/Button.tsx';
import { ErrorMessage } from '../../ui/ErrorMessage.tsx';
import { useMessages } from '../../ui/messages.tsx';
import { PassphraseField } from '../../ui/TextField.tsx';
import { takeIdentity } from './useIdentity.ts';
import './identity.css';

/** The passphrase since the start, or the way on without it. */
export function UnlockForm({ onForgotten }: { onForgotten: () => void }): ReactNode {
  const { t } = useMessages();
  const [passphrase, setPassphrase] = useState('');
  const [isBusy, setIsBusy] = useState(false);
  const [error, setError] = useState<BereddError | null>(null);
  const unlock = async (): Promise<void> => {
    if (passphrase === '' || isBusy) return;
    setIsBusy(true);
    setError(null);
    const answer = await client.identity.unlock({ passphrase });
    setIsBusy(false);
    if (answer.ok) takeIdentity(answer);
    else setError(answer.error);
  };
  return (
    <Form
      className="identity-unlock ui-section__row"
      onSubmit={(event) => {
        event.preventDefault();
        void unlock();
      }}
    >
      <div className="identity-unlock__field">
        <PassphraseField
          label={t('identity.passphrase')}
          description={t('identity.lockedText')}
          value={passphrase}
          onChange={setPassphrase}
        />
        {error !== null && <ErrorMessage error={error} tone="alarm" isLive />}
      </div>
      <div className="ui-section__controls">
        <Button variant="primary" type="submit" isPending={isBusy} isDisabled={passphrase === ''}>
          {t('identity.unlock')}
        </Button>
        <Button variant="quiet" onPress={onForgotten}>
          {t('identity.forgot')}
        </Button>
      </div>
    </Form>
  );
}
