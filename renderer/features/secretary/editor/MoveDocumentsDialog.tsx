import type { ReactNode } from 'react';
import { useState } from 'react';
import { ListBox, ListBoxItem } from 'react-aria-components/ListBox';
import { foldText } from '../../../../core/find/foldText.ts';
import { Button } from '../../../ui/Button.tsx';
import { Dialog } from '../../../ui/Dialog.tsx';
import { useMessages } from '../../../ui/messages.tsx';
import { SearchField } from '../../../ui/TextField.tsx';
import { agendaLines } from '../agenda/agendaLines.ts';
import { useDraft } from '../session/useDraft.ts';
import { useEditor } from './useEditor.ts';

/** Documents go to another item, found by its number or words of its title. */
export function MoveDocumentsDialog({
  documentIds,
  onClose,
}: {
  documentIds: readonly string[];
  onClose: () => void;
}): ReactNode {
  const { t } = useMessages();
  const model = useEditor();
  const items = useDraft((draft) => draft.items);
  const [typed, setTyped] = useState('');
  const [chosen, setChosen] = useState<string | null>(null);
  const words = foldText(typed).text;
  const lines = agendaLines(items).filter(({ item }) =>
    foldText(`${item.number ?? ''} ${item.title}`).text.includes(words),
  );
  const move = (itemId: string): void => {
    onClose();
    void model.moveDocuments(documentIds, itemId);
  };
  return (
    <Dialog
      title={t('secretary.moveDocuments.title', { count: documentIds.length })}
      isOpen
      onClose={onClose}
      actions={
        <>
          <Button onPress={onClose}>{t('ui.cancel')}</Button>
          <Button
            variant="primary"
            isDisabled={chosen === null}
            onPress={() => chosen !== null && move(chosen)}
          >
            {t('secretary.moveDocuments.do')}
          </Button>
        </>
      }
    >
      <div className="sec-dialog">
        <SearchField label={t('secretary.moveDocuments.find')} value={typed} onChange={setTyped} autoFocus />
        <ListBox
          className="sec-choose-item"
          aria-label={t('agenda.title')}
          selectionMode="single"
          selectedKeys={chosen === null ? [] : [chosen]}
          onSelectionChange={(keys) => setChosen(keys === 'all' ? null : String([...keys][0] ?? '') || null)}
          onAction={(key) => move(String(key))}
          renderEmptyState={() => <p className="sec-dialog__note">{t('secretary.moveDocuments.none')}</p>}
        >
          {lines.map(({ item, level }) => (
            <ListBoxItem
              key={item.id}
              id={item.id}
              textValue={item.title}
              className="ui-listbox__item"
              style={{ paddingInlineStart: `${8 + level * 18}px` }}
            >
              <span className="sec-choose-item__number">{item.number}</span>
              <span className="ui-listbox__label">{item.title}</span>
            </ListBoxItem>
          ))}
        </ListBox>
      </div>
    </Dialog>
  );
}
