import type { AppState } from '../../../core/settings/settings.ts';

type Platform = AppState['platform'];

export interface KeyPress {
  readonly key: string;
  readonly code: string;
  readonly ctrlKey: boolean;
  readonly metaKey: boolean;
  readonly altKey: boolean;
  readonly shiftKey: boolean;
  getModifierState(key: string): boolean;
}

const partsOf = (combination: string): readonly string[] => combination.split('+');
const keyOf = (combination: string): string => {
  const key = partsOf(combination).at(-1) ?? '';
  return key === 'Plus' ? '+' : key;
};

/** A character alone: it writes itself in a text field and searches in a list, and is a command only elsewhere. */
export const isBareCharacter = (combination: string): boolean => [...combination].length === 1;

/** Signs stand on different keys of different keyboards, with or without Shift: only the sign counts. */
const isSign = (key: string): boolean => /^[^\p{L}\p{N}]$/u.test(key);

/** Whether a key press is a combination such as `Mod+Shift+F`; `Mod` is Ctrl, on a Mac Command; `Plus` is the plus key. */
export function fits(press: KeyPress, combination: string, platform: Platform): boolean {
  // AltGr arrives as Ctrl+Alt on Windows; there it writes letters and must never be taken for a command.
  if (press.getModifierState('AltGraph')) return false;
  const parts = partsOf(combination);
  const key = keyOf(combination);
  const isMac = platform === 'darwin';
  return (
    (isMac ? press.metaKey : press.ctrlKey) === parts.includes('Mod') &&
    (isMac ? press.ctrlKey === parts.includes('Ctrl') : !press.metaKey) &&
    press.altKey === parts.includes('Alt') &&
    (isSign(key) || press.shiftKey === parts.includes('Shift')) &&
    // On a Mac Alt changes the letter, so letters are told by their place on the keyboard.
    (press.key.toLowerCase() === key.toLowerCase() || (press.altKey && press.code === `Key${key}`))
  );
}

const arrows: Readonly<Record<string, string>> = {
  ArrowDown: '↓',
  ArrowUp: '↑',
  ArrowLeft: '←',
  ArrowRight: '→',
};
const macSymbols: Readonly<Record<string, string>> = { Mod: '⌘', Ctrl: '⌃', Alt: '⌥', Shift: '⇧' };
const macOrder = ['Ctrl', 'Alt', 'Shift', 'Mod'];

/** "Ctrl+Shift+Z", on a Mac "⇧⌘Z". `nameOf` may give a key its name in the person's language. */
export function combinationText(
  combination: string,
  platform: Platform,
  nameOf: (key: string) => string | null = () => null,
): string {
  const key = keyOf(combination);
  const named = nameOf(key) ?? arrows[key] ?? key;
  const modifiers = partsOf(combination).slice(0, -1);
  if (platform === 'darwin')
    return [
      ...macOrder.filter((part) => modifiers.includes(part)).map((part) => macSymbols[part]),
      named,
    ].join('');
  return [...modifiers.map((part) => (part === 'Mod' ? 'Ctrl' : part)), named].join('+');
}

/** For `aria-keyshortcuts`. */
export const ariaCombination = (combination: string, platform: Platform): string =>
  combination.replace('Mod', platform === 'darwin' ? 'Meta' : 'Control');
