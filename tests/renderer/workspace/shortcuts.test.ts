import { describe, expect, it } from 'vitest';
import { ariaShortcut, shortcutText } from '../../../renderer/app/workspace/shortcuts.ts';

describe('shortcuts of the workspace', () => {
  it('writes combinations as people know them', () => {
    expect(shortcutText('redo', 'win32')).toBe('Ctrl+Shift+Z');
    expect(shortcutText('redo', 'darwin')).toBe('⇧⌘Z');
    expect(shortcutText('nextItem', 'linux')).toBe('Alt+↓');
    expect(shortcutText('zoomIn', 'linux')).toBe('Ctrl++');
    expect(ariaShortcut('undo', 'darwin')).toBe('Meta+Z');
  });
});
