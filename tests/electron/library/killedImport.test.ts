import { spawn } from 'node:child_process';
import { createHash } from 'node:crypto';
import { once } from 'node:events';
import fs from 'node:fs';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { buildTestPack } from '../../support/packBuilder.ts';
import { builtEntry } from '../storage/builtEntry.ts';
import { importOne, newFolder, openLibrary } from './profileScene.ts';

const kills = 10;
const documentCount = 40;

/** A pack of some 8 MB, so that there is a middle to be killed in. */
const largePack = () =>
  buildTestPack({
    agenda: Array.from({ length: documentCount }, (_, i) => ({
      title: `Punkt ${i}`,
      documents: [{ title: `Handling ${i}`, bytes: new Uint8Array(200_000).fill(i + 1) }],
    })),
  });

async function runAndKill(entry: string, profile: string, file: string, delayMs: number): Promise<boolean> {
  const child = spawn(process.execPath, [entry, profile, file], {
    stdio: ['ignore', 'ignore', 'inherit'],
  });
  const closed = once(child, 'close');
  const documents = path.join(profile, 'documents');
  // The delay counts from the first sign of documents, or it would only measure how fast Node starts.
  while (child.exitCode === null && !(fs.existsSync(documents) && fs.readdirSync(documents).length > 0)) {
    await new Promise((resolve) => setTimeout(resolve, 2));
  }
  await new Promise((resolve) => setTimeout(resolve, delayMs));
  child.kill('SIGKILL');
  await closed;
  return child.signalCode === 'SIGKILL';
}

const storedFiles = (profile: string): readonly string[] => fs.readdirSync(path.join(profile, 'documents'));

const sha256 = (bytes: Uint8Array): string => createHash('sha256').update(bytes).digest('hex');

describe('an import that is killed midway', () => {
  let entry = '';
  beforeAll(async () => {
    entry = await builtEntry(path.join(import.meta.dirname, 'killedImporter.ts'));
  }, 60_000);
  afterAll(() => fs.rmSync(path.dirname(entry), { recursive: true, force: true }));

  it(`leaves only whole documents and a library that the next import completes, ${kills} times`, async () => {
    const { file } = await largePack();
    let killed = 0;
    for (let kill = 0; kill < kills; kill++) {
      const profile = await newFolder();
      if (await runAndKill(entry, profile, file, kill * 6)) killed += 1;
      const library = await openLibrary(profile);
      for (const name of storedFiles(profile)) {
        expect(sha256(fs.readFileSync(path.join(profile, 'documents', name)))).toBe(name);
      }
      const shown = library.view().meetings.map((meeting) => meeting.missingDocumentCount);
      expect([[], [0]]).toContainEqual(shown);
      await importOne(library, file);
      expect(library.view().meetings[0]).toMatchObject({ documentCount, missingDocumentCount: 0 });
      fs.rmSync(profile, { recursive: true });
    }
    expect(killed).toBeGreaterThan(kills / 2);
  }, 60_000);
});
