import { spawn } from 'node:child_process';
import { once } from 'node:events';
import fs from 'node:fs';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { builtEntry } from '../storage/builtEntry.ts';
import { newFolder, openSome, valueOf } from './draftScene.ts';

const kills = 20;

describe('a program that is killed while a draft is edited', () => {
  let entry = '';
  beforeAll(async () => {
    entry = await builtEntry(path.join(import.meta.dirname, 'killedDraftWriter.ts'));
  }, 60_000);
  afterAll(() => fs.rmSync(path.dirname(entry), { recursive: true, force: true }));

  it(`has kept every edit that it said was saved, in ${kills} kills`, { timeout: 60_000 }, async () => {
    const folder = newFolder();
    const view = valueOf(
      await (await openSome(folder)).create({ from: 'nothing', bodyId: null, kind: 'meeting' }),
    );
    const { id } = view.draft;
    let acknowledged = 0;
    for (let kill = 0; kill < kills; kill++) {
      const saved = await runAndKill(entry, [folder, id, String(kill * 100_000)], kill * 3);
      acknowledged += saved.length;
      const found = valueOf(await (await openSome(folder)).open(id));
      const last = Number(/\d+/.exec(found.draft.meeting.title)?.[0]);
      // The edit after the last that was told of may be there already.
      expect([saved.at(-1), (saved.at(-1) ?? 0) + 1]).toContain(last);
      expect(found.recovered).toBeNull();
    }
    expect(acknowledged).toBeGreaterThan(kills);
  });
});

async function runAndKill(entry: string, args: readonly string[], delay: number): Promise<readonly number[]> {
  const child = spawn(process.execPath, [entry, ...args], { stdio: ['ignore', 'pipe', 'inherit'] });
  let output = '';
  child.stdout.setEncoding('utf8').on('data', (text: string) => (output += text));
  const closed = once(child, 'close');
  await Promise.race([once(child.stdout, 'data'), closed]);
  await new Promise((resolve) => setTimeout(resolve, delay));
  child.kill('SIGKILL');
  await closed;
  if (child.signalCode !== 'SIGKILL') throw new Error('the writer ended by itself');
  return output
    .slice(0, output.lastIndexOf('\n') + 1)
    .split('\n')
    .filter((line) => line !== '')
    .map(Number);
}
