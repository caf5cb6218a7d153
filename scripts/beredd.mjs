// npm run -s beredd -- …: the command line in plain Node. Builds it first when a source is newer.
import { spawnSync } from 'node:child_process';
import fs from 'node:fs';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { projectRoot } from './lib/projectRoot.mjs';
import { sourceFingerprint } from './lib/sourceFingerprint.mjs';

const bundle = path.join(projectRoot, 'out/cli/beredd.js');
const stamp = path.join(projectRoot, 'out/cli/built-from');
const sources = [
  'core',
  'electron',
  'assets/messages',
  'assets/words-sv.txt',
  'package-lock.json',
  'vite.config.ts',
];

function buildIfNeeded() {
  const fingerprint = sourceFingerprint(sources);
  const builtFrom = fs.existsSync(stamp) ? fs.readFileSync(stamp, 'utf8') : null;
  if (fs.existsSync(bundle) && builtFrom === fingerprint) return true;
  // The command's own output must stay clean, so the build may only speak on stderr.
  const build = spawnSync(process.execPath, [path.join(projectRoot, 'scripts/build.mjs'), 'cli'], {
    stdio: ['ignore', 2, 2],
  });
  if (build.status !== 0) return false;
  fs.writeFileSync(stamp, fingerprint);
  return true;
}

const isBuilt = buildIfNeeded();
// npm runs its scripts in the project; paths are meant where the person stands.
if (process.env.npm_lifecycle_event === 'beredd' && process.env.INIT_CWD) process.chdir(process.env.INIT_CWD);
if (isBuilt) await import(pathToFileURL(bundle).href);
else process.exitCode = 1;
