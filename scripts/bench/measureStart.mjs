// From starting the process to the largest part of the first picture: the app with the demo library, and a bare window.
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { _electron } from '@playwright/test';
import { ensureDemoProfile } from '../lib/demoProfile.mjs';
import { projectRoot } from '../lib/projectRoot.mjs';
import { median } from './medians.mjs';

async function startOnce(electron, args, say) {
  const env = { ...process.env, DISPLAY: electron.display ?? process.env.DISPLAY };
  delete env.ELECTRON_RUN_AS_NODE;
  const switches = process.platform === 'linux' ? ['--no-sandbox', '--disable-gpu'] : [];
  const launch = { executablePath: electron.executable, args: [...switches, ...args], env, timeout: 30_000 };
  let before = Date.now();
  const app = await _electron.launch(launch).catch((error) => {
    // On a loaded machine the program sometimes does not answer who drives it.
    say(`${error.message.split('\n')[0]} Once more.`);
    before = Date.now();
    return _electron.launch(launch);
  });
  try {
    const page = await app.firstWindow();
    const painted = await page.evaluate(
      () =>
        new Promise((resolve) => {
          let last = 0;
          new PerformanceObserver((list) => {
            last = list.getEntries().at(-1)?.startTime ?? last;
          }).observe({ type: 'largest-contentful-paint', buffered: true });
          setTimeout(() => resolve(performance.timeOrigin + last), 2500);
        }),
    );
    return painted - before;
  } finally {
    await app.close();
  }
}

/** A start is short and swings by a fifth: fewer say nothing. */
const fewestRounds = 8;

export async function measureStart({ electron, folder, rounds: asked, say }) {
  const rounds = Math.max(asked, fewestRounds);
  const profile = path.join(folder, 'profile');
  await ensureDemoProfile(profile, say);
  const found = { library: [], bare: [] };
  for (let round = 1; round <= rounds + 1; round++) {
    say(`start, round ${round} of ${rounds + 1}`);
    const empty = fs.mkdtempSync(path.join(os.tmpdir(), 'beredd-bare-'));
    const bareWindow = path.join(import.meta.dirname, 'start/bare.mjs');
    const bare = await startOnce(electron, [`--user-data-dir=${empty}`, bareWindow], say);
    const library = await startOnce(electron, [projectRoot, `--profile=${profile}`], say);
    fs.rmSync(empty, { recursive: true, force: true });
    // The first round only warms the system's memory.
    if (round > 1) {
      found.bare.push(bare);
      found.library.push(library);
    }
  }
  return { libraryMs: median(found.library), bareMs: median(found.bare) };
}
