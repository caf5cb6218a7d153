// A window with pdf.js and its find controller; searches, and prints one line of JSON.
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { app, BrowserWindow, net, protocol } from 'electron';

const task = JSON.parse(process.env.BENCH_TASK ?? '{}');
app.setPath('userData', task.profile);
protocol.registerSchemesAsPrivileged([
  { scheme: 'app', privileges: { standard: true, secure: true, supportFetchAPI: true, stream: true } },
]);

function fileFor(pathname) {
  if (pathname === '/measured.pdf') return task.file;
  if (pathname.startsWith('/pdfjs/')) return path.join(task.pdfjs, pathname.slice('/pdfjs/'.length));
  return path.join(import.meta.dirname, pathname);
}

app
  .whenReady()
  .then(async () => {
    protocol.handle('app', (request) =>
      net.fetch(pathToFileURL(fileFor(new URL(request.url).pathname)).href),
    );
    const window = new BrowserWindow({ width: 1366, height: 768, useContentSize: true, show: true });
    if (task.isVerbose)
      window.webContents.on('console-message', ({ message }) => process.stderr.write(`${message}\n`));
    const load = async () => {
      await window.loadURL('app://bench/stock.html');
      while (!(await window.webContents.executeJavaScript('Boolean(window.searchWords)')))
        await new Promise((resolve) => setTimeout(resolve, 20));
    };
    await load();
    const textMs = await window.webContents.executeJavaScript('window.opened.then(() => readText())');
    // In a page of its own: nothing of what was read is kept.
    await load();
    const ask = (words) =>
      window.webContents.executeJavaScript(`window.opened.then(() => searchWords(${JSON.stringify(words)}))`);
    const { firstMs, allMs, hits } = await ask(task.query);
    const again = await ask(task.otherQuery);
    const measured = { textMs, firstMs, allMs, hits, againFirstMs: again.firstMs, againAllMs: again.allMs };
    process.stdout.write(`BENCH ${JSON.stringify(measured)}\n`);
    app.exit(0);
  })
  .catch((error) => {
    process.stderr.write(`${error.stack}\n`);
    app.exit(1);
  });
