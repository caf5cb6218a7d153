import { dialog, shell, type BrowserWindow } from 'electron';
import { parseAddress } from '../protocol/appOrigin.ts';
import type { Texts } from './texts.ts';

/** The host to show for a link that may be opened in the person's browser; null for every other kind of address. */
export function hostOfLink(address: string): string | null {
  const url = parseAddress(address);
  if (url === null || url.protocol !== 'https:' || url.username !== '' || url.password !== '') return null;
  return url.host;
}

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
