import { useMemo } from 'react';
import type { AppState } from '../../../core/settings/settings.ts';
import type { ReaderNavigation } from '../../features/reader/navigation/navigation.ts';
import { shortcutText } from './shortcuts.ts';
import { useWorkspaceState } from './useWorkspace.ts';
import type { Workspace } from './Workspace.ts';

const defaultWidth = 208;

/** Thumbnails or outline beside the pages: as it was left, in the next document too and after a restart. */
export function useNavigationPanel(workspace: Workspace, platform: AppState['platform']): ReaderNavigation {
  const { navigation = 'none', navigationWidth = defaultWidth } = useWorkspaceState(
    workspace,
    (state) => state.layout,
  );
  return useMemo(
    () => ({
      panel: navigation === 'none' ? null : navigation,
      width: navigationWidth,
      shortcuts: {
        thumbnails: shortcutText('toggleThumbnails', platform),
        outline: shortcutText('toggleOutline', platform),
      },
      onChange: ({ panel, width }) =>
        void workspace.keepLayout({ navigation: panel ?? 'none', navigationWidth: width }),
    }),
    [workspace, navigation, navigationWidth, platform],
  );
}
