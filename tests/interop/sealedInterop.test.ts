import { execFileSync, spawnSync } from 'node:child_process';
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { recipientOf } from '../../electron/sealing/ageBox.ts';
import { tinyPdf } from '../support/tinyPdf.ts';
import type { Person } from '../support/sealedPack.ts';
import {
  completeBriefing,
  completeItem,
  people,
  seal,
  sealOfBriefing,
  writeSealedPack,
} from '../support/sealedPack.ts';

const isThere = (tool: string, argument: string): boolean => spawnSync(tool, [argument]).error === undefined;
const hasTools = isThere('age', '--version') && isThere('minisign', '-v') && isThere('unzip', '-v');
if (!hasTools)
  console.warn('interop: age, minisign or unzip is not installed; sealed packs are not checked here');

let folder: string;
beforeEach(async () => {
  folder = await mkdtemp(path.join(tmpdir(), 'beredd-sealed-'));
});
afterEach(() => rm(folder, { recursive: true }));

const inFolder = (...names: string[]): string => path.join(folder, ...names);

/** What `age -d` makes of a file with the identity in another; null when it refuses. */
function ageDecrypt(identityFile: string, file: string): Buffer | null {
  const run = spawnSync('age', ['-d', '-i', identityFile, file], { maxBuffer: 64 * 1024 * 1024 });
  return run.status === 0 ? run.stdout : null;
}

async function identityFile(name: string, identity: string): Promise<string> {
  const file = inFolder(name);
  await writeFile(file, `${identity}\n`);
  return file;
}

describe.runIf(hasTools)('a pack with five sealed items and a sealed briefing for sixty people', () => {
  test('is verified, unpacked and opened with minisign, unzip and age alone, by exactly those entitled', async () => {
    const everybody = await people(60);
    const entitledTo = (item: number): readonly Person[] => everybody.filter((_, i) => i % 5 >= item - 1);
    const sealed = await Promise.all(
      [1, 2, 3, 4, 5].map((number) =>
        seal({
          ...completeItem(
            { title: `Ärende ${number}`, documents: [{ title: `Handling ${number}` }] },
            number,
          ),
          entitled: entitledTo(number),
          folder,
        }),
      ),
    );
    const briefed = everybody.slice(10, 47);
    const briefing = await sealOfBriefing({
      briefing: completeBriefing('Skyddsrum saknas', tinyPdf('Insatsplan')),
      bytes: tinyPdf('Insatsplan'),
      entitled: briefed,
      folder,
    });
    await writeSealedPack(inFolder('ks.beredd'), [...sealed, briefing]);
    execFileSync('unzip', ['-q', inFolder('ks.beredd'), '-d', inFolder('pack')]);
    const inPack = (name: string): string => inFolder('pack', name);
    const manifest = inPack('META-INF/manifest.json');
    execFileSync('minisign', ['-V', '-q', '-p', inPack('META-INF/issuer.pub'), '-m', manifest]);

    const persons = await Promise.all(
      everybody.map(({ identity }, i) => identityFile(`person-${i}.key`, identity)),
    );
    const open = async (slug: string, entitled: readonly Person[]): Promise<unknown> => {
      const opened = persons.map((key) => ageDecrypt(key, inPack(`${slug}/key.age`)));
      expect(opened.map((key) => key !== null)).toEqual(everybody.map((each) => entitled.includes(each)));
      await writeFile(inFolder('item.key'), opened.find((key) => key !== null) ?? '');
      const document = ageDecrypt(inFolder('item.key'), inPack(`${slug}/0001.age`));
      expect(document?.subarray(0, 5).toString()).toBe('%PDF-');
      return JSON.parse(ageDecrypt(inFolder('item.key'), inPack(`${slug}/item.age`))?.toString() ?? '');
    };
    for (const [at, { publicItem }] of sealed.entries()) {
      const content = await open(`sealed/${publicItem.sealed.slug}`, entitledTo(at + 1));
      expect(content).toMatchObject({ title: `Ärende ${at + 1}` });
    }
    expect(await open(`sealed/${briefing.sealed.slug}`, briefed)).toMatchObject({
      unit: { name: 'Räddningstjänsten' },
      sections: [{ points: [{ text: 'Skyddsrum saknas' }] }],
    });
  });

  test('is sealed for keys that age-keygen made', async () => {
    const made = execFileSync('age-keygen', { stdio: ['ignore', 'pipe', 'ignore'] }).toString();
    const identity = /AGE-SECRET-KEY-1[0-9A-Z]+/.exec(made)?.[0] ?? '';
    const person = { id: '', identity, recipient: await recipientOf(identity) };
    expect(made).toContain(person.recipient);
    const { item, bytes } = completeItem({ title: 'Ärende', documents: [{}] }, 1);
    const sealed = await seal({ item, bytes, entitled: [person], folder });
    await writeSealedPack(inFolder('ks.beredd'), [sealed]);
    execFileSync('unzip', ['-q', inFolder('ks.beredd'), '-d', inFolder('pack')]);
    const key = await identityFile('own.key', identity);
    const slug = `sealed/${sealed.publicItem.sealed.slug}`;
    expect(ageDecrypt(key, inFolder('pack', slug, 'key.age'))?.toString()).toBe(`${sealed.record.itemKey}\n`);
    expect(await readFile(inFolder('pack', slug, 'item.age'), 'latin1')).toMatch(
      /^age-encryption\.org\/v1\n/,
    );
  });
});
