import type { ReactNode } from 'react';
import { AlertDialog } from '../../ui/Dialog.tsx';
import { useMessages } from '../../ui/messages.tsx';

/** Asked before notes are marked "Till kansliet". */
export function OfficeWarning({
  title,
  isOpen,
  onConfirm,
  onClose,
}: {
  title?: string;
  isOpen: boolean;
  onConfirm: () => void;
  onClose: () => void;
}): ReactNode {
  const { t } = useMessages();
  return (
    <AlertDialog
      title={title ?? t('notes.office.title')}
      isOpen={isOpen}
      confirmLabel={t('notes.office.confirm')}
      onClose={onClose}
      onConfirm={() => {
        onClose();
        onConfirm();
      }}
    >
      <div className="note-office-warning">
        <p>{t('notes.office.warning')}</p>
        <p>{t('notes.office.nothingSent')}</p>
      </div>
    </AlertDialog>
  );
}
