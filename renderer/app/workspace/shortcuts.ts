import type { AppState } from '../../../core/settings/settings.ts';
import { ariaCombination, combinationText } from '../commands/keyCombination.ts';

/**
 * Every keyboard shortcut of the workspace, in one table: used for handling keys, for the palette, the overview of keys,
 * tooltips and `aria-keyshortcuts`. `Mod` is Ctrl, on a Mac Command. The first combination of a command is the one shown;
 * one without keys stands in the palette only. What a command is called stands in commands/commandWords.ts, what it does
 * in useCommands.ts; keys of a part that has the focus in commands/partKeys.ts.
 */
export const shortcuts = {
  nextPane: ['F6'],
  previousPane: ['Shift+F6'],
  toggleAgenda: ['F7', 'Mod+B'],
  toggleNotes: ['F8', 'Mod+Alt+B'],
  nextItem: ['Alt+ArrowDown'],
  previousItem: ['Alt+ArrowUp'],
  toggleProposal: ['F9'],
  toggleTextView: ['Alt+T'],
  toggleThumbnails: ['Mod+Shift+M'],
  toggleOutline: ['Mod+Shift+O'],
  noteHere: ['Mod+Alt+N'],
  questionHere: ['Mod+Alt+Q'],
  goToPage: ['Mod+G'],
  zoomIn: ['Mod+Plus', 'Mod+='],
  zoomOut: ['Mod+-'],
  zoomWidth: ['Mod+0'],
  zoomPage: ['Mod+9'],
  find: ['Mod+F'],
  findNext: ['F3'],
  findPrevious: ['Shift+F3'],
  allNotes: ['Mod+Shift+F'],
  takeIn: ['Mod+Shift+H'],
  undo: ['Mod+Z'],
  redo: ['Mod+Shift+Z', 'Mod+Y'],
  back: ['Alt+ArrowLeft'],
  forward: ['Alt+ArrowRight'],
  otherSide: ['F4'],
  swapSides: ['Shift+F4'],
  closeOtherSide: ['Mod+F4'],
  linkSides: ['Mod+Shift+L'],
  fullScreen: ['F11'],
  print: ['Mod+P'],
  showNews: ['Mod+Shift+N'],
  prepare: ['Mod+E'],
  digest: ['Mod+Shift+E'],
  toLibrary: ['Mod+L'],
} as const satisfies Readonly<Record<string, readonly string[]>>;

export type WorkspaceCommand = keyof typeof shortcuts;
export const workspaceCommands = Object.keys(shortcuts).filter(
  (name): name is WorkspaceCommand => name in shortcuts,
);

export type CommandHandlers = Readonly<Record<WorkspaceCommand, () => void>>;

/** Left alone while something is being written: they mean something else there. */
export const notWhileWriting: ReadonlySet<WorkspaceCommand> = new Set([
  'undo',
  'redo',
  'nextItem',
  'previousItem',
  'back',
  'forward',
  'toggleTextView',
]);

type Platform = AppState['platform'];

/** "Ctrl+Shift+Z", on a Mac "⇧⌘Z". */
export const shortcutText = (command: WorkspaceCommand, platform: Platform): string =>
  combinationText(shortcuts[command][0], platform);

/** For `aria-keyshortcuts`. */
export const ariaShortcut = (command: WorkspaceCommand, platform: Platform): string =>
  ariaCombination(shortcuts[command][0], platform);
