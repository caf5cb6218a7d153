import { mkdir, readdir, readFile, stat, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { PrintOrder } from '../../../core/print/printOrder.ts';
import type { PrintedMeeting } from '../../../core/print/printedMeeting.ts';
import { printHandlers } from '../../../electron/ipc/print.ts';
import { composingHere } from '../../../electron/print/composingHere.ts';
import { openPrints, type Prints } from '../../../electron/print/prints.ts';
import { ok } from '../../../core/errors.ts';
import { line, testPdf } from '../../support/testPdf.ts';
import { openPdf, startPdfium } from '../../support/pdfium.ts';
import { layOutText } from '../../../core/text/layOutText.ts';
import {
  noteOn,
  noteOnPage,
  printedDocument,
  printedItem,
  printedMeeting,
} from '../../core/print/printScene.ts';
import { newFolder, wasmFile } from './composeScene.ts';

let folder: string;
let temporary: string;
let prints: Prints;
let meeting: PrintedMeeting;
const document = printedDocument(1, { pageCount: 2, firstPackPage: 214 });
const whole: PrintOrder = { choice: { what: 'meeting' }, notes: 'none', perSheet: 1, stamped: true };

beforeEach(async () => {
  folder = await newFolder();
  temporary = path.join(folder, 'temp');
  await mkdir(temporary);
  await writeFile(path.join(temporary, 'kvar sedan sist.pdf'), 'gammal');
  await writeFile(
    path.join(folder, document.sha256),
    await testPdf({ pages: [line('Förslaget', 72, 140), line('Skälen', 72, 140)] }),
  );
  const hidden = { slug: '0123456789abcdef', reason: 'secrecy' as const, ground: 'OSL 21:1', pageCount: 5 };
  meeting = printedMeeting({
    agenda: [
      printedItem(7, { documents: [document] }),
      printedItem(8, { title: 'Ett barn', sealed: hidden }),
    ],
  });
  prints = await openPrints({
    folder: temporary,
    connect: composingHere,
    wasmFile,
    producer: 'Beredd 1.2.3',
    documentFile: (sha256) => Promise.resolve({ path: path.join(folder, sha256) }),
    onProgress: () => undefined,
    report: (error) => {
      throw error;
    },
    now: () => 0,
  });
});
afterEach(() => prints.close());

const compose = (order: Partial<PrintOrder> = {}, job = 'a', notes = [noteOn(1, { type: 'meeting' })]) =>
  prints.compose({ job, meeting, order: { ...whole, ...order }, notes, language: 'sv' });

async function composedTexts(order: Partial<PrintOrder>, notes = [noteOn(1, { type: 'meeting' })]) {
  const composed = await compose(order, 'a', notes);
  if (!composed.ok) throw new Error(composed.error.code);
  const file = prints.find(composed.value.id)?.path ?? '';
  const pdf = openPdf(await startPdfium(), new Uint8Array(await readFile(file)));
  return Array.from({ length: pdf.pageCount }, (_, at) => {
    const characters = pdf.characters(at + 1);
    return characters.ok ? layOutText(characters.value).text.replace(/\s+/g, ' ').trim() : '';
  });
}

describe('prints of a meeting', () => {
  it('removes what an earlier start left, and everything at the end', async () => {
    expect(await readdir(folder)).not.toContain('temp');
    await compose();
    expect(await readdir(temporary)).toHaveLength(1);
    await prints.close();
    expect(await readdir(folder)).not.toContain('temp');
  });

  it('words contents, stamps and the page in the place of a sealed item', async () => {
    const [contents, first, second, sealed, ...more] = await composedTexts({});
    expect(contents).toContain('Nämndens sammanträde 2 december 2026, 13.00, Stora salen');
    expect(contents).toContain('7 Ärende 7 Handling 1 s. 214–215 8 Ett barn Sekretess, ingår inte');
    expect(first).toMatch(/Sida 214 \(rev 3\)/);
    expect(second).toMatch(/Skälen/);
    expect(sealed).toContain('8 Ett barn Ingår inte i utskriften Omfattas av sekretess.');
    expect(sealed).toContain('Grund: OSL 21:1');
    expect(more).toEqual([]);
  });

  it('lists notes with their numbers, classes, quotes and pages behind, and numbers them on the pages', async () => {
    const notes = [
      noteOnPage(1, document, 2, { text: 'Vem betalar?\nFråga ekonomichefen.', kind: 'question' }),
      noteOn(2, { type: 'meeting' }, { text: 'Ta med legitimation', noteClass: 'partyGroup' }),
    ];
    const texts = await composedTexts({ notes: 'both' }, notes);
    expect(texts[2]).toContain('2 ?');
    expect(texts.at(-1)).toContain('1 Anteckning Partigrupp Ta med legitimation');
    expect(texts.at(-1)).toContain(
      '2 Fråga Privat Handling 1, sida 2 (215 i paketet) ”orden” Vem betalar? Fråga ekonomichefen.',
    );
  });

  it('draws no notes unless they are asked for', async () => {
    const texts = await composedTexts({ notes: 'none' }, [
      noteOnPage(1, document, 2, { text: 'Hemlig tanke' }),
    ]);
    expect(texts.join(' ')).not.toContain('Hemlig tanke');
    expect(texts[2]).toBe('Sida 215 (rev 3) Skälen');
  });

  it('says so when what is chosen comes to nothing', async () => {
    const nothing = { choice: { what: 'items' as const, ids: [] } };
    expect(await compose(nothing)).toEqual({ ok: false, error: { code: 'printEmpty' } });
    expect(await readdir(folder)).not.toContain('temp');
  });

  it('ends the job before when another is asked for', async () => {
    const [before, after] = await Promise.all([compose({}, 'a'), compose({}, 'b')]);
    expect(before).toEqual({ ok: false, error: { code: 'cancelled' } });
    expect(after.ok).toBe(true);
    expect(await readdir(temporary)).toHaveLength(1);
  });
});

describe('what is done with a composed print', () => {
  const saved = () => path.join(folder, 'sparad.pdf');
  const handlers = (opens: boolean, chosen: string | null, names: string[] = []) =>
    printHandlers({
      prints,
      library: { meetingView: () => null },
      notes: {
        list: () =>
          Promise.resolve(
            ok({ meetingId: '', annotations: [], canUndo: false, canRedo: false, damage: null }),
          ),
      },
      dialogs: {
        choosePdfToSave: (name) => {
          names.push(name);
          return Promise.resolve(chosen);
        },
        openFile: (file) => {
          names.push(path.basename(file));
          return Promise.resolve(opens);
        },
      },
      language: () => 'sv',
    });
  const id = async () => {
    const composed = await compose({
      choice: { what: 'pages', documents: [{ id: document.id, pages: null }] },
    });
    return composed.ok ? composed.value.id : '';
  };

  it('is saved where the person says, under the name of what it is, for others to read', async () => {
    const names: string[] = [];
    expect(await handlers(true, saved(), names).save({ id: await id() })).toEqual(ok({ file: saved() }));
    expect(names).toEqual(['Handling 1.pdf']);
    expect((await readFile(saved())).subarray(0, 5).toString()).toBe('%PDF-');
    expect((await stat(saved())).mode & 0o777).toBe(0o666 & ~process.umask());
    expect((await readdir(folder)).filter((name) => name.endsWith('.part'))).toEqual([]);
  });

  it('is not saved when the person chooses nothing, and not where the disk refuses', async () => {
    const composed = await id();
    expect(await handlers(true, null).save({ id: composed })).toEqual(ok(null));
    const refused = await handlers(true, path.join(folder, 'finns inte', 'x.pdf')).save({ id: composed });
    expect(refused).toMatchObject({ ok: false, error: { code: 'diskDenied' } });
  });

  it('stays for the program it was handed to, and goes when it was only looked at', async () => {
    const looked = await id();
    await handlers(true, null).discard({ id: looked });
    expect(prints.findDocument(looked)).toBeNull();
    expect(await readdir(temporary)).toEqual([]);
    const handed = await id();
    expect(await handlers(true, null).open({ id: handed })).toEqual(ok(undefined));
    await handlers(true, null).discard({ id: handed });
    expect(await readdir(temporary)).toHaveLength(1);
  });

  it('says so when no program takes it', async () => {
    expect(await handlers(false, null).open({ id: await id() })).toEqual({
      ok: false,
      error: { code: 'printNotOpened' },
    });
  });

  it('knows nothing of an id it did not give', async () => {
    expect(await handlers(true, saved()).save({ id: 'f'.repeat(64) })).toMatchObject({ ok: false });
    expect(await handlers(true, saved()).open({ id: 'f'.repeat(64) })).toMatchObject({ ok: false });
  });
});
