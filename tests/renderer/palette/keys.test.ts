import type { MenuItemConstructorOptions } from 'electron';
import { describe, expect, it } from 'vitest';
import { menuTemplate } from '../../../electron/windows/menu.ts';
import { textsIn } from '../../../electron/windows/texts.ts';
import { appCommands, appShortcuts } from '../../../renderer/app/commands/appShortcuts.ts';
import { commandWords } from '../../../renderer/app/commands/commandWords.ts';
import type { KeyPress } from '../../../renderer/app/commands/keyCombination.ts';
import { combinationText, fits } from '../../../renderer/app/commands/keyCombination.ts';
import { keyOverview, searchOverview } from '../../../renderer/app/commands/keyOverview.ts';
import type { KeyPart } from '../../../renderer/app/commands/partKeys.ts';
import { keyParts, partKeys } from '../../../renderer/app/commands/partKeys.ts';
import {
  draftCommandWords,
  draftCommands,
  draftShortcuts,
  notWhileWriting,
} from '../../../renderer/app/secretary/draftShortcuts.ts';
import { shortcuts, workspaceCommands } from '../../../renderer/app/workspace/shortcuts.ts';
import { messagesFor } from '../../../renderer/ui/messages.tsx';

const press = (key: string, more: Partial<KeyPress> = {}): KeyPress => ({
  key,
  code: '',
  ctrlKey: false,
  metaKey: false,
  altKey: false,
  shiftKey: false,
  getModifierState: () => false,
  ...more,
});

/** Parts of which two may have the focus at once, or one within the other. */
const focusedTogether: readonly (readonly KeyPart[])[] = [
  ['library'],
  ['agenda'],
  ['pages', 'selection', 'ruler'],
  // With a tool that draws nothing is selected.
  ['pages', 'pageTools', 'ruler'],
  ['drawn'],
  ['pages', 'selection', 'ruler', 'compare'],
  ['navigation'],
  ['noteCard'],
  ['noteText'],
  ['findBar'],
  ['aloud'],
];

/** Parts of the secretary's editor: it has commands of its own. */
const draftParts: readonly KeyPart[] = ['draftAgenda', 'decisionPoints', 'draftDocuments'];
/** The desk, where no command of a meeting is. */
const deskParts: readonly KeyPart[] = ['preparation'];

const repeated = (keys: readonly string[]): readonly string[] =>
  keys.filter((key, index) => keys.indexOf(key) !== index);

describe('keys', () => {
  it('mean one thing in a meeting, whatever part has the focus', () => {
    const everywhere = [
      ...workspaceCommands.flatMap((command) => [...shortcuts[command]]),
      // A command of the meeting with the same name takes the place of the app's.
      ...appCommands.flatMap((command) => (command in shortcuts ? [] : [...appShortcuts[command]])),
    ];
    for (const parts of focusedTogether) {
      const ofParts = parts.flatMap((part) => partKeys[part].flatMap(({ keys }) => [...keys]));
      expect(repeated([...everywhere, ...ofParts]), parts.join()).toEqual([]);
    }
    expect([...new Set(focusedTogether.flat()), ...draftParts, ...deskParts].toSorted()).toEqual(
      [...keyParts].toSorted(),
    );
  });

  it('mean one thing at the desk', () => {
    const ofApp = appCommands.flatMap((command) => [...appShortcuts[command]]);
    const ofDesk = deskParts.flatMap((part) => partKeys[part].flatMap(({ keys }) => [...keys]));
    expect(repeated([...ofApp, ...ofDesk])).toEqual([]);
  });

  it('mean one thing in a draft, whatever part has the focus', () => {
    const ofApp = appCommands.flatMap((command) => [...appShortcuts[command]]);
    const ofDraft = draftCommands.flatMap((command) => [...draftShortcuts[command]]);
    const inAgenda = partKeys.draftAgenda.flatMap(({ keys }) => [...keys]);
    expect(repeated([...ofApp, ...ofDraft, ...inAgenda])).toEqual([]);
    // A point is written in, and a document moves itself: what moves items is left out there.
    const whileWriting = draftCommands
      .filter((command) => !notWhileWriting.has(command))
      .flatMap((command) => [...draftShortcuts[command]]);
    for (const part of ['decisionPoints', 'draftDocuments'] as const) {
      const keys = partKeys[part].flatMap((each) => [...each.keys]);
      expect(repeated([...ofApp, ...whileWriting, ...keys]), part).toEqual([]);
    }
  });

  it('mean one thing in the library', () => {
    const keys = appCommands.flatMap((command) => [...appShortcuts[command]]);
    expect(repeated([...keys, ...partKeys.library.flatMap((key) => [...key.keys])])).toEqual([]);
  });

  it('are those that the menu shows', () => {
    const inWindow = { ...appShortcuts, ...shortcuts };
    const menu = menuTemplate({
      text: textsIn('sv'),
      send: () => {},
      isMac: false,
      withDeveloperTools: false,
      withCommands: true,
    });
    const shown = itemsOf(menu).flatMap(({ accelerator, registerAccelerator }) =>
      accelerator === undefined
        ? []
        : [{ key: accelerator.replace('CmdOrCtrl', 'Mod'), registerAccelerator }],
    );
    expect(shown.length).toBeGreaterThan(10);
    const known = new Set<string>(Object.values(inWindow).map(([first]) => first ?? ''));
    for (const { key, registerAccelerator } of shown) {
      expect(known, key).toContain(key);
      // The window carries them out; twice would undo what a toggle did.
      expect(registerAccelerator).toBe(false);
    }
  });

  it('all have a name', () => {
    for (const command of [...appCommands, ...workspaceCommands, ...draftCommands])
      expect({ ...commandWords, ...draftCommandWords }).toHaveProperty(command);
  });
});

const itemsOf = (template: readonly MenuItemConstructorOptions[]): readonly MenuItemConstructorOptions[] =>
  template.flatMap((item) => [item, ...(Array.isArray(item.submenu) ? itemsOf(item.submenu) : [])]);

describe('a combination', () => {
  it('takes Command for Ctrl on a Mac, and letters by their place when Alt changes them', () => {
    const altB = press('∫', { code: 'KeyB', metaKey: true, altKey: true });
    expect(fits(altB, 'Mod+Alt+B', 'darwin')).toBe(true);
    expect(fits(press('b', { ctrlKey: true }), 'Mod+B', 'darwin')).toBe(false);
    expect(fits(press('b', { ctrlKey: true }), 'Mod+B', 'linux')).toBe(true);
  });

  it('never takes AltGr for Ctrl and Alt', () => {
    const altGr = press('n', { ctrlKey: true, altKey: true, getModifierState: (key) => key === 'AltGraph' });
    expect(fits(altGr, 'Mod+Alt+N', 'win32')).toBe(false);
  });

  it('takes signs as they are written, with Shift or without', () => {
    expect(fits(press('?', { shiftKey: true }), '?', 'linux')).toBe(true);
    expect(fits(press('+', { ctrlKey: true }), 'Mod+Plus', 'linux')).toBe(true);
    expect(fits(press('+', { ctrlKey: true, shiftKey: true }), 'Mod+Plus', 'linux')).toBe(true);
    expect(fits(press('F', { ctrlKey: true, shiftKey: true }), 'Mod+F', 'linux')).toBe(false);
  });

  it('is written as it is printed on the keys', () => {
    expect(combinationText('Mod+Shift+P', 'linux')).toBe('Ctrl+Shift+P');
    expect(combinationText('Mod+Alt+N', 'darwin')).toBe('⌥⌘N');
  });
});

describe('the overview of keys', () => {
  const swedish = messagesFor('sv');

  it('has every command with keys once, and every part, in both languages', () => {
    for (const messages of [swedish, messagesFor('en')]) {
      const rows = keyOverview('linux', messages).flatMap((group) => group.rows);
      const withKeys = [...appCommands, ...workspaceCommands, ...draftCommands].filter(
        (command) => Object.values({ ...appShortcuts, ...shortcuts, ...draftShortcuts }[command]).length > 0,
      );
      const ofParts = keyParts.reduce((sum, part) => sum + partKeys[part].length, 0);
      expect(rows).toHaveLength(new Set(withKeys).size + ofParts);
      for (const { what, keys } of rows) {
        expect(what).not.toBe('');
        expect(keys.length).toBeGreaterThan(0);
      }
    }
  });

  it('names keys in the language and as the computer prints them', () => {
    const keysFor = (
      platform: 'linux' | 'darwin',
      language: 'sv' | 'en',
      wanted: string,
    ): readonly string[] =>
      keyOverview(platform, messagesFor(language))
        .flatMap(({ rows }) => rows)
        .flatMap(({ what, keys }) => (what === wanted ? [...keys] : []));
    expect(keysFor('linux', 'sv', 'En skärm framåt')).toEqual(['Page Down', 'Mellanslag']);
    expect(keysFor('linux', 'en', 'One screen on')).toEqual(['Page Down', 'Space']);
    expect(keysFor('darwin', 'sv', 'Gå till eller gör')).toEqual(['⌘K', '⇧⌘P']);
  });

  it('is searched by name, other words and keys', () => {
    const found = (typed: string): readonly string[] =>
      searchOverview(keyOverview('linux', swedish), typed, swedish).flatMap(({ rows }) =>
        rows.map(({ what }) => what),
      );
    expect(found('hitta ord')).toEqual(['Sök']);
    expect(found('ctrl+g')).toEqual(['Gå till sida']);
    expect(found('finns inte')).toEqual([]);
  });
});
