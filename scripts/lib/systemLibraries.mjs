// What Debian (and Ubuntu) must have installed to run Electron and the tests.
import { spawnSync } from 'node:child_process';
import fs from 'node:fs';

/** Package of each library that Electron names; the rest come as dependencies of these. */
const packageOf = {
  'libgtk-3.so.0': 'libgtk-3-0',
  'libnss3.so': 'libnss3',
  'libnssutil3.so': 'libnss3',
  'libsmime3.so': 'libnss3',
  'libnspr4.so': 'libnspr4',
  'libasound.so.2': 'libasound2',
  'libgbm.so.1': 'libgbm1',
  'libdrm.so.2': 'libdrm2',
  'libcups.so.2': 'libcups2',
  'libatk-bridge-2.0.so.0': 'libatk-bridge2.0-0',
  'libatk-1.0.so.0': 'libatk1.0-0',
  'libatspi.so.0': 'libatspi2.0-0',
  'libxkbcommon.so.0': 'libxkbcommon0',
  'libX11.so.6': 'libx11-6',
  'libxcb.so.1': 'libxcb1',
  'libXcomposite.so.1': 'libxcomposite1',
  'libXdamage.so.1': 'libxdamage1',
  'libXext.so.6': 'libxext6',
  'libXfixes.so.3': 'libxfixes3',
  'libXrandr.so.2': 'libxrandr2',
  'libpango-1.0.so.0': 'libpango-1.0-0',
  'libcairo.so.2': 'libcairo2',
  'libdbus-1.so.3': 'libdbus-1-3',
  'libexpat.so.1': 'libexpat1',
  'libudev.so.1': 'libudev1',
  'libglib-2.0.so.0': 'libglib2.0-0',
  'libgobject-2.0.so.0': 'libglib2.0-0',
  'libgio-2.0.so.0': 'libglib2.0-0',
};

/** Programs beside the libraries: a virtual display, and for the tests an independent signer and sandboxing as another user. */
const programs = {
  start: { Xvfb: 'xvfb' },
  test: { Xvfb: 'xvfb', age: 'age', minisign: 'minisign', setpriv: 'util-linux', unzip: 'unzip' },
};

const isOnPath = (program) =>
  (process.env.PATH ?? '').split(':').some((folder) => folder && fs.existsSync(`${folder}/${program}`));

/** Names of the shared libraries that the executable cannot find. */
export function missingLibraries(executable) {
  if (process.platform !== 'linux') return [];
  const run = spawnSync('ldd', [executable], { encoding: 'utf8' });
  const names = [...(run.stdout ?? '').matchAll(/^\s*(\S+) => not found/gm)].map((match) => match[1]);
  return [...new Set(names)];
}

/** Debian packages that are missing for `purpose` ('start' or 'test'). */
export function missingPackages(executable, purpose) {
  if (process.platform !== 'linux') return [];
  const needsDisplay = !process.env.DISPLAY && !process.env.WAYLAND_DISPLAY;
  const wanted = Object.entries(programs[purpose]).filter(
    ([program]) => (program !== 'Xvfb' || needsDisplay) && !isOnPath(program),
  );
  const ofLibraries = missingLibraries(executable).map((library) => packageOf[library] ?? library);
  return [...new Set([...ofLibraries, ...wanted.map(([, name]) => name)])];
}

const installLine = (packages) =>
  `apt-get update && apt-get install -y --no-install-recommends ${packages.join(' ')}`;

export const libraryAdvice = (libraries) => {
  const packages = [...new Set(libraries.map((library) => packageOf[library] ?? library))];
  return `Electron needs libraries that this system lacks: ${libraries.join(', ')}.\nOn Debian: ${installLine(packages)}`;
};

/** Installs the packages when we are root on Debian; otherwise throws with the line to run. */
export function installPackages(packages, say) {
  if (packages.length === 0) return;
  const line = installLine(packages);
  if (process.getuid() !== 0 || !isOnPath('apt-get'))
    throw new Error(`this system lacks ${packages.join(', ')}. As root on Debian or Ubuntu:\n  ${line}`);
  say(`installing ${packages.join(', ')} …`);
  const run = spawnSync('sh', ['-c', line], {
    stdio: ['ignore', 'pipe', 'inherit'],
    encoding: 'utf8',
    env: { ...process.env, DEBIAN_FRONTEND: 'noninteractive' },
  });
  if (run.status !== 0) throw new Error(`could not install them:\n${run.stdout}\nThe line was: ${line}`);
}
