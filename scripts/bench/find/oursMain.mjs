// Starts the built find process as the app does, searches, and prints one line of JSON.
import fs from 'node:fs';
import path from 'node:path';
import { app, utilityProcess } from 'electron';

const task = JSON.parse(process.env.BENCH_TASK ?? '{}');
app.setPath('userData', task.profile);
const assets = path.join(task.built, 'renderer/assets');
const wasm = fs.readdirSync(assets).find((name) => /^pdfium.*\.wasm$/.test(name));
const document = {
  sha256: 'a'.repeat(64),
  path: task.file,
  isPdf: true,
  fromPage: 1,
  pageCount: task.pageCount,
};

function start() {
  const child = utilityProcess.fork(path.join(task.built, 'processes/findProcess.js'));
  child.postMessage({
    kind: 'begin',
    wasmFile: path.join(assets, wasm),
    folder: path.join(task.texts, 'text'),
    documentsFolder: task.texts,
    version: 'bench',
    skipped: [],
  });
  return child;
}

/** Milliseconds until the first hits are told, and until all are; and how many there are. Without words: only reads. */
function search(child, words) {
  const begun = performance.now();
  return new Promise((resolve) => {
    let firstMs = null;
    let hits = 0;
    const onMessage = ({ kind, found }) => {
      if (kind !== 'found' || found.search !== String(words)) return;
      hits += found.hits.length / 4;
      if (hits > 0) firstMs ??= performance.now() - begun;
      if (!found.isDone) return;
      child.off('message', onMessage);
      resolve({ firstMs, allMs: performance.now() - begun, hits });
    };
    child.on('message', onMessage);
    const asked = words === null ? null : { words, matchesCase: false, wholeWords: false };
    const request = {
      kind: 'search',
      search: String(words),
      words: asked,
      documents: [document],
      startAt: 0,
    };
    child.postMessage(request);
  });
}

/** Milliseconds a line takes while the process reads. */
function line(child) {
  const begun = performance.now();
  return new Promise((resolve) => {
    const onMessage = ({ kind }) => {
      if (kind !== 'lines') return;
      child.off('message', onMessage);
      resolve(performance.now() - begun);
    };
    child.on('message', onMessage);
    child.postMessage({ kind: 'lines', job: 1, places: [{ document, page: 1, start: 0, end: 3 }] });
  });
}

/** Everything asked for is done, and what was read is on the disk. */
function rested(child) {
  return new Promise((resolve) => {
    const onMessage = ({ kind }) => {
      if (kind !== 'resting') return;
      child.off('message', onMessage);
      resolve();
    };
    child.on('message', onMessage);
  });
}

async function end(child) {
  const gone = new Promise((resolve) => child.once('exit', resolve));
  child.kill();
  await gone;
}

async function measure() {
  let child = start();
  const { allMs: textMs } = await search(child, null);
  await end(child);
  fs.rmSync(path.join(task.texts, 'text'), { recursive: true, force: true });
  child = start();
  const cold = search(child, task.query);
  const stored = rested(child);
  await new Promise((resolve) => setTimeout(resolve, 700));
  const lineMs = await line(child);
  const { firstMs, allMs, hits } = await cold;
  await stored;
  const again = await search(child, task.otherQuery);
  const memoryMb = app.getAppMetrics().find(({ pid }) => pid === child.pid).memory.workingSetSize / 1024;
  await end(child);
  // The text is kept only of documents that are there.
  fs.writeFileSync(path.join(task.texts, document.sha256), '');
  child = start();
  const restarted = await search(child, task.query);
  await end(child);
  return {
    textMs,
    firstMs,
    allMs,
    hits,
    lineMs,
    againFirstMs: again.firstMs,
    againAllMs: again.allMs,
    restartFirstMs: restarted.firstMs,
    restartAllMs: restarted.allMs,
    memoryMb,
  };
}

app
  .whenReady()
  .then(async () => {
    process.stdout.write(`BENCH ${JSON.stringify(await measure())}\n`);
    app.exit(0);
  })
  .catch((error) => {
    process.stderr.write(`${error.stack}\n`);
    app.exit(1);
  });
