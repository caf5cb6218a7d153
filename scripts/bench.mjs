// npm run bench: our figures beside those of others, as ratios of one run. Takes a quarter of an hour; use a quiet machine.
//   --rounds N (3)   --only viewers,find,packs,start   --pages 300,1500   --steps far,many,scroll (of viewers, after the first page)
// Writes docs/performance.md when everything was measured.
import { spawnSync } from 'node:child_process';
import fs from 'node:fs';
import path from 'node:path';
import { hasDisplay, startVirtualDisplay } from './lib/display.mjs';
import { projectRoot } from './lib/projectRoot.mjs';
import { setUp } from './lib/setUp.mjs';

const say = (text) => process.stderr.write(`bench: ${text}\n`);
const option = (name, otherwise) => {
  const at = process.argv.indexOf(`--${name}`);
  return at < 0 ? otherwise : process.argv[at + 1];
};

const parts = ['start', 'viewers', 'find', 'packs'];
const allSteps = ['far', 'many', 'scroll'];

async function measureAll(electron, { only, rounds, pageCounts, steps, folder }) {
  const results = {};
  if (only.includes('start')) {
    const { measureStart } = await import('./bench/measureStart.mjs');
    results.start = await measureStart({ electron, folder, rounds, say });
  }
  if (only.includes('viewers'))
    results.viewers = await measurePages(electron, { rounds, pageCounts, steps, folder });
  if (only.includes('find')) {
    const { makePdfs } = await import('./bench/makePdfs.mjs');
    const { benchFind } = await import('./bench/find/measureFind.mjs');
    const [longest] = await makePdfs({ electron, folder, pageCounts: [Math.max(...pageCounts)], say });
    results.find = await benchFind({ electron, ...longest, rounds, say });
  }
  if (only.includes('packs')) {
    const { measurePacks } = await import('./bench/measurePacks.mjs');
    const { measureBuild } = await import('./bench/measureBuild.mjs');
    results.packs = await measurePacks({ electron, folder, rounds, say });
    results.built = await measureBuild({ electron, folder, rounds, say });
  }
  return results;
}

async function measurePages(electron, { rounds, pageCounts, steps, folder }) {
  const { makePdfs } = await import('./bench/makePdfs.mjs');
  const { measureViewers } = await import('./bench/measureViewers.mjs');
  const { measureMutool } = await import('./bench/measureMutool.mjs');
  const files = await makePdfs({ electron, folder, pageCounts, say });
  const viewers = await measureViewers({ electron, folder, files, rounds, say, steps });
  return viewers.map((measured, i) => ({
    ...measured,
    mutoolMs: measureMutool({ file: files[i].file, rounds }),
  }));
}

function buildApp() {
  const script = path.join(projectRoot, 'scripts/build.mjs');
  const run = spawnSync(process.execPath, [script, '--if-needed'], { stdio: ['ignore', 2, 2] });
  if (run.status !== 0) throw new Error('the build failed; its message stands above');
}

async function bench() {
  const only = option('only', parts.join()).split(',');
  const rounds = Number(option('rounds', '3'));
  const pageCounts = option('pages', '300,1500').split(',').map(Number);
  const steps = option('steps', allSteps.join()).split(',');
  const { executable, version } = await setUp('start', say);
  const folder = path.join(projectRoot, 'out/bench');
  fs.mkdirSync(folder, { recursive: true });
  if (only.includes('start') || only.includes('find')) buildApp();
  const screen = hasDisplay() ? null : await startVirtualDisplay();
  try {
    const electron = { executable, display: screen?.display };
    const results = await measureAll(electron, { only, rounds, pageCounts, steps, folder });
    const { asDocument, asText, rowsOf } = await import('./bench/report.mjs');
    const rows = rowsOf(results);
    process.stdout.write(`${asText(rows)}\n`);
    if (only.length < parts.length || steps.length < allSteps.length) return;
    const date = new Date().toISOString().slice(0, 10);
    const document = path.join(projectRoot, 'docs/performance.md');
    const before = fs.readFileSync(document, 'utf8');
    fs.writeFileSync(document, asDocument(rows, { electron: version, rounds, date }, before));
    say('docs/performance.md is written');
  } finally {
    screen?.stop();
  }
}

try {
  await bench();
} catch (error) {
  say(error.stack);
  process.exitCode = 1;
}
