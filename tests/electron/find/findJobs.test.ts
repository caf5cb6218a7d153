import { readdir, readFile, rm, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { encryptTo, newAgeIdentity, recipientOf } from '../../../electron/sealing/ageBox.ts';
import { all, greyJpeg, line, scan, testPdf } from '../../support/testPdf.ts';
import { openPdf, startPdfium } from '../../support/pdfium.ts';
import { layOutText } from '../../../core/text/layOutText.ts';
import type { SearchedDocument } from '../../../electron/find/findMessages.ts';
import type { FindScene, RunningJobs } from './findScene.ts';
import { findScene, startJobs } from './findScene.ts';

let scene: FindScene;
let running: RunningJobs;

beforeEach(async () => {
  scene = await findScene();
  running = startJobs(scene);
});
afterEach(async () => {
  await running.jobs.stop();
  await rm(scene.folder, { recursive: true });
});

const pages = (...texts: readonly string[]): Promise<Uint8Array> =>
  testPdf({ pages: texts.map((text) => line(text, 60, 80)) });

describe('searching documents', () => {
  test('tells every hit with its document, page and place in the text that the reader lays out', async () => {
    const bytes = await testPdf({
      pages: [
        all(line('Detaljplan Kyrkbyn', 60, 80), line('om detaljplanen', 60, 100)),
        line('Kartan', 60, 80),
      ],
    });
    const one = await scene.put(await pages('Budget', 'Ny detaljplan'), { pageCount: 2 });
    const two = await scene.put(bytes, { pageCount: 2 });
    const { hits, last } = await running.search('detaljplan', [one, two]);
    expect(hits.map(([document, page]) => [document, page])).toEqual([
      [0, 2],
      [1, 1],
      [1, 1],
    ]);
    const characters = openPdf(await startPdfium(), bytes).characters(1);
    if (!characters.ok) throw new Error('the page cannot be read');
    const { text } = layOutText(characters.value);
    expect(hits.slice(1).map(([, , start, end]) => text.slice(start, end))).toEqual([
      'Detaljplan',
      'detaljplan',
    ]);
    expect(last).toMatchObject({ pagesRead: 4, pagesTotal: 4, isDone: true, isCut: false });
  });

  test('finds the words of a sealed document with its key, and writes none of them anywhere', async () => {
    const key = await newAgeIdentity();
    const bytes = await pages('Hemligt avtal', 'Ingenting');
    const sealed = await scene.put(await encryptTo([await recipientOf(key)], bytes), { pageCount: 2, key });
    const open = await scene.put(await pages('Öppet avtal'));
    const { hits, last } = await running.search('avtal', [sealed, open]);
    expect(hits.map(([document, page]) => [document, page])).toEqual([
      [0, 1],
      [1, 1],
    ]);
    expect(last.documents.map(({ error }) => error)).toEqual([null, null]);
    expect((await running.search('hemligt', [sealed])).hits).toHaveLength(1);
    await running.jobs.stop();
    expect(await readdir(scene.texts)).toEqual([`${open.sha256}.json`]);
  });

  test('says that a sealed document is missing when its key is another’s', async () => {
    const [key, other] = [await newAgeIdentity(), await newAgeIdentity()];
    const bytes = await encryptTo([await recipientOf(key)], await pages('Hemligt avtal'));
    const { hits, last } = await running.search('avtal', [await scene.put(bytes, { key: other })]);
    expect(hits).toEqual([]);
    expect(last.documents[0]?.error?.code).toBe('documentMissing');
  });

  test('begins with the document it is told to', async () => {
    const documents = [await scene.put(await pages('plan ett')), await scene.put(await pages('plan två'))];
    const { hits } = await running.search('plan', documents, { startAt: 1 });
    expect(hits.map(([document]) => document)).toEqual([1, 0]);
  });

  test('counts pages of a document that shares its file from its own first page', async () => {
    const file = await scene.put(await pages('skola', 'väg', 'skola'), { fromPage: 2, pageCount: 2 });
    const { hits } = await running.search('skola', [file]);
    expect(hits.map(([, page]) => page)).toEqual([2]);
  });

  test('minds capitals and whole words when asked to', async () => {
    const file = await scene.put(await pages('Plan plan planen'));
    expect((await running.search('plan', [file])).hits).toHaveLength(3);
    expect((await running.search('plan', [file], { wholeWords: true })).hits).toHaveLength(2);
    expect((await running.search('plan', [file], { wholeWords: true, matchesCase: true })).hits).toHaveLength(
      1,
    );
  });

  test('tells which documents have no text, which are gone and which cannot be read', async () => {
    const documents = [
      await scene.put(await testPdf({ pages: [scan(greyJpeg), line('sida', 60, 80)] }), { pageCount: 2 }),
      await scene.put(greyJpeg, { isPdf: false, pageCount: 1 }),
      { ...(await scene.put(await pages('borta'))), path: null },
      await scene.put(new TextEncoder().encode('%PDF-1.7 avhuggen'), { pageCount: 3 }),
      await scene.put(await pages('en sida'), { pageCount: 2 }),
    ];
    const { told, last } = await running.search('sida', documents);
    const reports = told.flatMap(({ documents: each }) => each);
    expect(
      reports.map(({ index, pagesWithoutText, pagesUnread, error }) => [
        index,
        pagesWithoutText,
        pagesUnread,
        error?.code ?? null,
      ]),
    ).toEqual([
      [0, 1, [], null],
      [1, 1, [], null],
      [2, 0, [], 'documentMissing'],
      [3, 0, [], 'documentDamaged'],
      [4, 0, [2], null],
    ]);
    expect(last.pagesRead).toBe(last.pagesTotal);
  });

  test('a newer search ends the one before', async () => {
    const file = await scene.put(await pages(...Array.from({ length: 12 }, () => 'plan')), { pageCount: 12 });
    const words = { words: 'plan', matchesCase: false, wholeWords: false };
    running.send({ kind: 'search', search: 'older', words, documents: [file], startAt: 0 });
    const { hits } = await running.search('plan', [file]);
    expect(hits).toHaveLength(12);
    const ends = running.replies.filter((reply) => reply.kind === 'found' && reply.found.isDone);
    expect(ends).toHaveLength(1);
  });

  test('gives the lines of hits', async () => {
    const file = await scene.put(await pages('Vi antar detaljplanen för Kyrkbyn'));
    const { hits } = await running.search('detaljplan', [file]);
    const [, page = 0, start = 0, end = 0] = hits[0] ?? [];
    running.send({ kind: 'lines', job: 1, places: [{ document: file, page, start, end }] });
    await running.until((reply) => reply.kind === 'lines');
    const reply = running.replies.find((each) => each.kind === 'lines');
    expect(reply).toMatchObject({
      lines: [{ text: 'Vi antar detaljplanen för Kyrkbyn', start: 9, end: 19 }],
    });
  });
});

describe('keeping what was read', () => {
  test('reads each page once, also after another start', async () => {
    const file = await scene.put(await pages('skola', 'väg'), { pageCount: 2 });
    await running.search('skola', [file]);
    await running.search('väg', [file]);
    expect(running.readPages()).toEqual([1, 2]);
    const again = startJobs(scene);
    expect((await again.search('väg', [file])).hits).toHaveLength(1);
    expect(again.readPages()).toEqual([]);
    await again.jobs.stop();
  });

  test('reads ahead without words, and goes on when a search between is done', async () => {
    const file = await scene.put(await pages('a', 'b', 'c', 'd'), { pageCount: 4 });
    const other = await scene.put(await pages('plan'));
    running.send({ kind: 'search', search: 'ahead', words: null, documents: [file], startAt: 0 });
    await running.search('plan', [other]);
    await running.until(
      (reply) => reply.kind === 'found' && reply.found.search === 'ahead' && reply.found.isDone,
    );
    expect(running.readPages().filter((page) => page > 1)).toEqual([2, 3, 4]);
  });

  test.each([
    ['cut off', (content: string) => content.slice(0, -40)],
    ['with other words in it', (content: string) => content.replace('skola', 'skata')],
    ['that is no text at all', () => '\u0000\u0000\u0000'],
    ['of another version', (content: string) => content.replace('"version":"1', '"version":"0')],
  ])('reads anew when the kept text is a file %s', async (_what, damage) => {
    const file = await scene.put(await pages('skola'));
    await running.search('skola', [file]);
    const kept = path.join(scene.texts, `${file.sha256}.json`);
    await running.jobs.stop();
    const whole = await readFile(kept, 'utf8');
    await writeFile(kept, damage(whole));
    const again = startJobs(scene);
    expect((await again.search('skola', [file])).hits).toHaveLength(1);
    expect(again.readPages()).toEqual([1]);
    await again.jobs.stop();
    expect(await readFile(kept, 'utf8')).toBe(whole);
  });

  test('leaves no words of documents that are no longer here', async () => {
    const gone = await scene.put(await pages('hemligt'));
    const stays = await scene.put(await pages('kvar'));
    await running.search('kvar', [gone, stays]);
    // What was found is told before it is on disk: what a process writes is there when it has stopped.
    await running.jobs.stop();
    await rm(path.join(scene.documents, gone.sha256));
    const again = startJobs(scene);
    await again.search('kvar', [stays]);
    await expect.poll(() => readdir(scene.texts)).toEqual([`${stays.sha256}.json`]);
    await again.jobs.stop();
  });

  test('passes over a page that a process before did not get over, and says which', async () => {
    const file = await scene.put(await pages('plan', 'plan', 'plan'), { pageCount: 3 });
    const careful = startJobs(scene, { skipped: [{ sha256: file.sha256, page: 2 }] });
    const { hits, told } = await careful.search('plan', [file]);
    expect(hits.map(([, page]) => page)).toEqual([1, 3]);
    expect(told.flatMap(({ documents }) => documents)).toMatchObject([{ index: 0, pagesUnread: [2] }]);
    await careful.jobs.stop();
  });
});

describe('counting words', () => {
  const wordsOf = async (reads: boolean, ...documents: SearchedDocument[]) => {
    const job = (jobs += 1);
    running.send({ kind: 'words', job, documents, reads });
    await running.until((reply) => reply.kind === 'words' && reply.job === job);
    const reply = running.replies.find((each) => each.kind === 'words' && each.job === job);
    return reply?.kind === 'words' ? reply.words : [];
  };
  let jobs = 100;

  test('tells the words of pages that were read, reads the others when asked, and knows them afterwards', async () => {
    const document = await scene.put(await pages('Budget för 2026 antas', '1 234 5 678', 'Ny plan'), {
      fromPage: 1,
      pageCount: 3,
    });
    expect(await wordsOf(false, document)).toEqual([[null, null, null]]);
    // Figures alone are looked up, not read.
    expect(await wordsOf(true, document)).toEqual([[3, 0, 2]]);
    expect(await wordsOf(false, document, { ...document, fromPage: 3, pageCount: 1 })).toEqual([
      [3, 0, 2],
      [2],
    ]);
  });

  test('does not know the words of what is no PDF or not here', async () => {
    const missing = { sha256: 'ab'.repeat(32), path: null, isPdf: true, fromPage: 1, pageCount: 2 };
    const damaged = await scene.put(new TextEncoder().encode('no PDF'), { pageCount: 1 });
    expect(await wordsOf(true, missing, damaged)).toEqual([[null, null], [null]]);
  });
});
