import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';

const executable =
  { win32: 'electron.exe', darwin: 'Electron.app/Contents/MacOS/Electron' }[process.platform] ?? 'electron';

export const executableIn = (folder) => path.join(folder, executable);

/** The version an unpacked Electron says it is, or null. */
export function versionIn(folder) {
  try {
    return fs.readFileSync(path.join(folder, 'version'), 'utf8').trim().replace(/^v/, '');
  } catch {
    return null;
  }
}

/** Why `folder` cannot be used as Electron `version` (any, when null), or null when it can. */
export function faultOf(folder, version) {
  if (!fs.existsSync(executableIn(folder))) return `no ${executable} in ${folder}`;
  const found = versionIn(folder);
  return version && found !== version ? `${folder} holds Electron ${found}, not ${version}` : null;
}

/**
 * Downloads are kept outside the project, so that a second clone needs none. Root's home is closed to others, and the
 * tests of root run Electron as nobody, so root's downloads lie where everybody can read them.
 */
export function cacheFolder() {
  if (process.env.BEREDD_CACHE) return process.env.BEREDD_CACHE;
  if (process.platform === 'linux' && process.getuid() === 0) return '/var/cache/beredd';
  return path.join(process.env.XDG_CACHE_HOME ?? path.join(os.homedir(), '.cache'), 'beredd');
}
