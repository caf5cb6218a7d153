import { spawnSync } from 'node:child_process';
import { chmodSync, cpSync, existsSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { ensureElectron } from '../../scripts/electron.mjs';
import { hasDisplay, startVirtualDisplay } from '../../scripts/lib/display.mjs';
import { projectRoot } from '../../scripts/lib/projectRoot.mjs';
import { workersAtOnce } from './workersAtOnce.ts';

/** A display when there is none, and the built app where the user who runs it can read it. */
export default async function setup(): Promise<() => void> {
  await ensureElectron();
  const ends: (() => void)[] = [];
  const folder = temporaryFolder();
  process.env['BEREDD_E2E_FOLDER'] = folder;
  ends.push(() => rmSync(folder, { recursive: true, force: true }));
  if (!hasDisplay()) {
    const screens = await Promise.all(Array.from({ length: workersAtOnce }, () => startVirtualDisplay()));
    process.env['BEREDD_E2E_DISPLAYS'] = screens.map(({ display }) => display).join(' ');
    ends.push(...screens.map(({ stop }) => stop));
  }
  if (process.getuid?.() === 0 && !nobodyCanRead(path.join(projectRoot, 'out/main/main.js'))) {
    const copies = copyForNobody(folder);
    process.env['BEREDD_APP_FOLDER'] = copies.app;
    process.env['BEREDD_PACKAGED_FOLDER'] = copies.packaged;
  }
  return () => ends.forEach((end) => end());
}

function nobodyCanRead(file: string): boolean {
  const asNobody = ['--reuid=65534', '--regid=65534', '--clear-groups'];
  return spawnSync('setpriv', [...asNobody, 'test', '-r', file]).status === 0;
}

/** Everybody may make folders in it: the app may be run by somebody else than the tests. */
function temporaryFolder(): string {
  const folder = mkdtempSync(path.join(tmpdir(), 'beredd-e2e-'));
  chmodSync(folder, 0o777);
  return folder;
}

/** A clone under root's home is closed to nobody: the built app and the packaged one, elsewhere. */
function copyForNobody(folder: string): { app: string; packaged: string } {
  const [app, packaged] = [path.join(folder, 'app'), path.join(folder, 'packaged')];
  const parts = ['out/main', 'out/processes', 'out/preload', 'out/renderer', 'assets/icons', 'package.json'];
  for (const part of parts) cpSync(path.join(projectRoot, part), path.join(app, part), { recursive: true });
  const release = path.join(projectRoot, 'release/linux-unpacked');
  if (existsSync(release)) cpSync(release, packaged, { recursive: true });
  return { app, packaged };
}
