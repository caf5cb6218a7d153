import { Columns2, Maximize, Minimize } from 'lucide-react';
import { useMemo } from 'react';
import type { AppState } from '../../../../core/settings/settings.ts';
import type { ReaderViewCommand } from '../../../features/reader/readerTypes.ts';
import { useLatest } from '../../../features/reader/session/useLatest.ts';
import { useMessages } from '../../../ui/messages.tsx';
import { shortcutText } from '../shortcuts.ts';
import type { CommandHandlers } from '../shortcuts.ts';

/** What the workspace adds to the reader's view menu. */
export function useViewCommands(
  handlers: CommandHandlers,
  { isFullScreen, isSplit }: { readonly isFullScreen: boolean; readonly isSplit: boolean },
  platform: AppState['platform'],
): readonly ReaderViewCommand[] {
  const { t } = useMessages();
  const latest = useLatest(handlers);
  return useMemo(
    () => [
      {
        id: 'otherSide',
        label: t(isSplit ? 'views.switchSide' : 'views.openBeside'),
        shortcut: shortcutText('otherSide', platform),
        icon: <Columns2 size={16} aria-hidden />,
        run: () => latest.current.otherSide(),
      },
      {
        id: 'fullScreen',
        label: t(isFullScreen ? 'views.leaveFullScreen' : 'views.fullScreen'),
        shortcut: shortcutText('fullScreen', platform),
        icon: isFullScreen ? <Minimize size={16} aria-hidden /> : <Maximize size={16} aria-hidden />,
        run: () => latest.current.fullScreen(),
      },
    ],
    [t, latest, isFullScreen, isSplit, platform],
  );
}
