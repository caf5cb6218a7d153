import type { ReactNode } from 'react';
import { useState } from 'react';
import { Button } from '../../../ui/Button.tsx';
import { Dialog } from '../../../ui/Dialog.tsx';
import { useMessages } from '../../../ui/messages.tsx';
import { TextField } from '../../../ui/TextField.tsx';
import { showToast } from '../../../ui/toasts.ts';
import { useReportFailure } from '../../../ui/useReportFailure.ts';
import { useDraftSession } from '../session/useDraft.ts';
import { useOwnBody } from './useOwnBody.ts';

/** Keeps the agenda without its documents, to begin meetings of the same body with. */
export function TemplateDialog({ onClose }: { onClose: () => void }): ReactNode {
  const { t } = useMessages();
  const session = useDraftSession();
  const report = useReportFailure();
  const own = useOwnBody();
  const [name, setName] = useState('');
  const save = async (): Promise<void> => {
    await session.flushAll();
    const answer = await session.client.saveTemplate({ draftId: session.draftId, name: name.trim() });
    if (!answer.ok) return report(answer.error);
    onClose();
    showToast({ tone: 'good', title: t('secretary.template.saved', { name: name.trim() }) });
  };
  return (
    <Dialog
      title={t('secretary.template.title')}
      isOpen
      onClose={onClose}
      size="small"
      actions={
        <>
          <Button onPress={onClose}>{t('ui.cancel')}</Button>
          <Button
            variant="primary"
            isDisabled={own === null || name.trim() === ''}
            onPress={() => void save()}
          >
            {t('secretary.template.do')}
          </Button>
        </>
      }
    >
      <div className="sec-dialog">
        {own === null ? (
          <p>{t('secretary.template.noBody')}</p>
        ) : (
          <>
            <p>{t('secretary.template.text', { body: own.body.name })}</p>
            <TextField label={t('secretary.template.name')} value={name} onChange={setName} autoFocus />
          </>
        )}
      </div>
    </Dialog>
  );
}
