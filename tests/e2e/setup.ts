import { spawnSync } from 'node:child_process';
import { chmodSync, cpSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { ensureElectron } from '../../scripts/electron.mjs';
import { hasDisplay, startVirtualDisplay } from '../../scripts/lib/display.mjs';
import { projectRoot } from '../../scripts/lib/projectRoot.mjs';

/** A display when there is none, and the built app where the user who runs it can read it. */
export default async function setup(): Promise<() => void> {
  await ensureElectron();
  const ends: (() => void)[] = [];
  if (!hasDisplay()) {
    const screen = await startVirtualDisplay();
    process.env['DISPLAY'] = screen.display;
    ends.push(screen.stop);
  }
  if (process.getuid?.() === 0 && !nobodyCanRead(path.join(projectRoot, 'out/main/main.js'))) {
    const folder = copyOfApp();
    process.env['BEREDD_APP_FOLDER'] = folder;
    ends.push(() => rmSync(folder, { recursive: true, force: true }));
  }
  return () => ends.forEach((end) => end());
}

function nobodyCanRead(file: string): boolean {
  const asNobody = ['--reuid=65534', '--regid=65534', '--clear-groups'];
  return spawnSync('setpriv', [...asNobody, 'test', '-r', file]).status === 0;
}

/** A clone under root's home is closed to nobody; the built app needs only these two. */
function copyOfApp(): string {
  const folder = mkdtempSync(path.join(tmpdir(), 'beredd-app-'));
  chmodSync(folder, 0o755);
  for (const item of ['package.json', 'out']) {
    const filter = (from: string): boolean => !from.endsWith('.map');
    cpSync(path.join(projectRoot, item), path.join(folder, item), { recursive: true, filter });
  }
  return folder;
}
