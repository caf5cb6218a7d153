import { readdir, readFile, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { beforeEach, describe, expect, it } from 'vitest';
import { beredd, done, jsonOf, newFolder, somePack } from './cliScene.ts';

let folder: string;

beforeEach(async () => {
  folder = await newFolder();
});

const inFolder = (name: string): string => path.join(folder, name);

describe('pack verify, show and extract', () => {
  it('tells that a pack is unchanged and who issued it', async () => {
    await somePack(folder);
    const run = await beredd(folder, ['pack', 'verify', 'kallelse.beredd']);
    expect(run).toEqual(
      done([
        'kallelse.beredd är oförändrat sedan det utfärdades: 2 handlingar kontrollerade',
        'Utfärdat av Granåsa kommun, Kommunkansliet, 2026-11-24T09:30:00+01:00, revidering 1',
        'Öppen nyckel: RWQBAQEBAQEBAYqI4910CfGV/VLbLTy6XXLKZwm/HZQSG/N0iAG0D29c',
        'Nyckelns sex ord: fladder pålitlig tyst lokförare pixel löddra',
        'Nyckeln är bara ett påstående tills du har jämfört orden med kommunens.',
      ]),
    );
  });

  it('names a damaged document and refuses', async () => {
    await somePack(folder);
    const bytes = await readFile(inFolder('kallelse.beredd'));
    const at = bytes.indexOf('Tj\u00e4nsteskrivelse', 0, 'latin1');
    bytes[at] = 0x58;
    await writeFile(inFolder('kallelse.beredd'), bytes);
    const run = await beredd(folder, ['pack', 'verify', 'kallelse.beredd']);
    expect(run.code).toBe(1);
    expect(run.stderr).toContain('En handling i kallelse.beredd är skadad: docs/');
    expect(run.stdout).not.toContain('oförändrat');
  });

  it('shows the agenda with pack pages', async () => {
    await somePack(folder);
    expect((await beredd(folder, ['pack', 'show', 'kallelse.beredd'])).stdout.split('\n').slice(-6)).toEqual([
      '',
      '1 Val av justerare',
      '  Föredragningslista, sidan 1',
      '2 Detaljplan för Kyrkbyn (KS 2026/117)',
      '  Tjänsteskrivelse, sidan 2',
      '',
    ]);
  });

  it('prints the whole manifest as JSON', async () => {
    const pack = await somePack(folder);
    const run = await beredd(folder, ['pack', 'show', 'kallelse.beredd', '--json']);
    expect(jsonOf(run)).toMatchObject({
      ok: true,
      manifest: pack.manifest,
      manifestSha256: pack.manifestSha256,
    });
  });

  it('extracts under the names people know, and overwrites nothing', async () => {
    await somePack(folder);
    expect((await beredd(folder, ['pack', 'extract', 'kallelse.beredd', 'ut'])).stdout).toBe(
      '2 handlingar i ut\n',
    );
    expect(await readdir(inFolder('ut/2 Detaljplan för Kyrkbyn'))).toEqual(['Tjänsteskrivelse.pdf']);
    const again = await beredd(folder, ['pack', 'extract', 'kallelse.beredd', 'ut']);
    expect(again.code).toBe(1);
    expect(again.stderr).toContain('finns redan');
  });

  it('lets no name from a pack lead out of the folder', async () => {
    await somePack(folder, 'ond.beredd', {
      agenda: [
        { number: '..', title: '../../ute', documents: [{ title: '../../../etc/passwd' }] },
        { number: null, title: 'CON', documents: [{ title: 'a:b*?' }] },
      ],
    });
    const run = await beredd(folder, ['pack', 'extract', 'ond.beredd', 'djupt/ner', '--json']);
    expect(run.code).toBe(0);
    expect((await readdir(folder)).toSorted()).toEqual(['djupt', 'ond.beredd']);
    expect(await readdir(inFolder('djupt'))).toEqual(['ner']);
    expect(await readdir(inFolder('djupt/ner'))).toHaveLength(2);
  });

  it.each([
    ['en tom fil', '', 'kallelse.beredd är tom.'],
    ['en webbsida', '<!doctype html><html>', 'kallelse.beredd är en webbsida, inte ett handlingspaket.'],
    ['något annat', 'inget paket alls', 'kallelse.beredd är inte ett handlingspaket.'],
  ])('refuses %s with file, reason and way out', async (_, content, sentence) => {
    await writeFile(inFolder('kallelse.beredd'), content);
    for (const command of ['verify', 'show']) {
      const run = await beredd(folder, ['pack', command, 'kallelse.beredd']);
      expect(run).toMatchObject({ code: 1, stdout: '' });
      expect(run.stderr.startsWith(sentence)).toBe(true);
    }
  });
});
