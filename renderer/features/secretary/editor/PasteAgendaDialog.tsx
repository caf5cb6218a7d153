import type { ReactNode } from 'react';
import { useState } from 'react';
import { Button } from '../../../ui/Button.tsx';
import { Dialog } from '../../../ui/Dialog.tsx';
import { useMessages } from '../../../ui/messages.tsx';
import { TextArea } from '../../../ui/TextField.tsx';

/** An agenda that was written elsewhere, pasted as text, table or CSV. */
export function PasteAgendaDialog({
  onPaste,
  onClose,
}: {
  onPaste: (text: string) => void;
  onClose: () => void;
}): ReactNode {
  const { t } = useMessages();
  const [text, setText] = useState('');
  return (
    <Dialog
      title={t('secretary.paste.title')}
      isOpen
      onClose={onClose}
      actions={
        <>
          <Button onPress={onClose}>{t('ui.cancel')}</Button>
          <Button
            variant="primary"
            isDisabled={text.trim() === ''}
            onPress={() => {
              onClose();
              onPaste(text);
            }}
          >
            {t('secretary.paste.do')}
          </Button>
        </>
      }
    >
      <div className="sec-dialog">
        <TextArea
          label={t('secretary.paste.label')}
          description={t('secretary.paste.hint')}
          rows={12}
          value={text}
          onChange={setText}
          autoFocus
        />
      </div>
    </Dialog>
  );
}
