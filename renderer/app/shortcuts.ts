import type { AppState } from '../../core/settings/settings.ts';
import type { MessageKey } from '../ui/messages.tsx';
import type { WorkspaceCommand } from './workspace/shortcuts.ts';
import { shortcutText } from './workspace/shortcuts.ts';

type Platform = AppState['platform'];

export interface ShortcutGroup {
  readonly title: MessageKey;
  readonly shortcuts: readonly { readonly what: MessageKey; readonly keys: string }[];
}

const meetingCommands = [
  'nextPane',
  'nextItem',
  'previousItem',
  'toggleAgenda',
  'toggleNotes',
  'toggleProposal',
  'noteHere',
  'questionHere',
  'allNotes',
  'undo',
  'redo',
  'toLibrary',
] as const satisfies readonly WorkspaceCommand[];

/**
 * What can be done by key, as the overview shows it. The application menu (electron/windows/menu.ts) binds those of the
 * whole app and of reading, the workspace those of the meeting.
 */
export function shortcutGroups(platform: Platform): readonly ShortcutGroup[] {
  const mod = platform === 'darwin' ? '⌘' : 'Ctrl+';
  return [
    {
      title: 'app.keys.everywhere',
      shortcuts: [
        { what: 'app.keys.openPack', keys: `${mod}O` },
        { what: 'app.keys.showLibrary', keys: `${mod}L` },
        { what: 'app.keys.showSettings', keys: `${mod},` },
        { what: 'app.keys.showKeys', keys: 'F1' },
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
      title: 'app.keys.meeting',
      shortcuts: meetingCommands.map((command) => ({
        what: `app.keys.${command}`,
        keys: shortcutText(command, platform),
      })),
    },
    {
      title: 'app.keys.reading',
      shortcuts: [
        { what: 'app.keys.goToPage', keys: `${mod}G` },
        { what: 'app.keys.zoomIn', keys: `${mod}+` },
        { what: 'app.keys.zoomOut', keys: `${mod}−` },
        { what: 'app.keys.zoomWidth', keys: `${mod}0` },
        { what: 'app.keys.zoomPage', keys: `${mod}9` },
      ],
    },
  ];
}
