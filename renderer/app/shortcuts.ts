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

const viewWords = {
  back: 'views.back',
  forward: 'views.forward',
  otherSide: 'views.switchSide',
  swapSides: 'views.swapSides',
  closeOtherSide: 'views.closeOther',
  linkSides: 'views.linkScrolling',
  fullScreen: 'views.fullScreen',
} as const satisfies Partial<Record<WorkspaceCommand, MessageKey>>;
const viewCommands = [
  'back',
  'forward',
  'otherSide',
  'swapSides',
  'closeOtherSide',
  'linkSides',
  'fullScreen',
] as const;

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
      title: 'views.keys.title',
      shortcuts: [
        ...viewCommands.map((command) => ({
          what: viewWords[command],
          keys: shortcutText(command, platform),
        })),
        { what: 'views.keys.openBeside' as const, keys: `${mod}Enter` },
        { what: 'views.keys.screens' as const, keys: 'PageDown' },
        { what: 'views.keys.turnPages' as const, keys: 'R' },
        { what: 'views.keys.tools' as const, keys: 'H' },
      ],
    },
    {
      title: 'app.keys.reading',
      shortcuts: [
        { what: 'find.keys.open', keys: `${mod}F` },
        { what: 'find.next', keys: 'F3' },
        { what: 'find.previous', keys: shortcutText('findPrevious', platform) },
        { what: 'app.keys.goToPage', keys: `${mod}G` },
        { what: 'textView.toggle', keys: shortcutText('toggleTextView', platform) },
        { what: 'app.keys.zoomIn', keys: `${mod}+` },
        { what: 'app.keys.zoomOut', keys: `${mod}−` },
        { what: 'app.keys.zoomWidth', keys: `${mod}0` },
        { what: 'app.keys.zoomPage', keys: `${mod}9` },
      ],
    },
  ];
}
