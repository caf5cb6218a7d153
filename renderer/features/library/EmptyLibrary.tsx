import { FolderSync, Inbox, MousePointerClick, Package } from 'lucide-react';
import type { ReactNode } from 'react';
import { Button } from '../../ui/Button.tsx';
import { useMessages } from '../../ui/messages.tsx';
import './emptyLibrary.css';

/** The first thing a new person sees: what Beredd needs, and the three ways to give it. */
export function EmptyLibrary({
  onOpenPacks,
  onAddWatchedFolder,
}: {
  onOpenPacks: () => void;
  onAddWatchedFolder: () => void;
}): ReactNode {
  const { t } = useMessages();
  return (
    <div className="lib-welcome">
      <span className="lib-welcome__icon">
        <Inbox size={34} strokeWidth={1.5} aria-hidden />
      </span>
      <h2 className="lib-welcome__title">{t('library.empty.title')}</h2>
      <p className="lib-welcome__text">{t('library.empty.text')}</p>
      <Button variant="primary" size="large" icon={<Package size={18} aria-hidden />} onPress={onOpenPacks}>
        {t('library.openPacks')}
      </Button>
      <ul className="lib-welcome__ways">
        <li>
          <MousePointerClick size={20} aria-hidden />
          <div>
            <h3>{t('library.empty.dropTitle')}</h3>
            <p>{t('library.empty.drop')}</p>
          </div>
        </li>
        <li>
          <FolderSync size={20} aria-hidden />
          <div>
            <h3>{t('library.empty.watchTitle')}</h3>
            <p>{t('library.empty.watch')}</p>
            <Button size="small" onPress={onAddWatchedFolder}>
              {t('library.addWatchedFolder')}
            </Button>
          </div>
        </li>
      </ul>
      <p className="lib-welcome__foot">{t('library.empty.foot')}</p>
    </div>
  );
}
