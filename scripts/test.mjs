// npm test: sets up what is missing, then format, types, lint, unit tests, and end-to-end tests in a real Electron.
//   node scripts/test.mjs e2e [filter]   only the end-to-end tests, of the files that the filter names
// The last line is "N passed, N failed"; a check that fails counts as one failed.
import { spawnSync } from 'node:child_process';
import fs from 'node:fs';
import path from 'node:path';
import { projectRoot } from './lib/projectRoot.mjs';
import { setUp } from './lib/setUp.mjs';
import { playwrightCounts, vitestCounts } from './lib/testCounts.mjs';

const say = (text) => process.stderr.write(`test: ${text}\n`);
const reports = path.join(projectRoot, 'tests/.out');
const inModules = (file) => path.join(projectRoot, 'node_modules', file);

/** Runs a Node script to its end and returns its exit code. */
function run(name, script, args = [], env = {}) {
  say(`${name} …`);
  const startedAt = Date.now();
  const child = spawnSync(process.execPath, [script, ...args], {
    cwd: projectRoot,
    stdio: ['ignore', 'inherit', 'inherit'],
    env: { ...process.env, ...env },
  });
  const status = child.status ?? 1;
  const seconds = ((Date.now() - startedAt) / 1000).toFixed(0);
  say(status === 0 ? `${name}: fine (${seconds} s)` : `${name}: FAILED (${seconds} s)`);
  return status;
}

const check = (name, script, args) => ({
  passed: 0,
  failed: run(name, path.resolve(projectRoot, script), args) === 0 ? 0 : 1,
});

const freshReport = (name) => {
  const file = path.join(reports, name);
  fs.rmSync(file, { force: true });
  return file;
};

function unit() {
  const report = freshReport('unit.json');
  const args = ['run', '--reporter=default', '--reporter=json', `--outputFile.json=${report}`];
  return vitestCounts(report, run('unit tests', inModules('vitest/vitest.mjs'), args));
}

function endToEnd(filters) {
  const built = check('build', 'scripts/build.mjs', ['--if-needed']);
  if (built.failed > 0) return [built];
  const packed = check('package', 'scripts/pack/dist.mjs', ['dir', '--if-needed']);
  const report = freshReport('e2e.json');
  const args = ['test', '--reporter=list,json', ...filters];
  const status = run('end-to-end tests', inModules('@playwright/test/cli.js'), args, {
    PLAYWRIGHT_JSON_OUTPUT_NAME: report,
  });
  return [built, packed, playwrightCounts(report, status)];
}

const everything = () => [
  check('format', inModules('prettier/bin/prettier.cjs'), ['--check', '--log-level=warn', '.']),
  check('types', 'scripts/typecheck.mjs'),
  check('lint', inModules('oxlint/bin/oxlint'), ['--deny-warnings']),
  check('layers', 'scripts/check-layers.mjs'),
  check('notices', 'scripts/third-party-notices.mjs', ['--check']),
  unit(),
  ...endToEnd([]),
];

try {
  const [only, ...filters] = process.argv.slice(2);
  const electron = await setUp('test', say);
  say(`Electron ${electron.version} (${electron.source}); the shipped app is built with ${electron.pinned}`);
  fs.mkdirSync(reports, { recursive: true });
  const results = only === 'e2e' ? endToEnd(filters) : everything();
  const sum = (key) => results.reduce((total, result) => total + result[key], 0);
  process.stdout.write(`${sum('passed')} passed, ${sum('failed')} failed\n`);
  process.exitCode = sum('failed') === 0 ? 0 : 1;
} catch (error) {
  say(error.message);
  process.exitCode = 1;
}
