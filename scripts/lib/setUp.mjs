// Makes a fresh clone runnable. Imports only what plain Node has: node_modules may not be there yet.
import fs from 'node:fs';
import path from 'node:path';
import { withFolderLock } from './folderLock.mjs';
import { runNpm } from './npmCommand.mjs';
import { projectRoot } from './projectRoot.mjs';
import { installPackages, missingPackages } from './systemLibraries.mjs';

const lowestNode = [20, 19];
const installedRecord = 'node_modules/.package-lock.json';

function checkNode() {
  const [major, minor] = process.versions.node.split('.').map(Number);
  if (major > lowestNode[0] || (major === lowestNode[0] && minor >= lowestNode[1])) return;
  throw new Error(`Node ${lowestNode.join('.')} or newer is needed; this is ${process.versions.node}`);
}

const readJson = (file) => JSON.parse(fs.readFileSync(path.join(projectRoot, file), 'utf8'));

/** Whether npm's record of what it installed has every package of the lock file; optional ones may be for other systems. */
function nodeModulesAreCurrent() {
  if (!fs.existsSync(path.join(projectRoot, installedRecord))) return false;
  const installed = readJson(installedRecord).packages;
  return Object.entries(readJson('package-lock.json').packages).every(([folder, wanted]) => {
    const found = installed[folder];
    return folder === '' || (found ? found.version === wanted.version : wanted.optional === true);
  });
}

async function ensureNodeModules(say) {
  if (nodeModulesAreCurrent()) return;
  await withFolderLock(path.join(projectRoot, 'out/node-modules'), async () => {
    if (nodeModulesAreCurrent()) return;
    say('installing node modules (npm ci) …');
    const run = runNpm(
      ['ci', '--ignore-scripts', '--no-audit', '--no-fund', '--loglevel=error'],
      projectRoot,
    );
    if (run.status !== 0) throw new Error('npm ci failed; its message stands above');
  });
}

/** Node modules, Electron and system packages for `purpose` ('start' or 'test'); returns the Electron. */
export async function setUp(purpose, say) {
  checkNode();
  await ensureNodeModules(say);
  const { ensureElectron } = await import('../electron.mjs');
  const electron = await ensureElectron();
  installPackages(missingPackages(electron.executable, purpose), say);
  return electron;
}
