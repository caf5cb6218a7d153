import fs from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import type { Finding } from '../../../core/preflight/finding.ts';
import { checkDigit } from '../../../core/preflight/personalNumbers.ts';
import type { DraftsService } from '../../../electron/drafts/draftsService.ts';
import { pdfiumFile } from '../../../electron/pdf/loadPdfium.ts';
import { createDraftPreflight } from '../../../electron/preflight/draftPreflight.ts';
import {
  createPreflightReader,
  preflightHere,
  type PreflightReader,
} from '../../../electron/preflight/preflightReader.ts';
import { draftId, sampleDocument, sampleFile, sampleItem, sampleSeal } from '../../support/draftBuilders.ts';
import { rawPages } from '../../support/rawPdf.ts';
import { greyJpeg, line, scan, testPdf } from '../../support/testPdf.ts';
import { filesBelow, newFolder, openSome, someVault, valueOf } from '../drafts/draftScene.ts';

const reader = (): PreflightReader =>
  createPreflightReader({ connect: preflightHere, wasmFile: pdfiumFile() });
const counted = (): PreflightReader & { readonly read: string[] } => {
  const inner = reader();
  const read: string[] = [];
  return { ...inner, read, check: (file) => (read.push(file.path), inner.check(file)) };
};

async function checkedService(
  folder: string,
  asked: PreflightReader,
  vault = someVault(),
): Promise<DraftsService> {
  const checks = createDraftPreflight({
    reader: asked,
    now: () => Date.UTC(2026, 10, 20, 9, 0),
    hasCard: () => true,
    report: (error) => {
      throw error;
    },
  });
  return openSome(folder, { checks, vault: await vault });
}

/** A draft that lacks nothing but what its files bring. */
async function draftWith(service: DraftsService, files: readonly Uint8Array[]): Promise<string> {
  const { id } = valueOf(await service.create({ from: 'nothing', bodyId: null, kind: 'meeting' })).draft;
  const body = { id: draftId('body', 1), name: 'Nämnden', roster: null };
  valueOf(await service.edit(id, { do: 'setBody', body }));
  valueOf(await service.edit(id, { do: 'setIssuer', municipality: 'Granåsa kommun', office: 'Kansliet' }));
  const patch = {
    title: 'Nämndmöte',
    place: 'Salen',
    start: '2026-12-20T13:00:00+01:00',
    summonsDeadline: '2026-12-10',
  };
  valueOf(await service.edit(id, { do: 'setMeeting', patch }));
  valueOf(await service.edit(id, { do: 'addItem', item: sampleItem(1), parent: null, at: 0 }));
  const contents = valueOf(await service.contents(id));
  for (const [n, bytes] of files.entries()) {
    const source = path.join(newFolder(), `${n}.pdf`);
    fs.writeFileSync(source, bytes);
    const { sha256, size } = valueOf(await contents.take(source, { sealed: false }));
    const file = sampleFile(`${n}.pdf`, { sha256, size, pageCount: null, pagesWithoutText: null });
    const documents = [sampleDocument(n, { file: sha256 })];
    valueOf(
      await service.edit(id, {
        do: 'addDocuments',
        itemId: draftId('item', 1),
        at: n,
        documents,
        files: [file],
      }),
    );
  }
  return id;
}

/** What is told of the draft, at once or by an event, when it is `wanted`. */
async function findingsOf(
  service: DraftsService,
  id: string,
  wanted: readonly string[],
): Promise<readonly Finding[]> {
  let findings: readonly Finding[] = [];
  await expect
    .poll(
      async () => {
        findings = valueOf(await service.open(id)).findings;
        return findings.map(({ code }) => code);
      },
      { timeout: 10_000 },
    )
    .toEqual(wanted);
  return findings;
}

const number = `900101-001${checkDigit('900101001')}`;

describe('pre-flight of a draft', () => {
  it('reads every file once and tells what stands in it, also after a new start', async () => {
    const folder = newFolder();
    const pdf = await testPdf({
      pages: [line('Ansökan', 50, 50), line(`Sökande ${number}`, 50, 50), scan(greyJpeg)],
    });
    const first = counted();
    const service = await checkedService(folder, first);
    const told: number[] = [];
    service.onChanged((view) => told.push(view.findings.length));
    const id = await draftWith(service, [pdf]);
    const findings = await findingsOf(service, id, ['noTextLayer', 'personalIdentityNumber']);
    expect(findings).toMatchObject([
      { detail: { count: 1, of: 3, pages: '3' } },
      { page: 2, detail: { count: 1 } },
    ]);
    expect(first.read).toHaveLength(1);
    await expect.poll(() => told.at(-1)).toBe(2);
    await service.close();
    const second = counted();
    await findingsOf(await checkedService(folder, second), id, ['noTextLayer', 'personalIdentityNumber']);
    expect(second.read).toEqual([]);
  });

  it('can be waited for until every file has been read', async () => {
    const pages = [line(`Sökande ${number}`, 50, 50)];
    const pdfs = await Promise.all([testPdf({ pages }), testPdf({ pages: [...pages, ...pages] })]);
    const service = await checkedService(newFolder(), reader());
    const id = await draftWith(service, pdfs);
    const { findings } = valueOf(await service.checked(id));
    expect(findings.map(({ code }) => code)).toEqual(['personalIdentityNumber', 'personalIdentityNumber']);
  });

  it('never writes down the numbers it finds', async () => {
    const folder = newFolder();
    const service = await checkedService(folder, reader());
    const id = await draftWith(service, [await testPdf({ pages: [line(`Sökande ${number}`, 50, 50)] })]);
    await findingsOf(service, id, ['personalIdentityNumber']);
    await service.close();
    const withNumber = filesBelow(folder).filter(
      ({ name, bytes }) => !name.includes('/files/') && bytes.includes(number),
    );
    expect(withNumber).toEqual([]);
  });

  it('stops at hostile and broken files, and reads the others all the same', async () => {
    const whole = await testPdf({ pages: [line('Hel', 50, 50)] });
    const service = await checkedService(newFolder(), reader());
    const id = await draftWith(service, [
      Buffer.from('<!doctype html><title>Logga in</title>'),
      new Uint8Array(),
      Buffer.from('inte en pdf'),
      await testPdf({ pages: [line('Låst', 50, 50)], userPassword: 'hemligt' }),
      Buffer.concat([Buffer.from('%PDF-1.7\n'), Buffer.alloc(5000, 0x41)]),
      whole.slice(0, 200),
      rawPages(1, { page: '/Contents 4 0 R', more: ['<</Length 3>>stream\nq q\nendstream'] }),
      rawPages(1, { catalogue: '/Pages 2 0 R', more: [] }).map((byte, at) =>
        at > 60 && at < 90 ? 0x20 : byte,
      ),
      whole,
    ]);
    await expect
      .poll(
        async () =>
          valueOf(await service.open(id)).findings.map(
            ({ code, documentId }) => `${documentId?.at(-1)} ${code}`,
          ),
        {
          timeout: 15_000,
        },
      )
      .toEqual(
        expect.arrayContaining([
          '0 fileIsHtml',
          '1 fileEmpty',
          '2 fileNotPdf',
          '3 fileEncrypted',
          '4 fileDamaged',
        ]),
      );
    const last = valueOf(await service.open(id)).findings;
    expect(last.filter(({ documentId }) => documentId === draftId('document', 8))).toEqual([]);
  });

  it('reads sealed documents in memory and keeps nothing of them on disk', async () => {
    const folder = newFolder();
    const vault = someVault();
    const pdf = await testPdf({ pages: [scan(greyJpeg), line(`Sökande ${number}`, 50, 50)] });
    const service = await checkedService(folder, reader(), vault);
    const id = await draftWith(service, [pdf]);
    await findingsOf(service, id, ['noTextLayer', 'personalIdentityNumber']);
    valueOf(await service.edit(id, { do: 'setSeal', itemId: draftId('item', 1), seal: sampleSeal() }));
    await findingsOf(service, id, ['noTextLayer']);
    await service.close();
    expect(filesBelow(folder).filter(({ name }) => name.includes('facts'))).toEqual([]);
    const again = counted();
    await findingsOf(await checkedService(folder, again, vault), id, ['noTextLayer']);
    expect(again.read.map((file) => path.extname(file))).toEqual(['.age']);
  });

  it('tries a file on which its process hangs or dies once more, gives it up, and goes on', async () => {
    const started: string[] = [];
    const reported: unknown[] = [];
    const readable = { condition: 'readable', pageCount: 1, pagesWithoutText: [], numbers: [] };
    const hanging = createPreflightReader({
      wasmFile: '',
      patienceSeconds: 1,
      report: (error) => reported.push(error),
      connect: () => {
        let tell: (message: unknown) => void = () => undefined;
        let gone: (why: string) => void = () => undefined;
        const process = started.push('') - 1;
        const act = (text: string): void => {
          if (text.includes('dies')) gone('exit code 1');
          if (text.includes('stumbles') && !started.slice(0, process).includes('stumbles'))
            gone('exit code 9');
          else if (text.includes('fine') || text.includes('stumbles'))
            tell({ kind: 'facts', facts: readable });
        };
        return {
          send: (message) => {
            const text = JSON.stringify(message);
            if (text.includes('stumbles')) started[process] = 'stumbles';
            queueMicrotask(() => act(text));
          },
          onMessage: (listener) => (tell = listener),
          onGone: (listener) => (gone = listener),
          stop: () => Promise.resolve(),
        };
      },
    });
    const check = (file: string) => hanging.check({ path: file, key: null, latestYear: 2026 });
    const all = await Promise.all(['hangs', 'dies', 'stumbles', 'fine'].map(check));
    expect(all.map((facts) => facts?.condition)).toEqual(['damaged', 'damaged', 'readable', 'readable']);
    expect(reported).toHaveLength(5);
  });
});
