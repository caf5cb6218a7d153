import { CopyPlus, Ellipsis, FilePen } from 'lucide-react';
import type { ReactNode } from 'react';
import { IconButton } from '../../ui/IconButton.tsx';
import { Menu, MenuItem } from '../../ui/Menu.tsx';
import { useMessages } from '../../ui/messages.tsx';

/** What a secretary begins from a meeting. */
export type Preparation = 'revision' | 'copy';

export function PrepareMenu({
  title,
  onPrepare,
}: {
  title: string;
  onPrepare: (from: Preparation) => void;
}): ReactNode {
  const { t } = useMessages();
  const label = t('library.cardMenu', { title });
  return (
    <Menu
      label={label}
      trigger={<IconButton size="small" label={label} icon={<Ellipsis size={16} aria-hidden />} />}
    >
      <MenuItem icon={<FilePen size={15} aria-hidden />} onAction={() => onPrepare('revision')}>
        {t('secretary.revise')}
      </MenuItem>
      <MenuItem icon={<CopyPlus size={15} aria-hidden />} onAction={() => onPrepare('copy')}>
        {t('secretary.copy')}
      </MenuItem>
    </Menu>
  );
}
