// MuPDF's command line draws the first 50 pages at the resolution at which the viewers show them.
import { spawnSync } from 'node:child_process';
import { median } from './medians.mjs';

/** 150 % of 96 dots an inch. Null when mutool is not installed. */
const resolution = 144;

export function measureMutool({ file, rounds }) {
  const times = [];
  for (let round = 0; round < rounds; round++) {
    const before = performance.now();
    const run = spawnSync('mutool', [
      'draw',
      '-q',
      '-r',
      String(resolution),
      '-F',
      'ppm',
      '-o',
      '/dev/null',
      file,
      '1-50',
    ]);
    if (run.error || run.status !== 0) return null;
    times.push(performance.now() - before);
  }
  return median(times);
}
