// Opening and verifying a pack of 800 MB, beside `openssl dgst -sha256` over the same file.
import { spawnSync } from 'node:child_process';
import crypto from 'node:crypto';
import fs from 'node:fs';
import path from 'node:path';
import { build } from 'vite';
import { projectRoot } from '../lib/projectRoot.mjs';
import { median } from './medians.mjs';

const documents = 8;
const documentBytes = 100 * 1024 * 1024;

function run(command, args, env = process.env) {
  const done = spawnSync(command, args, { encoding: 'utf8', env, maxBuffer: 64 * 1024 * 1024 });
  if (done.status !== 0)
    throw new Error(`${path.basename(command)} ${args[0]}: ${done.stderr || done.error?.message}`);
  return done.stdout;
}

const beredd = (...args) => run(process.execPath, [path.join(projectRoot, 'scripts/beredd.mjs'), ...args]);

/** Eight items with a document of 100 MB each, of bytes that do not compress. */
function makePack(folder) {
  const pack = path.join(folder, 'large.beredd');
  if (fs.existsSync(pack)) return pack;
  const source = path.join(folder, 'meeting');
  const key = path.join(folder, 'key.pem');
  fs.rmSync(source, { recursive: true, force: true });
  fs.rmSync(key, { force: true });
  fs.mkdirSync(source, { recursive: true });
  const meeting = {
    title: 'Kommunstyrelsen',
    body: 'Kommunstyrelsen',
    start: '2026-12-02T13:00:00+01:00',
    place: 'Granåsa',
    municipality: 'Granåsa kommun',
    office: 'Kommunkansliet',
  };
  fs.writeFileSync(path.join(source, 'meeting.json'), JSON.stringify(meeting));
  for (let number = 1; number <= documents; number++) {
    const item = path.join(source, `0${number} Ärende ${number}`);
    fs.mkdirSync(item);
    fs.writeFileSync(path.join(item, 'bilaga.csv'), crypto.randomBytes(documentBytes));
  }
  beredd('key', 'new', '-o', key);
  beredd('pack', 'build', source, '-o', pack, '--key', key);
  fs.rmSync(source, { recursive: true });
  return pack;
}

async function bundle(folder) {
  await build({
    configFile: false,
    logLevel: 'warn',
    ssr: { noExternal: true },
    build: {
      ssr: path.join(import.meta.dirname, 'packs/entry.mjs'),
      outDir: path.join(folder, 'packs'),
      target: 'node20',
      rolldownOptions: { output: { entryFileNames: 'packs.mjs' } },
    },
  });
  return path.join(folder, 'packs/packs.mjs');
}

export async function measurePacks({ electron, folder, rounds, say }) {
  say('a pack of 800 MB');
  const script = await bundle(folder);
  const pack = makePack(folder);
  const env = { ...process.env, ELECTRON_RUN_AS_NODE: '1' };
  const inElectron = (what, times) => {
    const said = run(electron.executable, [script, what, pack, String(times)], env);
    return JSON.parse(said.split('BENCH ')[1]).ms;
  };
  // Read once, so that all find it in the system's memory.
  run('openssl', ['dgst', '-sha256', pack]);
  const verify = [];
  const openssl = [];
  const open = [];
  for (let round = 0; round < rounds; round++) {
    verify.push(inElectron('verify', 1)[0]);
    const before = performance.now();
    run('openssl', ['dgst', '-sha256', pack]);
    openssl.push(performance.now() - before);
    // A process that has just started, then one that runs: the app opens packs in both states.
    open.push(...inElectron('open', 5).slice(1));
  }
  return {
    bytes: fs.statSync(pack).size,
    openMs: median(open),
    verifyMs: median(verify),
    opensslMs: median(openssl),
  };
}
