import { dialog, shell, type BrowserWindow } from 'electron';
import { hostOfLink } from './allowedAddresses.ts';
import type { Texts } from './texts.ts';

/** Asks, showing the host, before a link leaves the app. One question at a time. */
export function linkAsker(window: () => BrowserWindow | null, texts: () => Texts): (address: string) => void {
  let isAsking = false;
  const ask = async (address: string, host: string, owner: BrowserWindow): Promise<void> => {
    const text = texts();
    const { response } = await dialog.showMessageBox(owner, {
      type: 'question',
      message: text('shell.link.question', { host }),
      detail: address.slice(0, 300),
      buttons: [text('shell.link.open'), text('shell.cancel')],
      defaultId: 1,
      cancelId: 1,
      noLink: true,
    });
    if (response === 0) await shell.openExternal(address);
  };
  return (address) => {
    const host = hostOfLink(address);
    const owner = window();
    if (host === null || owner === null || isAsking) return;
    isAsking = true;
    void ask(address, host, owner).finally(() => (isAsking = false));
  };
}
