import {
  ArrowDown,
  ArrowUp,
  Ellipsis,
  IndentDecrease,
  IndentIncrease,
  ListPlus,
  Merge,
  Split,
  Trash2,
} from 'lucide-react';
import type { ReactNode } from 'react';
import type { DraftItem } from '../../../../core/draft/draft.ts';
import { IconButton } from '../../../ui/IconButton.tsx';
import { Menu, MenuItem, MenuSeparator } from '../../../ui/Menu.tsx';
import { useMessages } from '../../../ui/messages.tsx';
import { lineOf } from '../agenda/agendaLines.ts';
import { useEditor } from '../editor/useEditor.ts';
import { useDraft } from '../session/useDraft.ts';

/** All that can be done with an item as a whole, for those who look for it in a menu. */
export function ItemMenu({ item }: { item: DraftItem }): ReactNode {
  const { t } = useMessages();
  const model = useEditor();
  const items = useDraft((draft) => draft.items);
  const line = lineOf(items, item.id);
  if (line === null) return null;
  const isFirst = line.index === 0;
  return (
    <Menu
      label={t('secretary.item.menu')}
      trigger={<IconButton label={t('secretary.item.menu')} icon={<Ellipsis size={18} aria-hidden />} />}
    >
      <MenuItem icon={<ListPlus size={15} aria-hidden />} onAction={() => void model.addItem('part')}>
        {t('secretary.item.addPart')}
      </MenuItem>
      <MenuItem
        icon={<Split size={15} aria-hidden />}
        onAction={() => model.openDialog({ name: 'split', itemId: item.id })}
      >
        {t('secretary.item.split')}
      </MenuItem>
      <MenuItem
        icon={<Merge size={15} aria-hidden />}
        isDisabled={isFirst}
        onAction={() => void model.joinWithPrevious()}
      >
        {t('secretary.item.joinPrevious')}
      </MenuItem>
      <MenuSeparator />
      <MenuItem
        icon={<ArrowUp size={15} aria-hidden />}
        shortcut="Alt+↑"
        isDisabled={isFirst}
        onAction={() => void model.move('up')}
      >
        {t('secretary.moveUp')}
      </MenuItem>
      <MenuItem
        icon={<ArrowDown size={15} aria-hidden />}
        shortcut="Alt+↓"
        isDisabled={line.index === line.siblingCount - 1}
        onAction={() => void model.move('down')}
      >
        {t('secretary.moveDown')}
      </MenuItem>
      <MenuItem
        icon={<IndentIncrease size={15} aria-hidden />}
        shortcut="Alt+→"
        isDisabled={isFirst}
        onAction={() => void model.move('in')}
      >
        {t('secretary.moveIn')}
      </MenuItem>
      <MenuItem
        icon={<IndentDecrease size={15} aria-hidden />}
        shortcut="Alt+←"
        isDisabled={line.parentId === null}
        onAction={() => void model.move('out')}
      >
        {t('secretary.moveOut')}
      </MenuItem>
      <MenuSeparator />
      <MenuItem isDanger icon={<Trash2 size={15} aria-hidden />} onAction={() => void model.remove()}>
        {t('secretary.item.remove')}
      </MenuItem>
    </Menu>
  );
}
