// Reads a meeting by script, round after round, and says how the memory of the app's processes goes.
//   node scripts/soak/reading.mjs [PACK.beredd] [--minutes 60] [--csv FILE] [--objects]
// --objects also says after each round what is left in the window once garbage is collected, which changes the curve.
// A round opens every item, scrolls through its documents with thumbnails, jumps, zooms, turns, selects and copies, shows the
// text, searches, and goes back. Fails when the memory of the second half grows by more than a tenth of what it is, an hour, and
// by more than twice the slope's own error. What the window keeps once garbage is collected is told of an early round and the last.
import fs from 'node:fs';
import path from 'node:path';
import { parseArgs } from 'node:util';
import { ensureDemo } from '../demo/ensureDemo.mjs';
import { openPack } from '../measure/openedPack.mjs';
import { startApp } from '../screenReader/startedApp.mjs';
import { memoryCurve } from './memoryCurve.mjs';

const { positionals, values } = parseArgs({
  allowPositionals: true,
  options: {
    minutes: { type: 'string', default: '60' },
    csv: { type: 'string' },
    objects: { type: 'boolean', default: false },
  },
});
const say = (text) => process.stderr.write(`soak: ${text}\n`);
/** By then everything was shown once. */
const earlyRound = 2;
/** The share by which memory may grow an hour. */
const mostAnHour = 0.1;
const wanted = ['beslut', 'kommunen', 'kronor', 'plan', 'förslag', 'åtgärder'];

async function main() {
  const pack = positionals[0] ?? (await ensureDemo({ log: say })).packs[0];
  const { app, page, stop } = await startApp(path.resolve(pack), say, { size: { width: 1366, height: 768 } });
  const curve = await memoryCurve(app, page);
  try {
    await openPack(page);
    await page.keyboard.press('Control+Shift+M');
    const devTools = await page.context().newCDPSession(page);
    await devTools.send('Performance.enable');
    const until = Date.now() + Number(values.minutes) * 60_000;
    let read = 0;
    for (let round = 1; Date.now() < until; round++) {
      read += await readThrough(page, round, until);
      const kept = values.objects || round === earlyRound ? `; ${await keptInWindow(devTools)}` : '';
      say(`round ${round}: documents scrolled through ${read} times${kept}`);
    }
    say(`at the end: ${await keptInWindow(devTools)}`);
  } finally {
    curve.stop();
    await stop();
  }
  process.stdout.write(`${curve.table()}\n`);
  if (values.csv) fs.writeFileSync(values.csv, curve.csv());
  const signed = (number) => `${number >= 0 ? '+' : ''}${number.toFixed(0)}`;
  for (const { name, mean, anHour, error, share } of curve.trends()) {
    process.stdout.write(
      `${name}: second half ${mean.toFixed(0)} on average, ${signed(anHour)} ± ${error.toFixed(0)} an hour (${signed(100 * share)} %)\n`,
    );
  }
  const { anHour, error, share } = curve.trends().at(-1);
  const grows = share > mostAnHour && anHour > 2 * error;
  process.stdout.write(`memory over time: ${grows ? 'grows' : 'flat'}\n`);
  if (grows) process.exitCode = 1;
}

/** What is still referred to once the garbage is gone. */
async function keptInWindow(devTools) {
  await devTools.send('HeapProfiler.collectGarbage');
  const { metrics } = await devTools.send('Performance.getMetrics');
  const of = (wanted) => metrics.find(({ name }) => name === wanted)?.value ?? 0;
  const heap = (of('JSHeapUsedSize') / 1024 / 1024).toFixed(1);
  return `${heap} MB of objects, ${of('Nodes')} nodes, ${of('JSEventListeners')} listeners`;
}

async function readThrough(page, round, until) {
  const items = page.getByRole('treegrid').first().locator('.agenda-row--item');
  const count = await items.count();
  let read = 0;
  for (let index = 0; index < count && Date.now() < until; index++) {
    await items.nth(index).click();
    await page.waitForTimeout(400);
    // Text that is shown instead of the pages is left again.
    if (await page.locator('.text-view__frame').isVisible()) await press(page, 'Alt+t', 600);
    if (!(await page.locator('.reader-pages').first().isVisible())) continue;
    await readDocuments(page, round + index);
    read += 1;
  }
  await search(page, wanted[round % wanted.length]);
  return read;
}

async function readDocuments(page, number) {
  const pages = page.locator('.reader-pages').first();
  const { x, y, width, height } = (await pages.boundingBox()) ?? { x: 0, y: 0, width: 0, height: 0 };
  if (width === 0) return;
  await page.mouse.move(x + width / 2, y + height / 2);
  for (let turn = 0; turn < 14; turn++) {
    await page.mouse.wheel(0, 700);
    await page.waitForTimeout(90);
  }
  await pages.focus();
  await page.keyboard.press('Control+a');
  await page.keyboard.press('Control+c');
  await page.keyboard.press('Escape');
  if (number % 2 === 0) for (const key of ['+', '+', '-', '-']) await press(page, `Control+${key}`);
  if (number % 3 === 0) for (const _ of [1, 2]) await press(page, 'Alt+t', 600);
  for (const key of ['End', 'Home']) await press(page, key, 500);
}

async function search(page, word) {
  await press(page, 'Control+f', 500);
  const meeting = page.getByRole('radio', { name: /^(Hela mötet|Whole meeting|The whole meeting)$/ });
  if ((await meeting.isVisible()) && !(await meeting.isChecked())) await meeting.check({ force: true });
  await page.locator('.find-bar input').first().fill(word);
  await page.waitForTimeout(2500);
  for (const _ of [1, 2, 3]) await press(page, 'F3', 500);
  for (const _ of [1, 2]) await press(page, 'Escape', 200);
}

async function press(page, key, pauseMs = 300) {
  await page.keyboard.press(key);
  await page.waitForTimeout(pauseMs);
}

try {
  await main();
} catch (error) {
  say(error.stack);
  process.exitCode = 1;
}
