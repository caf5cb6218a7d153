import { readdir, readFile, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { beforeEach, describe, expect, it } from 'vitest';
import { openPdf, startPdfium } from '../../support/pdfium.ts';
import { beredd, jsonOf, newFolder, somePack } from './cliScene.ts';

let folder: string;

beforeEach(async () => {
  folder = await newFolder();
  await somePack(folder);
});

describe('pack pdf', () => {
  it('writes one PDF with a bookmark for each item and document', async () => {
    const run = await beredd(folder, ['pack', 'pdf', 'kallelse.beredd', '-o', 'allt.pdf']);
    expect(run).toEqual({ code: 0, stdout: 'allt.pdf: 3 sidor\n', stderr: '' });
    const document = openPdf(
      await startPdfium(),
      new Uint8Array(await readFile(path.join(folder, 'allt.pdf'))),
    );
    expect(document.outline(() => false).entries.map(({ title, target }) => [title, target])).toEqual([
      ['Innehåll', { type: 'page', page: 1, y: null }],
      ['1 Val av justerare', { type: 'page', page: 2, y: null }],
      ['Föredragningslista', { type: 'page', page: 2, y: null }],
      ['2 Detaljplan för Kyrkbyn', { type: 'page', page: 3, y: null }],
      ['Tjänsteskrivelse', { type: 'page', page: 3, y: null }],
    ]);
  });

  it('overwrites nothing', async () => {
    await writeFile(path.join(folder, 'allt.pdf'), 'mitt');
    const run = await beredd(folder, ['pack', 'pdf', 'kallelse.beredd', '-o', 'allt.pdf']);
    expect(run.code).toBe(1);
    expect(await readFile(path.join(folder, 'allt.pdf'), 'utf8')).toBe('mitt');
    expect((await readdir(folder)).toSorted()).toEqual(['allt.pdf', 'kallelse.beredd']);
  });

  it('names a damaged document, and writes the rest', async () => {
    const pack = path.join(folder, 'kallelse.beredd');
    const bytes = await readFile(pack);
    bytes[bytes.indexOf('Tjänsteskrivelse', 0, 'latin1')] = 0x58;
    await writeFile(pack, bytes);
    const run = await beredd(folder, ['pack', 'pdf', 'kallelse.beredd', '-o', 'allt.pdf', '--json']);
    expect(run.code).toBe(1);
    expect(jsonOf(run)).toMatchObject({ ok: false, pages: 3, leftOut: ['Tjänsteskrivelse'] });
    expect(run.stderr).toContain('Handlingen Tjänsteskrivelse är skadad');
  });
});
