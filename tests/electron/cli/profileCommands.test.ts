import { mkdir, readdir, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { beforeEach, describe, expect, it } from 'vitest';
import { createNotes } from '../../../electron/notes/notes.ts';
import { openProfile } from '../../../electron/storage/profile.ts';
import { itemQuestion } from '../../support/itemQuestion.ts';
import { testId } from '../../support/testManifest.ts';
import { beredd, done, jsonOf, newFolder, somePack } from './cliScene.ts';

let folder: string;

beforeEach(async () => {
  folder = await newFolder();
});

const inFolder = (name: string): string => path.join(folder, name);

describe('library, notes, backup and restore', () => {
  const list = (profile = 'profil') => beredd(folder, ['library', 'list', '--profile', profile]);
  const take = (...files: string[]) => beredd(folder, ['library', 'import', '--profile', 'profil', ...files]);

  it('takes packs in, twice without a difference, and lists them', async () => {
    await somePack(folder);
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
    await somePack(folder);
    await writeFile(inFolder('tom.beredd'), '');
    const run = await take('tom.beredd', 'kallelse.beredd', 'saknas.beredd');
    expect(run.code).toBe(1);
    expect(run.stdout).toContain('är nytt i biblioteket');
    expect(run.stderr).toContain('tom.beredd är tom');
    expect(run.stderr).toContain('saknas.beredd går inte att öppna');
  });

  it('warns of a fork', async () => {
    await somePack(folder, 'a.beredd');
    await somePack(folder, 'b.beredd', { pack: { note: 'Annat' } });
    expect((await take('a.beredd', 'b.beredd')).stderr).toContain(
      'revidering 1 finns med två olika innehåll',
    );
  });

  it('is refused while a running Beredd has the profile', async () => {
    const profile = await openProfile(inFolder('profil'));
    if (!profile.ok) throw new Error('not opened');
    await somePack(folder);
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
    const added = await notes.add(itemQuestion);
    expect(added.ok).toBe(true);
    await notes.close();
    await profile.value.close();
  }

  it('lists notes by meeting, and carries them to another profile in one locked file', async () => {
    await somePack(folder);
    await take('kallelse.beredd');
    await writeNote();
    const listed = done(['Kommunstyrelsen 1 december 2026 (2026-12-01)', '  Fråga: Vad kostar det?']);
    expect(await beredd(folder, ['notes', 'list', '--profile', 'profil'])).toEqual(listed);
    const env = { LANG: 'sv', BEREDD_PASSPHRASE: 'hemligt' };
    const argv = ['backup', '--profile', 'profil', '-o', 'mitt.beredd-backup'];
    expect(await beredd(folder, argv, env)).toEqual(
      done(['Säkerhetskopian mitt.beredd-backup är sparad, med 1 anteckning']),
    );
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
    await somePack(folder);
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
