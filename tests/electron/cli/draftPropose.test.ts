import { mkdir, readdir, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { beforeEach, describe, expect, it } from 'vitest';
import { tinyPdf } from '../../support/tinyPdf.ts';
import { beredd, jsonOf, newFolder } from './cliScene.ts';

let folder: string;

beforeEach(async () => {
  folder = await newFolder();
  await mkdir(path.join(folder, 'möte/07 Detaljplan Ängen'), { recursive: true });
  await writeFile(path.join(folder, 'möte/07 Detaljplan Ängen/Karta.pdf'), tinyPdf('Karta'));
});

describe('draft propose', () => {
  it('lists items and documents with how certain they are, and copies nothing', async () => {
    const run = await beredd(folder, ['draft', 'propose', 'möte']);
    expect(run).toEqual({
      code: 0,
      stdout: '7 Detaljplan Ängen\n    Karta – säker\n1 ärende, 1 handling, ingen fil utelämnad\n',
      stderr: '',
    });
    expect(await readdir(folder)).toEqual(['möte']);
  });

  it('takes an agenda from a file', async () => {
    await writeFile(path.join(folder, 'lista.csv'), 'Nr;Ärende\n1;Upprop\n2;Detaljplan för Ängen\n');
    const run = await beredd(folder, ['draft', 'propose', 'möte', '--agenda', 'lista.csv', '--json']);
    expect(jsonOf(run)).toMatchObject({
      ok: true,
      proposal: {
        items: [{ title: 'Upprop' }, { title: 'Detaljplan för Ängen', documents: [{ title: 'Karta' }] }],
      },
    });
  });

  it('says what is gone', async () => {
    const run = await beredd(folder, ['draft', 'propose', 'borta']);
    expect(run.code).toBe(1);
    expect(run.stderr).toContain('borta');
  });
});
