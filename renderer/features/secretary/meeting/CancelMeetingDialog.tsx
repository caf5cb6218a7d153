import { CalendarX } from 'lucide-react';
import type { ReactNode } from 'react';
import { AlertDialog } from '../../../ui/Dialog.tsx';
import { useMessages } from '../../../ui/messages.tsx';
import { useDraft, useDraftSession } from '../session/useDraft.ts';
import { AsReadersSeeIt } from './AsReadersSeeIt.tsx';

/** Cancelling is an act of its own, with what readers will see. */
export function CancelMeetingDialog({ onClose }: { onClose: () => void }): ReactNode {
  const { t } = useMessages();
  const session = useDraftSession();
  const isIssued = useDraft((draft) => draft.base !== null);
  return (
    <AlertDialog
      title={t('secretary.cancelMeeting.title')}
      isOpen
      isDanger
      onClose={onClose}
      confirmLabel={t('secretary.cancelMeeting.do')}
      onConfirm={() => {
        void session.edit({ do: 'setMeeting', patch: { state: 'cancelled' } });
        onClose();
      }}
    >
      <p>{t(isIssued ? 'secretary.cancelMeeting.text' : 'secretary.cancelMeeting.textFirst')}</p>
      <AsReadersSeeIt tone="alarm" icon={<CalendarX size={16} aria-hidden />} line={t('library.cancelled')} />
    </AlertDialog>
  );
}
