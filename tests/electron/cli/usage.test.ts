import { beforeEach, describe, expect, it } from 'vitest';
import { commandWords } from '../../../electron/cli/runCli.ts';
import { beredd, done, jsonOf, newFolder } from './cliScene.ts';

let folder: string;

beforeEach(async () => {
  folder = await newFolder();
});

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
    expect(commandWords).toEqual(['pack', 'draft', 'key', 'library', 'notes', 'backup', 'restore']);
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
