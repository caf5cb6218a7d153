import type { BrowserWindow, IpcMainInvokeEvent } from 'electron';
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
  handle: Binding<IpcMainInvokeEvent>['handle'],
  window: FindWindow,
  report: Binding<IpcMainInvokeEvent>['report'],
): Binding<IpcMainInvokeEvent> => ({
  handle,
  isTrusted: (event) => isTrustedSender(event, window()),
  report,
});

export const emitTo =
  (window: FindWindow): Emit =>
  (name, payload) => {
    const contents = window()?.webContents;
    if (contents !== undefined && !contents.isDestroyed()) contents.send(name, payload);
  };
