import { Menu, type BrowserWindow } from 'electron';
import { contextMenuTemplate } from './contextMenuTemplate.ts';
import type { Texts } from './texts.ts';

/** Right click. */
export function offerContextMenu(window: BrowserWindow, texts: () => Texts): void {
  window.webContents.on('context-menu', (_event, clicked) => {
    const template = contextMenuTemplate(clicked, texts());
    if (template.length > 0) Menu.buildFromTemplate(template).popup({ window });
  });
}
