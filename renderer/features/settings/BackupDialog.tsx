import type { ReactNode } from 'react';
import { useId, useState } from 'react';
import { Form } from 'react-aria-components/Form';
import type { BereddError, Result } from '../../../core/errors.ts';
import { Button } from '../../ui/Button.tsx';
import { Dialog } from '../../ui/Dialog.tsx';
import { ErrorMessage } from '../../ui/ErrorMessage.tsx';
import { useMessages } from '../../ui/messages.tsx';

/**
 * The frame of saving and reading a backup: a form whose button leads to the system's file dialog, busy meanwhile, with
 * what went wrong below. `run` answers false when the person
 * chose no file or is not done with the form.
 */
export function BackupDialog({
  title,
  confirmLabel,
  canConfirm = true,
  run,
  onClose,
  children,
}: {
  title: string;
  confirmLabel: string;
  canConfirm?: boolean;
  /** True when it is done and the dialog can go. */
  run: () => Promise<Result<boolean>>;
  onClose: () => void;
  children: ReactNode;
}): ReactNode {
  const { t } = useMessages();
  const formId = useId();
  const [isBusy, setIsBusy] = useState(false);
  const [error, setError] = useState<BereddError | null>(null);
  const submit = async (): Promise<void> => {
    if (isBusy || !canConfirm) return;
    setIsBusy(true);
    setError(null);
    const answer = await run();
    setIsBusy(false);
    if (!answer.ok) setError(answer.error);
    else if (answer.value) onClose();
  };
  return (
    <Dialog
      title={title}
      isOpen
      onClose={onClose}
      actions={
        <>
          <Button onPress={onClose}>{t('ui.cancel')}</Button>
          <Button variant="primary" type="submit" form={formId} isDisabled={!canConfirm} isPending={isBusy}>
            {isBusy ? t('settings.backup.working') : confirmLabel}
          </Button>
        </>
      }
    >
      <Form
        id={formId}
        className="set-form"
        onSubmit={(event) => {
          event.preventDefault();
          void submit();
        }}
      >
        {children}
        {error !== null && <ErrorMessage error={error} tone="alarm" isLive />}
      </Form>
    </Dialog>
  );
}
