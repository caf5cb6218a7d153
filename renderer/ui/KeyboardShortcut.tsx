import type { ReactNode } from 'react';
import './KeyboardShortcut.css';

/** `keys` is written as in menus: "Ctrl+O", or one key. */
export function KeyboardShortcut({ keys }: { keys: string }): ReactNode {
  return <kbd className="ui-shortcut">{keys}</kbd>;
}
