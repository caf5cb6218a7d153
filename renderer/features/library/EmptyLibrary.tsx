import { FolderSync, Inbox, MousePointerClick, Package } from 'lucide-react';
import type { ReactNode } from 'react';
import { Button } from '../../ui/Button.tsx';
import { useMessages } from '../../ui/messages.tsx';
import { Welcome } from '../../ui/Welcome.tsx';

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
    <Welcome
      icon={Inbox}
      title={t('library.empty.title')}
      text={t('library.empty.text')}
      action={
        <Button variant="primary" size="large" icon={<Package size={18} aria-hidden />} onPress={onOpenPacks}>
          {t('library.openPacks')}
        </Button>
      }
      ways={[
        {
          icon: MousePointerClick,
          title: t('library.empty.dropTitle'),
          text: t('library.empty.drop'),
        },
        {
          icon: FolderSync,
          title: t('library.empty.watchTitle'),
          text: t('library.empty.watch'),
          action: (
            <Button size="small" onPress={onAddWatchedFolder}>
              {t('library.addWatchedFolder')}
            </Button>
          ),
        },
      ]}
      foot={t('library.empty.foot')}
    />
  );
}
