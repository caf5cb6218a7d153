import fs from 'node:fs';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { builtEntry } from '../storage/builtEntry.ts';
import { killWriters } from './killing.ts';

const asked = process.env['BEREDD_KILLS'];
const kills = Number(asked ?? 200);

describe('a program that is killed while it writes notes', () => {
  let entry = '';
  beforeAll(async () => {
    entry = await builtEntry(path.join(import.meta.dirname, 'killedWriter.ts'));
  }, 60_000);
  afterAll(() => fs.rmSync(path.dirname(entry), { recursive: true, force: true }));

  it(`loses nothing that it said was saved, in ${kills} kills`, { timeout: kills * 2000 }, async () => {
    const report = await killWriters(entry, kills, 1);
    if (asked !== undefined) process.stdout.write(`${JSON.stringify(report)}\n`);
    expect(report.lost).toEqual([]);
    expect(report.damaged).toBe(0);
    expect(report.acknowledged).toBeGreaterThan(kills);
    expect(report.turnedOver).toBeGreaterThan(kills / 20);
  });
});
