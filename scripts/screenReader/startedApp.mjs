// Starts the built app with a pack on a profile of its own, and gives its window to Playwright.
import { spawnSync } from 'node:child_process';
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { _electron } from '@playwright/test';
import { ensureElectron } from '../electron.mjs';
import { hasDisplay, startVirtualDisplay } from '../lib/display.mjs';
import { projectRoot } from '../lib/projectRoot.mjs';

const closeLimitMs = 15_000;

/** `app` is Electron's main process; `stop` closes it and removes the profile. */
export async function startApp(pack, say, { size = null } = {}) {
  const build = spawnSync(process.execPath, [path.join(projectRoot, 'scripts/build.mjs'), '--if-needed'], {
    stdio: ['ignore', 'inherit', 'inherit'],
  });
  if (build.status !== 0) throw new Error('the build failed; its message stands above');
  const { executable } = await ensureElectron();
  const profile = fs.mkdtempSync(path.join(os.tmpdir(), 'beredd-screen-reader-'));
  const screen = hasDisplay() ? null : await startVirtualDisplay();
  const isRoot = process.platform === 'linux' && process.getuid() === 0;
  if (isRoot) say('running as root: Chromium’s sandbox is off (--no-sandbox)');
  const env = Object.fromEntries(
    Object.entries(process.env).filter(([name]) => name !== 'ELECTRON_RUN_AS_NODE'),
  );
  const app = await _electron.launch({
    executablePath: executable,
    args: [...(isRoot ? ['--no-sandbox'] : []), '--disable-gpu', projectRoot, `--profile=${profile}`, pack],
    chromiumSandbox: !isRoot,
    env: { ...env, ...(screen === null ? {} : { DISPLAY: screen.display }) },
  });
  const child = app.process();
  const page = await app.firstWindow();
  await page.locator('#root > *').first().waitFor();
  if (size !== null)
    await app.evaluate(({ BrowserWindow }, { width, height }) => {
      BrowserWindow.getAllWindows()[0]?.setContentSize(width, height);
    }, size);
  return {
    app,
    page,
    stop: async () => {
      await Promise.race([app.close(), new Promise((resolve) => setTimeout(resolve, closeLimitMs))]);
      // A speech service of the system that does not answer can hold the program's end up.
      child.kill('SIGKILL');
      screen?.stop();
      fs.rmSync(profile, { recursive: true, force: true });
    },
  };
}
