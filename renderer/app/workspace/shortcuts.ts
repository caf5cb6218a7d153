import type { AppState } from '../../../core/settings/settings.ts';

/**
 * Every keyboard shortcut of the workspace, in one table: used for handling keys, for tooltips and for
 * `aria-keyshortcuts`. `Mod` is Ctrl, on a Mac Command. The first combination of a command is the one shown.
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
  noteHere: ['Mod+Alt+N'],
  questionHere: ['Mod+Alt+Q'],
  find: ['Mod+F'],
  findNext: ['F3'],
  findPrevious: ['Shift+F3'],
  allNotes: ['Mod+Shift+F'],
  undo: ['Mod+Z'],
  redo: ['Mod+Shift+Z', 'Mod+Y'],
  back: ['Alt+ArrowLeft'],
  forward: ['Alt+ArrowRight'],
  otherSide: ['F4'],
  swapSides: ['Shift+F4'],
  closeOtherSide: ['Mod+F4'],
  linkSides: ['Mod+Shift+L'],
  fullScreen: ['F11'],
  toLibrary: ['Mod+L'],
} as const satisfies Readonly<Record<string, readonly string[]>>;

export type WorkspaceCommand = keyof typeof shortcuts;
export const workspaceCommands = Object.keys(shortcuts).filter(
  (name): name is WorkspaceCommand => name in shortcuts,
);

/** Left alone while something is being written: they mean something else there. */
const notWhileWriting: ReadonlySet<WorkspaceCommand> = new Set([
  'undo',
  'redo',
  'nextItem',
  'previousItem',
  'back',
  'forward',
  'toggleTextView',
]);

type Platform = AppState['platform'];

interface KeyPress {
  readonly key: string;
  readonly code: string;
  readonly ctrlKey: boolean;
  readonly metaKey: boolean;
  readonly altKey: boolean;
  readonly shiftKey: boolean;
  getModifierState(key: string): boolean;
}

/** The command a key press asks for; null when it is none of ours. */
export function commandOf(press: KeyPress, isWriting: boolean, platform: Platform): WorkspaceCommand | null {
  // AltGr arrives as Ctrl+Alt on Windows; there it writes letters and must never be taken for a command.
  if (press.getModifierState('AltGraph')) return null;
  return (
    workspaceCommands.find(
      (command) =>
        !(isWriting && notWhileWriting.has(command)) &&
        shortcuts[command].some((combination) => fits(press, combination, platform)),
    ) ?? null
  );
}

function fits(press: KeyPress, combination: string, platform: Platform): boolean {
  const parts = combination.split('+');
  const key = parts.at(-1) ?? '';
  const isMac = platform === 'darwin';
  const hasMod = parts.includes('Mod');
  return (
    (isMac ? press.metaKey : press.ctrlKey) === hasMod &&
    (isMac ? !press.ctrlKey : !press.metaKey) &&
    press.altKey === parts.includes('Alt') &&
    press.shiftKey === parts.includes('Shift') &&
    // On a Mac Alt changes the letter, so letters are told by their place on the keyboard.
    (press.key.toLowerCase() === key.toLowerCase() || press.code === `Key${key}`)
  );
}

const keyNames: Readonly<Record<string, string>> = {
  ArrowDown: '↓',
  ArrowUp: '↑',
  ArrowLeft: '←',
  ArrowRight: '→',
};

/** "Ctrl+Shift+Z", on a Mac "⇧⌘Z". */
export function shortcutText(command: WorkspaceCommand, platform: Platform): string {
  const parts = shortcuts[command][0].split('+').map((part) => keyNames[part] ?? part);
  if (platform !== 'darwin') return parts.map((part) => (part === 'Mod' ? 'Ctrl' : part)).join('+');
  const symbols: Readonly<Record<string, string>> = { Mod: '⌘', Alt: '⌥', Shift: '⇧' };
  const order = ['Alt', 'Shift', 'Mod'];
  const modifiers = order.filter((part) => parts.includes(part)).map((part) => symbols[part] ?? part);
  return [...modifiers, parts.at(-1)].join('');
}

/** For `aria-keyshortcuts`. */
export function ariaShortcut(command: WorkspaceCommand, platform: Platform): string {
  return shortcuts[command][0].replace('Mod', platform === 'darwin' ? 'Meta' : 'Control');
}
