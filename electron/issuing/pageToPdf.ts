import { BrowserWindow, session } from 'electron';

export type PageToPdf = (html: string) => Promise<Uint8Array>;

/**
 * Makes a tagged A4 PDF of a page of ours that loads nothing: in a hidden window without preload, script or network.
 * Title and language of the PDF are the page's.
 */
export const pageToPdf: PageToPdf = async (html) => {
  const closed = session.fromPartition(`beredd-page-${Date.now()}`, { cache: false });
  const address = `data:text/html;charset=utf-8;base64,${Buffer.from(html).toString('base64')}`;
  closed.webRequest.onBeforeRequest((request, answer) => answer({ cancel: request.url !== address }));
  closed.setPermissionRequestHandler((_contents, _permission, answer) => answer(false));
  const window = new BrowserWindow({
    show: false,
    webPreferences: {
      session: closed,
      sandbox: true,
      contextIsolation: true,
      nodeIntegration: false,
      javascript: false,
      webSecurity: true,
      devTools: false,
    },
  });
  try {
    await window.loadURL(address);
    return await window.webContents.printToPDF({
      generateTaggedPDF: true,
      generateDocumentOutline: true,
      preferCSSPageSize: true,
      printBackground: true,
    });
  } finally {
    window.destroy();
  }
};
