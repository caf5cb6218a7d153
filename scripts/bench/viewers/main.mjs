// A window of its own for measuring: serves one viewer and one file, does the work, prints one line of JSON.
import fs from 'node:fs';
import path from 'node:path';
import { app, BrowserWindow, protocol } from 'electron';

const task = JSON.parse(process.env.BENCH_TASK ?? '{}');
const types = {
  '.html': 'text/html',
  '.js': 'text/javascript',
  '.mjs': 'text/javascript',
  '.css': 'text/css',
  '.wasm': 'application/wasm',
  '.woff2': 'font/woff2',
  '.pdf': 'application/pdf',
};

/** Answered by this process. Not a scheme of our own: only over http(s) does pdf.js read a file in ranges and streams. */
const origin = 'https://bench.invalid';

app.setPath('userData', task.profile);
/** `/pdfjs/…` is the package, `/documents/…` the measured file, the rest the built pages. */
function fileFor(pathname) {
  if (pathname.startsWith('/documents/')) return task.file;
  if (pathname.startsWith('/pdfjs/')) return path.join(task.pdfjs, pathname.slice('/pdfjs/'.length));
  return path.join(task.pages, pathname);
}

function answer(request) {
  const file = fileFor(new URL(request.url).pathname);
  if (!fs.existsSync(file)) return new Response('', { status: 404 });
  const type = types[path.extname(file)] ?? 'application/octet-stream';
  const { size } = fs.statSync(file);
  const range = /^bytes=(\d+)-(\d*)$/.exec(request.headers.get('range') ?? '');
  const from = Number(range?.[1] ?? 0);
  const to = range?.[2] ? Math.min(size - 1, Number(range[2])) : size - 1;
  const bytes = Buffer.alloc(to - from + 1);
  const descriptor = fs.openSync(file, 'r');
  fs.readSync(descriptor, bytes, 0, bytes.length, from);
  fs.closeSync(descriptor);
  const headers = { 'Content-Type': type, 'Content-Length': String(bytes.length), 'Accept-Ranges': 'bytes' };
  if (!range) return new Response(bytes, { headers });
  return new Response(bytes, {
    status: 206,
    headers: { ...headers, 'Content-Range': `bytes ${from}-${to}/${size}` },
  });
}

/** Megabytes of resident memory: of the page's process, and of all processes of the app. */
function memory() {
  const sizes = app
    .getAppMetrics()
    .map(({ type, memory: { workingSetSize } }) => ({ type, mb: workingSetSize / 1024 }));
  const sum = (list) => list.reduce((total, { mb }) => total + mb, 0);
  return { page: sum(sizes.filter(({ type }) => type === 'Tab')), all: sum(sizes) };
}

async function measure(window) {
  const run = (code) => window.webContents.executeJavaScript(code);
  await window.loadURL(`${origin}/${task.viewer}.html`);
  while (!(await run('Boolean(window.viewer)'))) await new Promise((resolve) => setTimeout(resolve, 20));
  await new Promise((resolve) => setTimeout(resolve, 500));
  const peak = memory();
  const watch = setInterval(() => {
    const now = memory();
    peak.page = Math.max(peak.page, now.page);
    peak.all = Math.max(peak.all, now.all);
  }, 100);
  const { pageCount } = task;
  const measured = {};
  measured.firstMs = await run(`viewer.first('measured', ${pageCount})`);
  if (task.steps.includes('far'))
    measured.farMs = await run(`viewer.far(${JSON.stringify(farPages(pageCount))})`);
  if (task.steps.includes('many')) measured.manyMs = await run('viewer.many(50)');
  if (task.steps.includes('scroll')) {
    await run('viewer.far([1])');
    await new Promise((resolve) => setTimeout(resolve, 1000));
    Object.assign(measured, await run(`viewer.scroll(${task.scrollPages}, ${pageCount}, ${task.msPerPage})`));
  }
  clearInterval(watch);
  if (task.viewer === 'stock') measured.openedMs = await openedAnew(window);
  return { ...measured, peakPageMb: peak.page, peakAllMb: peak.all };
}

/** From navigating to the viewer's page with the file's name, in an empty window with a process of its own. */
async function openedAnew(before) {
  const window = newWindow();
  before.destroy();
  await window.loadURL('about:blank');
  await new Promise((resolve) => setTimeout(resolve, 1000));
  await window.loadURL(`${origin}/${task.viewer}.html?file=measured`);
  const run = (code) => window.webContents.executeJavaScript(code);
  while (!(await run('Boolean(window.opened)'))) await new Promise((resolve) => setTimeout(resolve, 20));
  return run('window.opened');
}

const newWindow = () => new BrowserWindow({ width: 1366, height: 768, useContentSize: true, show: true });

/** All over the file, none near the one before: steps of the golden ratio. */
function farPages(pageCount) {
  const shares = Array.from({ length: 15 }, (_, jump) => (0.9 + jump * 0.618) % 1);
  return shares.map((share) => Math.max(1, Math.round(pageCount * share)));
}

// Not awaited at the top level: Electron's ready event would then never come.
app
  .whenReady()
  .then(async () => {
    protocol.handle('https', answer);
    const window = newWindow();
    if (task.isVerbose)
      window.webContents.on('console-message', (event, _level, message) =>
        process.stderr.write(`${event.message ?? message}\n`),
      );
    process.stdout.write(`BENCH ${JSON.stringify(await measure(window))}\n`);
    app.exit(0);
  })
  .catch((error) => {
    process.stderr.write(`${error.stack}\n`);
    app.exit(1);
  });
