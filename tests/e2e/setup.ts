import { spawnSync } from 'node:child_process';
import { chmodSync, cpSync, existsSync, mkdtempSync, rmSync } from 'node:fs';
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
    const folder = copyForNobody();
    process.env['BEREDD_APP_FOLDER'] = path.join(folder, 'app');
    process.env['BEREDD_PACKAGED_FOLDER'] = path.join(folder, 'packaged');
    ends.push(() => rmSync(folder, { recursive: true, force: true }));
  }
  return () => ends.forEach((end) => end());
}

function nobodyCanRead(file: string): boolean {
  const asNobody = ['--reuid=65534', '--regid=65534', '--clear-groups'];
  return spawnSync('setpriv', [...asNobody, 'test', '-r', file]).status === 0;
}

/** A clone under root's home is closed to nobody: the built app and the packaged one, elsewhere. */
function copyForNobody(): string {
  const folder = mkdtempSync(path.join(tmpdir(), 'beredd-app-'));
  chmodSync(folder, 0o755);
  const copies = {
    'package.json': 'app/package.json',
    out: 'app/out',
    'assets/icons': 'app/assets/icons',
    'release/linux-unpacked': 'packaged',
  };
  for (const [from, to] of Object.entries(copies)) {
    const source = path.join(projectRoot, from);
    if (existsSync(source)) cpSync(source, path.join(folder, to), { recursive: true });
  }
  return folder;
}
