import { GalleryVertical, ListTree } from 'lucide-react';
import type { ReactNode } from 'react';
import { IconButton } from '../../../ui/IconButton.tsx';
import { useMessages } from '../../../ui/messages.tsx';
import type { ReaderNavigation } from './navigation.ts';
import type { NavigationState } from './useNavigation.ts';

/** In the reader's toolbar: shows and hides thumbnails and outline. */
export function NavigationToggles({
  navigation: { panel, toggle },
  shortcuts,
}: {
  navigation: NavigationState;
  shortcuts: ReaderNavigation['shortcuts'] | undefined;
}): ReactNode {
  const { t } = useMessages();
  return (
    <div className="reader-navigation-toggles" role="group" aria-label={t('navigate.panels')}>
      <IconButton
        label={t(panel === 'thumbnails' ? 'navigate.hideThumbnails' : 'navigate.showThumbnails')}
        icon={<GalleryVertical size={18} aria-hidden />}
        isPressed={panel === 'thumbnails'}
        onPress={() => toggle('thumbnails')}
        {...(shortcuts && { shortcut: shortcuts.thumbnails })}
      />
      <IconButton
        label={t(panel === 'outline' ? 'navigate.hideOutline' : 'navigate.showOutline')}
        icon={<ListTree size={18} aria-hidden />}
        isPressed={panel === 'outline'}
        onPress={() => toggle('outline')}
        {...(shortcuts && { shortcut: shortcuts.outline })}
      />
    </div>
  );
}
