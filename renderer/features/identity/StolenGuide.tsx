import type { ReactNode } from 'react';
import { Button } from '../../ui/Button.tsx';
import { Dialog } from '../../ui/Dialog.tsx';
import { useMessages } from '../../ui/messages.tsx';
import '../../ui/Section.css';

const steps = [
  'identity.stolen.1',
  'identity.stolen.2',
  'identity.stolen.3',
  'identity.stolen.4',
  'identity.stolen.5',
  'identity.stolen.6',
] as const;
const officeSteps = [
  'identity.stolenOffice.1',
  'identity.stolenOffice.2',
  'identity.stolenOffice.3',
  'identity.stolenOffice.4',
] as const;

/** What a stolen or lost computer means, step by step. */
export function StolenGuide({ onClose }: { onClose: () => void }): ReactNode {
  const { t } = useMessages();
  return (
    <Dialog
      title={t('identity.stolenTitle')}
      isOpen
      onClose={onClose}
      actions={
        <Button variant="primary" onPress={onClose} autoFocus>
          {t('ui.close')}
        </Button>
      }
    >
      <ol className="ui-steps">
        {steps.map((key) => (
          <li key={key}>{t(key)}</li>
        ))}
      </ol>
      <h3>{t('identity.stolenOffice')}</h3>
      <ol className="ui-steps">
        {officeSteps.map((key) => (
          <li key={key}>{t(key)}</li>
        ))}
      </ol>
    </Dialog>
  );
}
