import path from 'node:path';
import { app, type BrowserWindow } from 'electron';
import type { StartView } from '../../core/library/startView.ts';
import type { Log } from '../log/fileLog.ts';
import { serveApp } from '../protocol/appProtocol.ts';
import type { FindDocument, FindDraftFile } from '../protocol/documentResponse.ts';
import { reloadAfterCrash } from '../windows/crashedWindow.ts';
import { openMainWindow } from '../windows/mainWindow.ts';
import { guardNavigation } from '../windows/navigationGuards.ts';
import { guardedSession } from '../windows/sessionGuards.ts';
import { handOverBeforeClosing } from './quitting.ts';

/** What the window's page is answered from. */
export interface PageSources {
  /** What the page is to find in itself. */
  readonly startView: () => Promise<StartView>;
  readonly findDocument: FindDocument;
  readonly findDraftFile: FindDraftFile;
  readonly askAboutLink: (address: string) => Promise<unknown>;
}

/** The built files, beside this one in `out/main`. */
const built = path.dirname(import.meta.dirname);

/**
 * Opens the window and begins to load its page. `sources` come later: this part of the program is small, so that the
 * window's process starts at once, and the rest is read beside it.
 */
export async function openFirstWindow(sources: Promise<PageSources>, log: Log): Promise<BrowserWindow> {
  guardNavigation(app, (address) => void sources.then(({ askAboutLink }) => askAboutLink(address)));
  const session = await guardedSession(!app.isPackaged);
  serveApp(session, {
    pageFolder: path.join(built, 'renderer'),
    startView: async () => (await sources).startView(),
    findDocument: async (sha256) => (await sources).findDocument(sha256),
    findDraftFile: async (draftId, sha256) => (await sources).findDraftFile(draftId, sha256),
  });
  const window = openMainWindow({
    session,
    preload: path.join(built, 'preload/preload.cjs'),
    icon: process.platform === 'linux' ? path.join(app.getAppPath(), 'assets/icons/256x256.png') : null,
    withDeveloperTools: !app.isPackaged,
  });
  handOverBeforeClosing(window);
  reloadAfterCrash(window, (why) => log.error('window', new Error(why)));
  return window;
}
