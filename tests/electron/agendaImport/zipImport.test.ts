import path from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { deflated, rawZip } from '../../support/rawZip.ts';
import { tinyPdf } from '../../support/tinyPdf.ts';
import type { ImportBench } from './importBench.ts';
import { importBench } from './importBench.ts';

const job = '33333333-3333-4333-8333-333333333333';
let bench: ImportBench;
beforeEach(async () => {
  bench = await importBench();
});
afterEach(() => bench.end());

const latin = (name: string): Uint8Array => Buffer.from(name, 'latin1');
const pdf = (words: string) => tinyPdf(words);

async function proposed(zip: Uint8Array) {
  const file = await bench.put('handlingar.zip', zip);
  return bench.jobs.propose({ job, draftId: bench.draftId, paths: [file], pastedAgenda: null });
}

describe('a ZIP', () => {
  test('of folders is taken in as the folders would be', async () => {
    const names = ['7 Budget/Tjänsteskrivelse.pdf', '8 Taxa/Bilaga 1.pdf'];
    const answer = await proposed(rawZip(names.map((name) => deflated({ name, bytes: pdf(name) }))));
    expect(answer).toMatchObject({
      ok: true,
      value: {
        items: [
          { number: '7', title: 'Budget', documents: [{ title: 'Tjänsteskrivelse' }] },
          { number: '8', title: 'Taxa', documents: [{ title: 'Bilaga 1' }] },
        ],
      },
    });
  });

  test('with names in an old code page has its å, ä and ö', async () => {
    const fields = { name: latin('Överförmyndarnämndens ärende.pdf') };
    const entry = { name: 'x', bytes: pdf('x'), local: fields, central: fields };
    const answer = await proposed(rawZip([entry]));
    expect(answer).toMatchObject({
      ok: true,
      value: { files: [{ name: 'Överförmyndarnämndens ärende.pdf' }] },
    });
  });

  test('leaves out names that lead out of it, links, hidden files and ZIPs inside it', async () => {
    const answer = await proposed(
      rawZip([
        { name: '1 Budget.pdf', bytes: pdf('Budget') },
        { name: '../../utanför.pdf', bytes: pdf('a') },
        { name: '__MACOSX/._x.pdf', bytes: pdf('b') },
        {
          name: 'länk.pdf',
          bytes: Buffer.from('/etc/passwd'),
          central: { externalAttributes: (0xa1ff << 16) >>> 0, madeBy: 0x0314 },
        },
        { name: 'mer.zip', bytes: rawZip([{ name: 'x.pdf', bytes: pdf('c') }]) },
      ]),
    );
    if (!answer.ok) throw new Error(JSON.stringify(answer.error));
    expect(answer.value.files.map(({ name }) => name)).toEqual(['1 Budget.pdf']);
    expect(answer.value.leftOut.map(({ why }) => why).toSorted()).toEqual([
      'hidden',
      'unknownKind',
      'unknownKind',
      'unsafeName',
    ]);
  });

  test.each([
    ['is cut', (zip: Uint8Array) => zip.slice(0, zip.length - 30), 'damaged'],
    ['has bytes after its end', (zip: Uint8Array) => Buffer.concat([zip, Buffer.from('PK')]), 'ambiguous'],
    [
      'has bytes before it',
      (zip: Uint8Array) => Buffer.concat([Buffer.from('PK\u0003\u0004xx'), zip]),
      'ambiguous',
    ],
  ])('that %s is refused and leaves nothing behind', async (_, spoil, rule) => {
    const answer = await proposed(spoil(rawZip([{ name: '1 Budget.pdf', bytes: pdf('Budget') }])));
    expect(answer).toMatchObject({ ok: false, error: { code: 'importZip', file: 'handlingar.zip' } });
    if (answer.ok) return;
    expect([rule, 'damaged']).toContain(answer.error.detail?.['rule']);
    expect(bench.kept()).toEqual([]);
  });

  test('with two entries of one name is refused', async () => {
    const entry = { name: '1 Budget.pdf', bytes: pdf('Budget') };
    expect(await proposed(rawZip([entry, entry]))).toMatchObject({
      ok: false,
      error: { code: 'importZip', detail: { rule: 'ambiguous' } },
    });
  });

  test('leaves out an entry whose bytes are not what was packed, or that is larger than it says', async () => {
    const good = deflated({ name: '1 Budget.pdf', bytes: pdf('Budget') });
    const wrongSum = { name: '2 Taxa.pdf', bytes: pdf('Taxa'), local: { crc: 1 }, central: { crc: 1 } };
    const bomb = deflated({ name: '3 Bomb.pdf', bytes: Buffer.alloc(2_000_000, 65) });
    const small = { ...bomb.local, size: 1000 };
    const answer = await proposed(
      rawZip([good, wrongSum, { ...bomb, local: small, central: { ...bomb.central, size: 1000 } }]),
    );
    if (!answer.ok) throw new Error(JSON.stringify(answer.error));
    expect(answer.value.files.map(({ name }) => name)).toEqual(['1 Budget.pdf']);
    expect(answer.value.leftOut.map(({ why }) => why)).toEqual(['unreadable', 'unreadable']);
  });

  test('that says it holds more than there is room for is refused before anything is unpacked', async () => {
    const huge = { size: 0xffff_fff0, compressedSize: 10 };
    const answer = await proposed(
      rawZip([
        { name: 'a.pdf', bytes: Buffer.alloc(10), local: huge, central: huge },
        { name: 'b.pdf', bytes: Buffer.alloc(10), local: huge, central: huge },
      ]),
    );
    expect(answer).toMatchObject({ ok: false, error: { code: 'importZip', detail: { rule: 'too-large' } } });
  });

  test('is told from other files by its bytes, whatever it is called', async () => {
    await bench.put('underlag.bin', rawZip([{ name: '4 Taxa.pdf', bytes: pdf('Taxa') }]));
    const answer = await bench.jobs.propose({
      job,
      draftId: bench.draftId,
      paths: [path.join(bench.folder, 'underlag.bin')],
      pastedAgenda: null,
    });
    expect(answer).toMatchObject({ ok: true, value: { items: [{ number: '4', title: 'Taxa' }] } });
  });
});
