import { BrowserWindow, session, type PrintToPDFOptions } from 'electron';
import { appHost } from '../protocol/appOrigin.ts';

const address = `app://${appHost}/converted`;
const patienceMs = 60_000;
let last = 0;

/**
 * A tagged PDF of a page that we wrote, drawn in a window that nobody sees: no scripts, no
 * network, a session of its own that ends with it. Null when it takes too long or cannot be drawn.
 */
export async function drawnPage(
  html: string,
  options: Pick<PrintToPDFOptions, 'generateDocumentOutline' | 'printBackground'> = {},
): Promise<Uint8Array | null> {
  const own = session.fromPartition(`converted-${(last += 1)}`, { cache: false });
  own.setPermissionRequestHandler((_contents, _permission, answer) => answer(false));
  own.setPermissionCheckHandler(() => false);
  own.webRequest.onBeforeRequest(({ url }, answer) =>
    answer({ cancel: url !== address && !url.startsWith('data:image/') }),
  );
  own.protocol.handle(
    'app',
    () => new Response(html, { headers: { 'Content-Type': 'text/html; charset=utf-8' } }),
  );
  const window = new BrowserWindow({
    show: false,
    webPreferences: { session: own, sandbox: true, contextIsolation: true, javascript: false, images: true },
  });
  try {
    const drawn = window
      .loadURL(address)
      .then(() =>
        window.webContents.printToPDF({ preferCSSPageSize: true, generateTaggedPDF: true, ...options }),
      );
    return await Promise.race([drawn, tooLong()]);
  } catch {
    // A page that cannot be drawn is made plainly instead, and said to be.
    return null;
  } finally {
    window.destroy();
    await own.clearStorageData();
  }
}

const tooLong = (): Promise<null> =>
  new Promise((resolve) => setTimeout(() => resolve(null), patienceMs).unref());
