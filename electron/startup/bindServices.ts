import type { BrowserWindow, IpcMainInvokeEvent } from 'electron';
import type { Handlers } from '../../core/contract.ts';
import { appHandlers, type AppParts } from '../ipc/app.ts';
import { bindHandlers, type Binding } from '../ipc/bind.ts';
import { linksHandlers } from '../ipc/links.ts';
import { windowBinding } from '../ipc/windowBinding.ts';
import type { Log } from '../log/fileLog.ts';
import type { AskAboutLink } from '../windows/externalLinks.ts';
import { keepAwake } from '../windows/keepAwake.ts';
import type { Services } from './services.ts';

export { openServices } from './openServices.ts';
export { refusedServices } from './services.ts';

export interface BoundWindow {
  readonly handle: Binding<IpcMainInvokeEvent>['handle'];
  readonly window: () => BrowserWindow | null;
  readonly log: Log;
  readonly askAboutLink: AskAboutLink;
  readonly app: Omit<AppParts, 'keepAwake' | 'settings' | 'updateSettings'>;
}

/** From now on these services answer what the window asks. */
export function bindServices(services: Services, bound: BoundWindow): void {
  const { settings, updateSettings } = services;
  const handlers: Handlers = {
    ...services.handlers,
    app: appHandlers({ ...bound.app, settings, updateSettings, keepAwake }),
    links: linksHandlers(bound.askAboutLink),
  };
  const report = (channel: string, error: unknown): void => bound.log.error(channel, error);
  bindHandlers(handlers, windowBinding(bound.handle, bound.window, report));
}
