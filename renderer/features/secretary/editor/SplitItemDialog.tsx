import type { ReactNode } from 'react';
import { useState } from 'react';
import { findDraftItem } from '../../../../core/draft/agendaTree.ts';
import { Button } from '../../../ui/Button.tsx';
import { Checkbox } from '../../../ui/Checkbox.tsx';
import { Dialog } from '../../../ui/Dialog.tsx';
import { useMessages } from '../../../ui/messages.tsx';
import { TextField } from '../../../ui/TextField.tsx';
import { useDraft } from '../session/useDraft.ts';
import { useEditor } from './useEditor.ts';

/** One item becomes two: the new one's title, and which documents go with it. */
export function SplitItemDialog({ itemId, onClose }: { itemId: string; onClose: () => void }): ReactNode {
  const { t } = useMessages();
  const model = useEditor();
  const items = useDraft((draft) => draft.items);
  const item = findDraftItem(items, itemId)?.item;
  const [title, setTitle] = useState('');
  const [going, setGoing] = useState<ReadonlySet<string>>(new Set());
  if (item === undefined) return null;
  const split = async (): Promise<void> => {
    const newId = crypto.randomUUID();
    const documentIds = item.documents.filter(({ id }) => going.has(id)).map(({ id }) => id);
    onClose();
    if (await model.session.edit({ do: 'splitItem', itemId, documentIds, newId, title: title.trim() }))
      model.select(new Set([newId]));
  };
  const toggle = (id: string, isGoing: boolean): void => {
    const changed = new Set(going);
    if (isGoing) changed.add(id);
    else changed.delete(id);
    setGoing(changed);
  };
  return (
    <Dialog
      title={t('secretary.split.title', { title: item.title })}
      isOpen
      onClose={onClose}
      actions={
        <>
          <Button onPress={onClose}>{t('ui.cancel')}</Button>
          <Button variant="primary" isDisabled={title.trim() === ''} onPress={() => void split()}>
            {t('secretary.split.do')}
          </Button>
        </>
      }
    >
      <div className="sec-dialog">
        <TextField label={t('secretary.split.newTitle')} value={title} onChange={setTitle} autoFocus />
        {item.documents.length > 0 && (
          <fieldset className="sec-fieldset">
            <legend className="ui-field__label">{t('secretary.split.documents')}</legend>
            {item.documents.map((document) => (
              <Checkbox
                key={document.id}
                isSelected={going.has(document.id)}
                onChange={(isGoing) => toggle(document.id, isGoing)}
              >
                {document.title}
              </Checkbox>
            ))}
          </fieldset>
        )}
        <p className="sec-dialog__note">{t('secretary.split.note')}</p>
      </div>
    </Dialog>
  );
}
