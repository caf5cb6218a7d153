import { copyFile, mkdir, readdir, readFile, stat, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { beforeEach, describe, expect, it } from 'vitest';
import { commandWords } from '../../../electron/cli/runCli.ts';
import { createNotes } from '../../../electron/notes/notes.ts';
import { openProfile } from '../../../electron/storage/profile.ts';
import { buildTestPack } from '../../support/packBuilder.ts';
import { testId } from '../../support/testManifest.ts';
import { meetingJson, pdf, writeFolder } from '../packs/folderScene.ts';
import { beredd, jsonOf, newFolder } from './cliScene.ts';

let folder: string;

beforeEach(async () => {
  folder = await newFolder();
});

const inFolder = (name: string): string => path.join(folder, name);
const done = (lines: readonly string[]) => ({ code: 0, stderr: '', stdout: `${lines.join('\n')}\n` });

/** A pack with fixed ids and key under the given name. */
async function somePack(name = 'kallelse.beredd', spec: Parameters<typeof buildTestPack>[0] = {}) {
  const pack = await buildTestPack(spec);
  await copyFile(pack.file, inFolder(name));
  return pack;
}

describe('beredd', () => {
  it('says what it can, and how each command is typed', async () => {
    const help = await beredd(folder, ['--help']);
    expect(help.code).toBe(0);
    for (const words of ['pack build MAPP', 'pack verify FIL', 'notes list', 'restore --profile']) {
      expect(help.stdout).toContain(words);
    }
    expect((await beredd(folder, ['pack', 'build', '--help'])).stdout).toContain('--supplement');
    expect((await beredd(folder, ['--help', '--lang', 'en'])).stdout).toContain('pack build FOLDER');
  });

  it('tells its version', async () => {
    expect(await beredd(folder, ['--version'])).toEqual(done(['beredd 1.2.3']));
  });

  it('names the first words by which the packaged app knows it', () => {
    expect(commandWords).toEqual(['pack', 'key', 'library', 'notes', 'backup', 'restore']);
  });

  it('speaks Swedish unless asked or surrounded by another language', async () => {
    const first = async (argv: string[], env: Record<string, string>) =>
      (await beredd(folder, argv, env)).stderr.split('\n')[0];
    expect(await first(['pack'], {})).toBe('Kommandot ”pack” finns inte.');
    expect(await first(['pack'], { LANG: 'en_GB.UTF-8' })).toBe('There is no command “pack”.');
    expect(await first(['pack', '--lang', 'sv'], { LANG: 'en_GB.UTF-8' })).toBe(
      'Kommandot ”pack” finns inte.',
    );
  });

  it.each([
    [[], 'Inget kommando angavs.'],
    [['pack', 'bygg'], 'Kommandot ”pack bygg” finns inte.'],
    [['pack', 'show'], 'En fil eller mapp saknas i kommandot.'],
    [['pack', 'show', 'a', 'b'], '”b” är ett ord för mycket.'],
    [['pack', 'show', 'a', '--profile', 'p'], '--profile är ingen flagga för det här kommandot.'],
    [['pack', 'show', 'a', '--nope'], '--nope är ingen flagga för det här kommandot.'],
    [['library', 'list'], '--profile saknas.'],
    [['library', 'list', '--profile'], 'Efter --profile saknas ett värde.'],
    [['library', 'list', '--json=1'], '--json ska inte ha något värde.'],
    [['library', 'list', '--lang', 'fi'], 'Språket ”fi” finns inte; välj sv eller en.'],
    [
      ['pack', 'build', 'm', '-o', 'x', '--key', 'k', '--supplement'],
      '--supplement behöver --previous: vilken revidering som kompletteras.',
    ],
    [
      ['backup', '--profile', 'p', '-o', 'b'],
      'En lösenfras behövs: --passphrase-file FIL eller miljövariabeln BEREDD_PASSPHRASE.',
    ],
  ])('answers %j with exit code 2 and what is wrong', async (argv, sentence) => {
    expect(await beredd(folder, argv)).toEqual({
      code: 2,
      stdout: '',
      stderr: `${sentence}\nSkriv beredd --help för att se alla kommandon.\n`,
    });
  });

  it('answers a mistyped command with one JSON object when asked to', async () => {
    const run = await beredd(folder, ['pack', 'bygg', '--json']);
    expect(run.code).toBe(2);
    expect(jsonOf(run)).toEqual({ ok: false, usage: 'Kommandot ”pack bygg” finns inte.' });
  });
});

describe('key and pack build', () => {
  const build = (source: string, ...more: string[]) =>
    beredd(folder, ['pack', 'build', source, '-o', 'ut.beredd', '--key', 'k', ...more]);

  beforeEach(async () => {
    expect((await beredd(folder, ['key', 'new', '-o', 'k'])).code).toBe(0);
  });

  it('makes a secret key for its owner alone, and a public one that minisign reads', async () => {
    expect((await stat(inFolder('k'))).mode & 0o777).toBe(0o600);
    expect(await readFile(inFolder('k.pub'), 'utf8')).toMatch(/^untrusted comment: .*\nRW/);
  });

  it('never writes over a key', async () => {
    const again = await beredd(folder, ['key', 'new', '-o', 'k']);
    expect(again.code).toBe(1);
    expect(again.stderr).toMatch(/^k.* finns redan\. Beredd skriver aldrig över/);
  });

  it('protects a key with a passphrase, and asks for it', async () => {
    const env = { BEREDD_PASSPHRASE: 'fyra små ord' };
    await beredd(folder, ['key', 'new', '-o', 'låst'], env);
    const source = await writeFolder({ '01 A/a.pdf': pdf('a') });
    const argv = ['pack', 'build', source, '-o', 'ut.beredd', '--key', 'låst'];
    expect(await beredd(folder, argv)).toMatchObject({ code: 1, stdout: '' });
    expect((await beredd(folder, argv, env)).code).toBe(0);
    await writeFile(inFolder('fras.txt'), 'fyra små ord\n');
    expect((await beredd(folder, [...argv, '--passphrase-file', 'fras.txt'])).code).toBe(0);
  });

  it('builds, tells what it built, and notes what it left out', async () => {
    const source = await writeFolder({ '01 A/a.pdf': pdf('a', 'b'), 'kallelse.pdf': pdf('k') });
    const run = await build(source);
    expect(run.code).toBe(0);
    expect(run.stdout).toMatch(
      /^ut\.beredd: revidering 1, 1 ärende, 1 handling, 2 sidor, 0,0 MB\nNyckelns sex ord: /,
    );
    expect(run.stderr).toBe('Obs: kallelse.pdf hör inte till något ärende och är inte med i paketet.\n');
    expect((await beredd(folder, ['pack', 'verify', 'ut.beredd'])).code).toBe(0);
  });

  it('builds a supplement on the previous revision, and never in its place', async () => {
    const first = await writeFolder({ '01 A/a.pdf': pdf('a'), '02 B/b.pdf': pdf('b') });
    await build(first);
    const second = await writeFolder({ '01 A/a.pdf': pdf('a'), '02 B/b.pdf': pdf('ny b') });
    const argv = ['pack', 'build', second, '--key', 'k', '--previous', 'ut.beredd', '--supplement'];
    expect((await beredd(folder, [...argv, '-o', './ut.beredd'])).stderr).toContain('finns redan');
    const run = await beredd(folder, [...argv, '-o', 'rev2.beredd', '--json']);
    expect(jsonOf(run)).toMatchObject({ ok: true, revision: 2, supplementTo: 1, carried: 1, documents: 2 });
  });

  it('gives the same bytes for the same folder, clock and ids', async () => {
    const source = await writeFolder({ '01 A/a.pdf': pdf('a') });
    await build(source);
    const first = await readFile(inFolder('ut.beredd'));
    await build(source);
    expect(Buffer.compare(await readFile(inFolder('ut.beredd')), first)).toBe(0);
  });

  it('refuses a mistake in item.json with the place and the reason', async () => {
    const source = await writeFolder({ '07 Plan/item.json': { documents: [{ file: 'saknas.pdf' }] } });
    expect(await build(source)).toEqual({
      code: 1,
      stdout: '',
      stderr:
        'item.json i 07 Plan går inte att använda. Filen har ett fel på stället documents.0.file: filen saknas.pdf finns inte. Rätta item.json och bygg paketet igen.\n',
    });
    expect(await readdir(folder)).toEqual(['k', 'k.pub']);
  });

  it('refuses a meeting.json without a time', async () => {
    const { start: _start, ...rest } = meetingJson;
    const source = await writeFolder({ 'meeting.json': rest, '01 A/a.pdf': pdf('a') });
    const run = await beredd(folder, [
      'pack',
      'build',
      source,
      '-o',
      'ut.beredd',
      '--key',
      'k',
      '--lang',
      'en',
    ]);
    expect(run.code).toBe(1);
    expect(run.stderr).toContain('meeting.json in');
    expect(run.stderr).toContain('start');
  });

  it('refuses a web page among the PDFs by its name', async () => {
    const run = await build(await writeFolder({ '01 A/skrivelse.pdf': '<!doctype html><p>404' }));
    expect(run.code).toBe(1);
    expect(run.stderr).toContain('01 A/skrivelse.pdf');
    expect(run.stderr).toContain('webbsida');
  });
});

describe('pack verify, show and extract', () => {
  it('tells that a pack is unchanged and who issued it', async () => {
    await somePack();
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
    await somePack();
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
    await somePack();
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
    const pack = await somePack();
    const run = await beredd(folder, ['pack', 'show', 'kallelse.beredd', '--json']);
    expect(jsonOf(run)).toMatchObject({
      ok: true,
      manifest: pack.manifest,
      manifestSha256: pack.manifestSha256,
    });
  });

  it('extracts under the names people know, and overwrites nothing', async () => {
    await somePack();
    expect((await beredd(folder, ['pack', 'extract', 'kallelse.beredd', 'ut'])).stdout).toBe(
      '2 handlingar i ut\n',
    );
    expect(await readdir(inFolder('ut/2 Detaljplan för Kyrkbyn'))).toEqual(['Tjänsteskrivelse.pdf']);
    const again = await beredd(folder, ['pack', 'extract', 'kallelse.beredd', 'ut']);
    expect(again.code).toBe(1);
    expect(again.stderr).toContain('finns redan');
  });

  it('lets no name from a pack lead out of the folder', async () => {
    await somePack('ond.beredd', {
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

describe('library, notes, backup and restore', () => {
  const list = (profile = 'profil') => beredd(folder, ['library', 'list', '--profile', profile]);
  const take = (...files: string[]) => beredd(folder, ['library', 'import', '--profile', 'profil', ...files]);

  it('takes packs in, twice without a difference, and lists them', async () => {
    await somePack();
    expect((await take('kallelse.beredd')).stdout).toBe(
      'kallelse.beredd: Kommunstyrelsen 1 december 2026, revidering 1, är nytt i biblioteket\n' +
        '  Nyckeln är inte bekräftad. Jämför de sex orden med kansliet: fladder pålitlig tyst lokförare pixel löddra\n',
    );
    const listed = await list();
    expect((await take('kallelse.beredd')).stdout).toContain('fanns redan');
    expect(await list()).toEqual(listed);
    expect(listed).toEqual(
      done([
        '2026-12-01T13:00:00+01:00  Kommunstyrelsen 1 december 2026, Kommunstyrelsen',
        '  revidering 1; 2 ärenden, 2 handlingar (2 olästa), 2 sidor, inga anteckningar',
        '  Granåsa kommun: nyckeln är inte bekräftad än',
        `  ${testId('meeting', 1)}`,
      ]),
    );
  });

  it('takes in what it can, and refuses the rest by name with exit code 1', async () => {
    await somePack();
    await writeFile(inFolder('tom.beredd'), '');
    const run = await take('tom.beredd', 'kallelse.beredd', 'saknas.beredd');
    expect(run.code).toBe(1);
    expect(run.stdout).toContain('är nytt i biblioteket');
    expect(run.stderr).toContain('tom.beredd är tom');
    expect(run.stderr).toContain('saknas.beredd går inte att öppna');
  });

  it('warns of a fork', async () => {
    await somePack('a.beredd');
    await somePack('b.beredd', { pack: { note: 'Annat' } });
    expect((await take('a.beredd', 'b.beredd')).stderr).toContain(
      'revidering 1 finns med två olika innehåll',
    );
  });

  it('is refused while a running Beredd has the profile', async () => {
    const profile = await openProfile(inFolder('profil'));
    if (!profile.ok) throw new Error('not opened');
    await somePack();
    const run = await take('kallelse.beredd');
    await profile.value.close();
    expect(run.code).toBe(1);
    expect(run.stderr).toContain('Ett annat Beredd använder redan');
    expect((await take('kallelse.beredd')).code).toBe(0);
  });

  it('does not make a profile of a mistyped folder', async () => {
    expect((await list('profl')).code).toBe(1);
    expect(await readdir(folder)).toEqual([]);
  });

  it('says when there is nothing', async () => {
    await mkdir(inFolder('profil'));
    expect(await list()).toEqual(done(['Biblioteket är tomt.']));
    expect(await beredd(folder, ['notes', 'list', '--profile', 'profil'])).toEqual(
      done(['Det finns inga anteckningar.']),
    );
  });

  async function writeNote(): Promise<void> {
    const profile = await openProfile(inFolder('profil'));
    if (!profile.ok) throw new Error('not opened');
    const notes = createNotes({ profile: profile.value, newId: () => testId('part', 77) });
    const added = await notes.add({
      kind: 'question',
      noteClass: 'private',
      colour: null,
      target: {
        meeting: testId('meeting', 1),
        source: { type: 'item', item: testId('item', 2) },
        selectors: [],
      },
      text: 'Vad kostar det?',
    });
    expect(added.ok).toBe(true);
    await notes.close();
    await profile.value.close();
  }

  it('lists notes by meeting, and carries them to another profile in one locked file', async () => {
    await somePack();
    await take('kallelse.beredd');
    await writeNote();
    const listed = done(['Kommunstyrelsen 1 december 2026 (2026-12-01)', '  Fråga: Vad kostar det?']);
    expect(await beredd(folder, ['notes', 'list', '--profile', 'profil'])).toEqual(listed);
    const env = { LANG: 'sv', BEREDD_PASSPHRASE: 'hemligt' };
    const argv = ['backup', '--profile', 'profil', '-o', 'mitt.beredd-backup'];
    expect(await beredd(folder, argv, env)).toEqual(done(['1 anteckning sparade i mitt.beredd-backup']));
    expect((await beredd(folder, argv, env)).stderr).toContain('finns redan');
    const restore = ['restore', '--profile', 'ny', 'mitt.beredd-backup'];
    const wrong = await beredd(folder, restore, { ...env, BEREDD_PASSPHRASE: 'fel' });
    expect(wrong.code).toBe(1);
    expect(await beredd(folder, restore, env)).toEqual(
      done(['mitt.beredd-backup: 1 anteckning, varav 1 ny']),
    );
    expect((await beredd(folder, restore, env)).stdout).toContain('varav ingen ny');
    expect((await beredd(folder, ['notes', 'list', '--profile', 'ny'])).stdout).toContain('Vad kostar det?');
  });

  it('prints one JSON object for each command', async () => {
    await somePack();
    const taken = await beredd(folder, ['library', 'import', '--profile', 'p', 'kallelse.beredd', '--json']);
    expect(jsonOf(taken)).toMatchObject({ ok: true, errors: [], outcomes: [{ file: 'kallelse.beredd' }] });
    const listed = await beredd(folder, ['library', 'list', '--profile', 'p', '--json']);
    expect(jsonOf(listed)).toMatchObject({ ok: true, meetings: [{ revision: 1 }] });
    const refused = await beredd(folder, ['library', 'import', '--profile', 'p', 'nej.beredd', '--json']);
    expect(jsonOf(refused)).toMatchObject({
      ok: false,
      errors: [{ code: 'packUnreadable', file: 'nej.beredd' }],
    });
  });
});
