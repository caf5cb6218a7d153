import { readdir, readFile, stat, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { beforeEach, describe, expect, it } from 'vitest';
import { meetingJson, pdf, writeFolder } from '../packs/folderScene.ts';
import { beredd, jsonOf, newFolder } from './cliScene.ts';

let folder: string;

beforeEach(async () => {
  folder = await newFolder();
});

const inFolder = (name: string): string => path.join(folder, name);

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
      /^ut\.beredd: revidering 1, 1 ärende, 1 handling, 2 sidor, \d kB\nNyckelns sex ord: /,
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

  it('warns when the previous revision is signed with another key', async () => {
    const source = await writeFolder({ '01 A/a.pdf': pdf('a') });
    await build(source);
    await beredd(folder, ['key', 'new', '-o', 'annan']);
    const argv = ['pack', 'build', source, '-o', 'rev2.beredd', '--previous', 'ut.beredd', '--key'];
    expect((await beredd(folder, [...argv, 'k'])).stderr).toBe('');
    expect((await beredd(folder, [...argv, 'annan'])).stderr).toMatch(/^Obs: .*en annan nyckel/);
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

  it.each(['start', 'place', 'office'] as const)('refuses a meeting.json without %s', async (name) => {
    const { [name]: _left, ...rest } = meetingJson;
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
    expect(run.stderr).toContain(name);
  });

  it('refuses a web page among the PDFs by its name', async () => {
    const run = await build(await writeFolder({ '01 A/skrivelse.pdf': '<!doctype html><p>404' }));
    expect(run.code).toBe(1);
    expect(run.stderr).toContain('01 A/skrivelse.pdf');
    expect(run.stderr).toContain('webbsida');
  });
});
