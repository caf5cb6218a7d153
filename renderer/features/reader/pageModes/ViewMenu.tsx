import { BookOpen, Check, Hand, RotateCcw, RotateCw, TextSelect } from 'lucide-react';
import type { ReactNode } from 'react';
import { useStore } from 'zustand';
import { pageModes } from '../../../../core/settings/settings.ts';
import { IconButton } from '../../../ui/IconButton.tsx';
import { Menu, MenuItem, MenuSeparator } from '../../../ui/Menu.tsx';
import { useMessages } from '../../../ui/messages.tsx';
import { pointerTool } from '../gestures/pointerTool.ts';
import type { ReaderViewCommand } from '../readerTypes.ts';
import type { PageArrangement } from '../scroll/pageSpreads.ts';
import './pageModes.css';

/** How pages are shown: their arrangement, their turning, what the pointer does, and what the owner adds. */
export function ViewMenu({
  arrangement,
  onArrangement,
  onTurn,
  commands,
}: {
  arrangement: PageArrangement;
  onArrangement: (arrangement: PageArrangement) => void;
  onTurn: (step: 1 | -1) => void;
  commands: readonly ReaderViewCommand[];
}): ReactNode {
  const { t } = useMessages();
  const tool = useStore(pointerTool);
  const check = (isChosen: boolean): ReactNode =>
    isChosen ? <Check size={16} aria-hidden /> : <span className="reader-view-menu__blank" />;
  return (
    <Menu
      label={t('views.menu')}
      trigger={<IconButton label={t('views.menu')} icon={<BookOpen size={17} aria-hidden />} />}
    >
      {pageModes.map((mode) => (
        <MenuItem
          key={mode}
          icon={check(arrangement.mode === mode)}
          onAction={() => onArrangement({ ...arrangement, mode })}
        >
          {t(`views.mode.${mode}`)}
        </MenuItem>
      ))}
      <MenuItem
        icon={check(arrangement.firstPageAlone)}
        isDisabled={arrangement.mode !== 'facing'}
        onAction={() => onArrangement({ ...arrangement, firstPageAlone: !arrangement.firstPageAlone })}
      >
        {t('views.firstPageAlone')}
      </MenuItem>
      <MenuSeparator />
      <MenuItem icon={<RotateCw size={16} aria-hidden />} shortcut="R" onAction={() => onTurn(1)}>
        {t('views.turnRight')}
      </MenuItem>
      <MenuItem icon={<RotateCcw size={16} aria-hidden />} shortcut="Shift+R" onAction={() => onTurn(-1)}>
        {t('views.turnLeft')}
      </MenuItem>
      <MenuSeparator />
      <MenuItem
        icon={tool === 'select' ? check(true) : <TextSelect size={16} aria-hidden />}
        shortcut="V"
        onAction={() => pointerTool.setState('select', true)}
      >
        {t('views.selectTool')}
      </MenuItem>
      <MenuItem
        icon={tool === 'hand' ? check(true) : <Hand size={16} aria-hidden />}
        shortcut="H"
        onAction={() => pointerTool.setState('hand', true)}
      >
        {t('views.handTool')}
      </MenuItem>
      {commands.length > 0 && <MenuSeparator />}
      {commands.map(({ id, label, shortcut, icon, run }) => (
        <MenuItem key={id} icon={icon} shortcut={shortcut} onAction={run}>
          {label}
        </MenuItem>
      ))}
    </Menu>
  );
}
