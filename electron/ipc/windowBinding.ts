import { ipcMain, type BrowserWindow, type IpcMainInvokeEvent } from 'electron';
import { isOwnPage } from '../protocol/appOrigin.ts';
import type { Binding } from './bind.ts';
import type { Emit } from './ports.ts';

type FindWindow = () => BrowserWindow | null;

/** Only the main frame of our own window, showing our own page, may ask. */
export function isTrustedSender(event: IpcMainInvokeEvent, window: BrowserWindow | null): boolean {
  const frame = event.senderFrame;
  return (
    window !== null &&
    frame !== null &&
    event.sender === window.webContents &&
    frame === window.webContents.mainFrame &&
    isOwnPage(frame.url)
  );
}

export const windowBinding = (
  window: FindWindow,
  report: Binding<IpcMainInvokeEvent>['report'],
): Binding<IpcMainInvokeEvent> => ({
  handle: (channel, listener) => {
    // Bound anew when a refused profile could be opened after all.
    ipcMain.removeHandler(channel);
    ipcMain.handle(channel, listener);
  },
  isTrusted: (event) => isTrustedSender(event, window()),
  report,
});

export const emitTo =
  (window: FindWindow): Emit =>
  (name, payload) => {
    const contents = window()?.webContents;
    if (contents !== undefined && !contents.isDestroyed()) contents.send(name, payload);
  };
