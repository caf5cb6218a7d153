// Writing a pack of 400 PDFs, 800 MB, beside `zip -0 -r` over the same files: CPU time, and our peak memory.
import { spawnSync } from 'node:child_process';
import crypto from 'node:crypto';
import fs from 'node:fs';
import path from 'node:path';
import { build } from 'vite';
import { median } from './medians.mjs';

const documents = 400;
const documentBytes = 2 * 1024 * 1024;

function makeDocuments(folder) {
  const made = path.join(folder, 'documents');
  if (fs.existsSync(path.join(made, 'hashes.json'))) return made;
  fs.rmSync(made, { recursive: true, force: true });
  fs.mkdirSync(made, { recursive: true });
  const listed = [];
  for (let number = 1; number <= documents; number++) {
    const bytes = crypto.randomBytes(documentBytes);
    bytes.write('%PDF-1.7\n', 0, 'latin1');
    const name = `handling-${number}.pdf`;
    fs.writeFileSync(path.join(made, name), bytes);
    listed.push({ name, sha256: crypto.createHash('sha256').update(bytes).digest('hex') });
  }
  fs.writeFileSync(path.join(made, 'hashes.json'), JSON.stringify(listed));
  return made;
}

async function bundle(folder) {
  await build({
    configFile: false,
    logLevel: 'warn',
    ssr: { noExternal: true },
    build: {
      ssr: path.join(import.meta.dirname, 'packs/build.mjs'),
      outDir: path.join(folder, 'packBuild'),
      target: 'node20',
      rolldownOptions: { output: { entryFileNames: 'build.mjs' } },
    },
  });
  return path.join(folder, 'packBuild/build.mjs');
}

/** User and system time of `zip`, by the shell's own clock; null when there is no zip. */
function zipCpuMs(source, target) {
  fs.rmSync(target, { force: true });
  const script = `TIMEFORMAT='%U %S'; cd "$1" && time zip -0 -q -r "$2" .`;
  const run = spawnSync('bash', ['-c', script, 'bash', source, target], {
    encoding: 'utf8',
    env: { ...process.env, LC_ALL: 'C' },
  });
  if (run.status !== 0) return null;
  const [user, system] = run.stderr.trim().split(' ').map(Number);
  return (user + system) * 1000;
}

export async function measureBuild({ electron, folder, rounds, say }) {
  say('writing a pack of 400 PDFs');
  const script = await bundle(folder);
  const source = makeDocuments(folder);
  const ours = [];
  const zip = [];
  for (let round = 0; round < rounds; round++) {
    const target = path.join(folder, 'built.beredd');
    const run = spawnSync(electron.executable, [script, source, target], {
      encoding: 'utf8',
      env: { ...process.env, ELECTRON_RUN_AS_NODE: '1' },
    });
    if (run.status !== 0) throw new Error(`writing a pack: ${run.stderr}`);
    ours.push(JSON.parse(run.stdout.split('BENCH ')[1]));
    fs.rmSync(target);
    zip.push(zipCpuMs(source, path.join(folder, 'built.zip')));
    fs.rmSync(path.join(folder, 'built.zip'), { force: true });
  }
  return {
    cpuMs: median(ours.map(({ cpuMs }) => cpuMs)),
    peakMb: median(ours.map(({ peakMb }) => peakMb)),
    zipMs: zip.includes(null) ? null : median(zip),
  };
}
