import { GalleryVertical } from 'lucide-react';
import type { ReactNode } from 'react';
import { IconButton } from '../../../ui/IconButton.tsx';
import { useMessages } from '../../../ui/messages.tsx';
import type { ReaderNavigation } from './navigation.ts';
import type { NavigationState } from './useNavigation.ts';

/** In the reader's toolbar: shows what was last shown beside the pages, or hides it. */
export function NavigationToggle({
  navigation: { panel, lastPanel, toggle },
  shortcuts,
}: {
  navigation: NavigationState;
  shortcuts: ReaderNavigation['shortcuts'] | undefined;
}): ReactNode {
  const { t } = useMessages();
  return (
    // Of its own: where there is little room the toolbar leaves out its other buttons.
    <span className="reader-navigation-toggle">
      <IconButton
        label={t(panel === null ? 'navigate.show' : 'navigate.hide')}
        icon={<GalleryVertical size={18} aria-hidden />}
        isPressed={panel !== null}
        onPress={() => toggle(lastPanel)}
        {...(shortcuts && { shortcut: shortcuts[lastPanel] })}
      />
    </span>
  );
}
