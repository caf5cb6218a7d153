import type { AppState } from '../../core/settings/settings.ts';
import type { MessageKey } from '../ui/messages.tsx';

type Platform = AppState['platform'];

export interface ShortcutGroup {
  readonly title: MessageKey;
  readonly shortcuts: readonly { readonly what: MessageKey; readonly keys: string }[];
}

const modifier = (platform: Platform): string => (platform === 'darwin' ? '⌘' : 'Ctrl+');

/** What can be done by key, as the overview shows it. The keys themselves are bound by the menu and by each screen. */
export function shortcutGroups(platform: Platform): readonly ShortcutGroup[] {
  const mod = modifier(platform);
  return [
    {
      title: 'app.keys.everywhere',
      shortcuts: [
        { what: 'app.keys.openPack', keys: `${mod}O` },
        { what: 'app.keys.showLibrary', keys: `${mod}L` },
        { what: 'app.keys.showSettings', keys: `${mod},` },
        { what: 'app.keys.undo', keys: `${mod}Z` },
        { what: 'app.keys.redo', keys: platform === 'win32' ? `${mod}Y` : `${mod}Shift+Z` },
      ],
    },
    {
      title: 'app.keys.library',
      shortcuts: [
        { what: 'app.keys.move', keys: '↑ ↓' },
        { what: 'app.keys.open', keys: 'Enter' },
      ],
    },
    {
      title: 'app.keys.reading',
      shortcuts: [
        { what: 'app.keys.goToPage', keys: `${mod}G` },
        { what: 'app.keys.zoomIn', keys: `${mod}+` },
        { what: 'app.keys.zoomOut', keys: `${mod}−` },
        { what: 'app.keys.zoomWidth', keys: `${mod}0` },
      ],
    },
  ];
}
