import { describe, expect, it } from 'vitest';
import {
  ariaShortcut,
  commandOf,
  shortcuts,
  shortcutText,
  workspaceCommands,
} from '../../../renderer/app/workspace/shortcuts.ts';

const press = (key: string, more: Partial<Parameters<typeof commandOf>[0]> = {}) => ({
  key,
  code: '',
  ctrlKey: false,
  metaKey: false,
  altKey: false,
  shiftKey: false,
  getModifierState: () => false,
  ...more,
});

describe('shortcuts of the workspace', () => {
  it('gives no combination to two commands', () => {
    const all = workspaceCommands.flatMap((command) => [...shortcuts[command]]);
    expect(new Set(all).size).toBe(all.length);
  });

  it('leaves undo and arrows to the text that is being written', () => {
    expect(commandOf(press('z', { ctrlKey: true }), true, 'linux')).toBeNull();
    expect(commandOf(press('z', { ctrlKey: true }), false, 'linux')).toBe('undo');
    expect(commandOf(press('ArrowDown', { altKey: true }), true, 'linux')).toBeNull();
    expect(commandOf(press('F6'), true, 'linux')).toBe('nextPane');
  });

  it('takes Command for Ctrl on a Mac, and letters by their place', () => {
    const altB = press('∫', { code: 'KeyB', metaKey: true, altKey: true });
    expect(commandOf(altB, false, 'darwin')).toBe('toggleNotes');
    expect(commandOf(press('b', { ctrlKey: true }), false, 'darwin')).toBeNull();
  });

  it('never takes AltGr for Ctrl and Alt', () => {
    const altGr = press('n', { ctrlKey: true, altKey: true, getModifierState: (key) => key === 'AltGraph' });
    expect(commandOf(altGr, false, 'win32')).toBeNull();
  });

  it('writes combinations as people know them', () => {
    expect(shortcutText('redo', 'win32')).toBe('Ctrl+Shift+Z');
    expect(shortcutText('redo', 'darwin')).toBe('⇧⌘Z');
    expect(shortcutText('nextItem', 'linux')).toBe('Alt+↓');
    expect(ariaShortcut('undo', 'darwin')).toBe('Meta+Z');
  });
});
