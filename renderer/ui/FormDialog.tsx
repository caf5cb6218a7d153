import type { ReactNode } from 'react';
import { useId, useState } from 'react';
import { Form } from 'react-aria-components/Form';
import type { BereddError, Result } from '../../core/errors.ts';
import { Button } from './Button.tsx';
import { Dialog } from './Dialog.tsx';
import { ErrorMessage } from './ErrorMessage.tsx';
import { useMessages } from './messages.tsx';
import './Section.css';

/** A form whose button does one thing that may take a moment and may fail: busy meanwhile, and what went wrong below. */
export function FormDialog({
  title,
  confirmLabel,
  busyLabel = confirmLabel,
  canConfirm = true,
  isDanger = false,
  run,
  onClose,
  children,
}: {
  title: string;
  confirmLabel: string;
  /** In its place while it works. */
  busyLabel?: string;
  canConfirm?: boolean;
  isDanger?: boolean;
  /** True when it is done and the dialog can go; false when the person chose nothing or is not done with the form. */
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
          <Button
            variant={isDanger ? 'danger' : 'primary'}
            type="submit"
            form={formId}
            isDisabled={!canConfirm}
            isPending={isBusy}
          >
            {isBusy ? busyLabel : confirmLabel}
          </Button>
        </>
      }
    >
      <Form
        id={formId}
        className="ui-form"
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
