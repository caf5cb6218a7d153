// Frames while many pages scroll by in the real app, with and without thumbnails.
//   node scripts/measure/scrollFrames.mjs FILE.pdf [--pages 300] [--ms-per-page 150]
// Makes a pack of the file and opens it. Two things are measured in its window: the time between frames, and how long the main
// thread is away between two turns (what a frame has to wait for).
import path from 'node:path';
import { parseArgs } from 'node:util';
import { startApp } from '../screenReader/startedApp.mjs';
import { openLongest, openPack } from './openedPack.mjs';
import { packOf } from './packOf.mjs';

const { positionals, values } = parseArgs({
  allowPositionals: true,
  options: {
    pages: { type: 'string', default: '300' },
    'ms-per-page': { type: 'string', default: '150' },
  },
});
const say = (text) => process.stderr.write(`scroll-frames: ${text}\n`);

/** Runs in the window: scrolls, and gives back the sorted times between frames and between turns, in milliseconds. */
async function scrollBy({ pages, msPerPage }) {
  const element = document.querySelector('.reader-pages');
  const heights = [...document.querySelectorAll('.reader-page')].map((page) => page.clientHeight);
  const step = Math.max(...heights) + 20;
  element.scrollTop = 0;
  await new Promise((resolve) => setTimeout(resolve, 1500));
  const [frames, turns] = [[], []];
  let isOver = false;
  let lastTurn = performance.now();
  const turn = () => {
    const now = performance.now();
    turns.push(now - lastTurn);
    lastTurn = now;
    if (!isOver) setTimeout(turn, 0);
  };
  setTimeout(turn, 0);
  await new Promise((resolve) => {
    let place = 0;
    let before = performance.now();
    const frame = (now) => {
      frames.push(now - before);
      place += ((now - before) / msPerPage) * step;
      before = now;
      element.scrollTop = place;
      const end = Math.min(step * pages, element.scrollHeight - element.clientHeight);
      if (place < end) requestAnimationFrame(frame);
      else resolve();
    };
    requestAnimationFrame(frame);
  });
  isOver = true;
  const sorted = (list) => list.toSorted((a, b) => a - b);
  return { frames: sorted(frames), turns: sorted(turns), pixels: element.scrollTop };
}

const at = (sorted, share) => sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? 0;
const ms = (value) => `${value.toFixed(1)} ms`;

function report(what, { frames, turns, pixels }) {
  process.stdout.write(
    `${what}: ${frames.length} frames over ${Math.round(pixels)} pixels; between frames median ${ms(at(frames, 0.5))}, ` +
      `p99 ${ms(at(frames, 0.99))}, longest ${ms(at(frames, 1))}; main thread away p99 ${ms(at(turns, 0.99))}, ` +
      `p99.9 ${ms(at(turns, 0.999))}, longest ${ms(at(turns, 1))}, over 16 ms ${turns.filter((gap) => gap > 16).length} times\n`,
  );
}

const { pack, remove } = packOf([path.resolve(positionals[0])]);
const { page, stop } = await startApp(pack, say, { size: { width: 1366, height: 768 } });
try {
  await openPack(page);
  await openLongest(page);
  const scroll = { pages: Number(values.pages), msPerPage: Number(values['ms-per-page']) };
  report('without thumbnails', await page.evaluate(scrollBy, scroll));
  await page.keyboard.press('Control+Shift+M');
  await page.locator('.thumbnails canvas').first().waitFor();
  report('with thumbnails', await page.evaluate(scrollBy, scroll));
} finally {
  await stop();
  remove();
}
