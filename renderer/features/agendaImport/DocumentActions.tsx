import {
  Check,
  CornerDownRight,
  EllipsisVertical,
  FilePlus2,
  MoveRight,
  Scissors,
  Trash2,
} from 'lucide-react';
import type { ReactNode } from 'react';
import type { ProposedDocument } from '../../../core/agendaImport/proposal.ts';
import type { Place } from '../../../core/agendaImport/reviewEdits.ts';
import {
  certaintyWord,
  confirmDocument,
  leaveOut,
  moveDocument,
  splitOff,
  withItem,
} from '../../../core/agendaImport/reviewEdits.ts';
import { Button } from '../../ui/Button.tsx';
import { IconButton } from '../../ui/IconButton.tsx';
import { Menu, MenuItem, MenuSeparator } from '../../ui/Menu.tsx';
import { useMessages } from '../../ui/messages.tsx';
import { useReview } from './useReview.ts';
import { useReviewWords } from './useReviewWords.ts';

/** Where a document can go, and what else can be done with it. */
export function DocumentActions({
  document,
  place,
}: {
  document: ProposedDocument;
  place: Place;
}): ReactNode {
  const { t } = useMessages();
  const words = useReviewWords();
  const { proposal, existing, change, showPages } = useReview();
  const { id, title } = document;
  const file = proposal.files.find(({ sha256 }) => sha256 === document.file);
  const others = existing.filter((item) => proposal.items.every((one) => one.id !== item.id));
  return (
    <div className="imp-document__actions">
      {place !== null && certaintyWord(document) === 'check' && (
        <IconButton
          size="small"
          label={t('agendaImport.confirm', { title })}
          icon={<Check size={16} aria-hidden />}
          onPress={() => change((now) => confirmDocument(now, id))}
        />
      )}
      <Menu
        label={t('agendaImport.moveTo', { title })}
        trigger={
          <Button
            size="small"
            variant={place === null ? 'secondary' : 'quiet'}
            icon={<MoveRight size={15} aria-hidden />}
            aria-label={t('agendaImport.moveTo', { title })}
          >
            {t('agendaImport.move')}
          </Button>
        }
      >
        <MenuItem
          icon={<FilePlus2 size={16} aria-hidden />}
          onAction={() => change((now) => splitOff(now, [id], { id: crypto.randomUUID(), title }))}
        >
          {t('agendaImport.toNewItem')}
        </MenuItem>
        <MenuSeparator />
        {proposal.items.map((item) => (
          <MenuItem
            key={item.id}
            isDisabled={item.id === place}
            onAction={() => change((now) => moveDocument(now, id, item.id))}
          >
            {words.itemName(item)}
          </MenuItem>
        ))}
        {others.map((item) => (
          <MenuItem
            key={item.id}
            icon={<CornerDownRight size={16} aria-hidden />}
            onAction={() =>
              change((now) => moveDocument(withItem(now, { ...item, documents: [] }), id, item.id))
            }
          >
            {t('agendaImport.inDraft', { item: words.itemName(item) })}
          </MenuItem>
        ))}
      </Menu>
      <Menu
        label={t('agendaImport.more', { title })}
        trigger={
          <IconButton
            size="small"
            label={t('agendaImport.more', { title })}
            icon={<EllipsisVertical size={16} aria-hidden />}
          />
        }
      >
        {(file?.pageCount ?? 0) > 1 && (
          <MenuItem icon={<Scissors size={16} aria-hidden />} onAction={() => showPages(document.file)}>
            {t('agendaImport.setCuts')}
          </MenuItem>
        )}
        {place !== null && (
          <MenuItem onAction={() => change((now) => moveDocument(now, id, null))}>
            {t('agendaImport.toUnplaced')}
          </MenuItem>
        )}
        <MenuItem
          isDanger
          icon={<Trash2 size={16} aria-hidden />}
          onAction={() => change((now) => leaveOut(now, id))}
        >
          {t('agendaImport.leaveOut')}
        </MenuItem>
      </Menu>
    </div>
  );
}
