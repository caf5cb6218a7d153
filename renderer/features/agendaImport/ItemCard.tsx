import { ArrowDown, ArrowUp, EllipsisVertical, Merge, Trash2 } from 'lucide-react';
import type { ReactNode } from 'react';
import type { ProposedItem } from '../../../core/agendaImport/proposal.ts';
import {
  changeItem,
  joinItems,
  moveDocument,
  removeItem,
  shiftItem,
} from '../../../core/agendaImport/reviewEdits.ts';
import { Badge } from '../../ui/Badge.tsx';
import { IconButton } from '../../ui/IconButton.tsx';
import { Menu, MenuItem, MenuSeparator } from '../../ui/Menu.tsx';
import { useMessages } from '../../ui/messages.tsx';
import { DocumentRow } from './DocumentRow.tsx';
import { useDocumentTarget } from './documentDrag.ts';
import { TitleField } from './TitleField.tsx';
import { useReview } from './useReview.ts';
import { useReviewWords } from './useReviewWords.ts';

/** A proposed item with its documents. One of the draft keeps its title. */
export function ItemCard({ item, above }: { item: ProposedItem; above: ProposedItem | null }): ReactNode {
  const { t } = useMessages();
  const words = useReviewWords();
  const { change, existing } = useReview();
  const isExisting = existing.some(({ id }) => id === item.id);
  const { isOver, target } = useDocumentTarget((documentId) =>
    change((now) => moveDocument(now, documentId, item.id)),
  );
  const name = words.itemName(item);
  return (
    <section
      className="imp-item"
      aria-label={name}
      data-level={item.level}
      data-target={isOver || undefined}
      {...target}
    >
      <header className="imp-item__head">
        {isExisting ? (
          <h3 className="imp-item__fixed">
            {name} <Badge>{t('agendaImport.existing')}</Badge>
          </h3>
        ) : (
          <>
            <TitleField
              className="imp-item__number"
              placeholder={t('agendaImport.number')}
              label={t('agendaImport.itemNumber', { item: name })}
              value={item.number ?? ''}
              onCommit={(number) => change((now) => changeItem(now, item.id, { number }))}
            />
            <TitleField
              className="imp-item__title"
              label={t('agendaImport.itemTitle', { item: name })}
              value={item.title}
              onCommit={(title) => change((now) => changeItem(now, item.id, { title }))}
            />
          </>
        )}
        {item.registryNumber !== null && <span className="imp-item__registry">{item.registryNumber}</span>}
        <Menu
          label={t('agendaImport.moreItem', { item: name })}
          trigger={
            <IconButton
              size="small"
              label={t('agendaImport.moreItem', { item: name })}
              icon={<EllipsisVertical size={16} aria-hidden />}
            />
          }
        >
          <MenuItem
            icon={<ArrowUp size={16} aria-hidden />}
            onAction={() => change((now) => shiftItem(now, item.id, -1))}
          >
            {t('agendaImport.itemUp')}
          </MenuItem>
          <MenuItem
            icon={<ArrowDown size={16} aria-hidden />}
            onAction={() => change((now) => shiftItem(now, item.id, 1))}
          >
            {t('agendaImport.itemDown')}
          </MenuItem>
          <MenuSeparator />
          <MenuItem
            icon={<Merge size={16} aria-hidden />}
            isDisabled={above === null || isExisting}
            onAction={() => above !== null && change((now) => joinItems(now, above.id, item.id))}
          >
            {t('agendaImport.joinAbove')}
          </MenuItem>
          <MenuItem
            isDanger
            icon={<Trash2 size={16} aria-hidden />}
            onAction={() => change((now) => removeItem(now, item.id))}
          >
            {t('agendaImport.removeItem')}
          </MenuItem>
        </Menu>
      </header>
      {item.documents.length === 0 ? (
        <p className="imp-item__empty">{t('agendaImport.noDocuments')}</p>
      ) : (
        <ul className="imp-documents">
          {item.documents.map((document) => (
            <DocumentRow key={document.id} document={document} place={item.id} />
          ))}
        </ul>
      )}
    </section>
  );
}
