import type { MenuItemConstructorOptions } from 'electron';
import type { MenuCommand } from '../../core/contract.ts';
import type { Texts } from './texts.ts';

export interface MenuOptions {
  readonly text: Texts;
  readonly send: (command: MenuCommand) => void;
  readonly isMac: boolean;
  readonly withDeveloperTools: boolean;
  /** False while the profile is refused: there is nothing to command. */
  readonly withCommands: boolean;
}

type Item = MenuItemConstructorOptions;

/** The application menu. What it does to the document or the notes, the window carries out. */
export function menuTemplate(options: MenuOptions): Item[] {
  const { text, isMac } = options;
  const menus = [fileMenu(options), editMenu(options), viewMenu(options)];
  const help: Item = {
    label: text('shell.menu.help'),
    submenu: [commandItem(options, 'showKeys', text('shell.menu.keys'), 'F1')],
  };
  const windows: Item = { role: 'windowMenu', label: text('shell.menu.window') };
  return isMac ? [macMenu(text), ...menus, windows, help] : [...menus, help];
}

const separator: Item = { type: 'separator' };

/** The menu only shows its keys: the window handles them, because what they mean depends on where the focus is. */
function commandItem(
  { send, withCommands }: MenuOptions,
  command: MenuCommand,
  label: string,
  key?: string,
): Item {
  return {
    label,
    enabled: withCommands,
    click: () => send(command),
    ...(key === undefined ? {} : { accelerator: key, registerAccelerator: false }),
  };
}

function macMenu(text: Texts): Item {
  return {
    label: text('shell.menu.app'),
    submenu: [
      { role: 'about', label: text('shell.menu.about') },
      separator,
      { role: 'hide', label: text('shell.menu.hide') },
      { role: 'hideOthers', label: text('shell.menu.hideOthers') },
      { role: 'unhide', label: text('shell.menu.showAll') },
      separator,
      { role: 'quit', label: text('shell.menu.quit') },
    ],
  };
}

function fileMenu(options: MenuOptions): Item {
  const { text, isMac } = options;
  const end: Item = isMac
    ? { role: 'close', label: text('shell.menu.close') }
    : { role: 'quit', label: text('shell.menu.exit') };
  return {
    label: text('shell.menu.file'),
    submenu: [
      commandItem(options, 'openPack', text('shell.menu.openPack'), 'CmdOrCtrl+O'),
      commandItem(options, 'print', text('shell.menu.print'), 'CmdOrCtrl+P'),
      separator,
      commandItem(options, 'showSettings', text('shell.menu.settings'), 'CmdOrCtrl+,'),
      separator,
      end,
    ],
  };
}

function editMenu(options: MenuOptions): Item {
  const { text } = options;
  return {
    label: text('shell.menu.edit'),
    submenu: [
      commandItem(options, 'undo', text('shell.menu.undo'), 'CmdOrCtrl+Z'),
      commandItem(options, 'redo', text('shell.menu.redo'), 'CmdOrCtrl+Shift+Z'),
      separator,
      { role: 'cut', label: text('shell.menu.cut') },
      { role: 'copy', label: text('shell.menu.copy') },
      { role: 'paste', label: text('shell.menu.paste') },
      { role: 'selectAll', label: text('shell.menu.selectAll') },
      separator,
      commandItem(options, 'find', text('shell.menu.find'), 'CmdOrCtrl+F'),
    ],
  };
}

function viewMenu(options: MenuOptions): Item {
  const { text, withDeveloperTools } = options;
  const developerTools: Item[] = withDeveloperTools
    ? [separator, { role: 'toggleDevTools', label: text('shell.menu.developer') }]
    : [];
  return {
    label: text('shell.menu.view'),
    submenu: [
      commandItem(options, 'showPalette', text('shell.menu.palette'), 'CmdOrCtrl+K'),
      commandItem(options, 'showLibrary', text('shell.menu.library'), 'CmdOrCtrl+L'),
      separator,
      commandItem(options, 'toggleAgenda', text('shell.menu.agenda'), 'F7'),
      commandItem(options, 'toggleNotes', text('shell.menu.notes'), 'F8'),
      separator,
      commandItem(options, 'goToPage', text('shell.menu.goToPage'), 'CmdOrCtrl+G'),
      commandItem(options, 'zoomIn', text('shell.menu.zoomIn'), 'CmdOrCtrl+Plus'),
      commandItem(options, 'zoomOut', text('shell.menu.zoomOut'), 'CmdOrCtrl+-'),
      commandItem(options, 'zoomWidth', text('shell.menu.zoomWidth'), 'CmdOrCtrl+0'),
      commandItem(options, 'zoomPage', text('shell.menu.zoomPage'), 'CmdOrCtrl+9'),
      separator,
      { role: 'togglefullscreen', label: text('shell.menu.fullScreen') },
      ...developerTools,
    ],
  };
}
