import { createHash } from 'node:crypto';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { expect, test } from 'vitest';
import { compareDocuments } from '../../core/revisionDiff/compareDocuments.ts';
import { normaliseText } from '../../core/text/normaliseText.ts';
import { DocumentTexts } from '../../electron/find/documentTexts.ts';
import { PdfTexts } from '../../electron/find/pdfTexts.ts';
import { ReaderPool } from '../../electron/find/ReaderPool.ts';
import { fileTextCache } from '../../electron/find/textCache.ts';
import { loadPdfium, pdfiumFile } from '../../electron/pdf/loadPdfium.ts';
import { placeNotes } from '../../electron/placements/placeNotes.ts';
import type {
  DocumentNow,
  FileOfDocument,
  NoteToLookFor,
} from '../../electron/revisions/revisionMessages.ts';
import { RevisionTexts } from '../../electron/revisions/revisionTexts.ts';
import { seededRandom } from '../fuzz/seededRandom.ts';
import { testId } from '../support/testManifest.ts';
import { all, line, testPdf } from '../support/testPdf.ts';
import { printDocument } from './printedDocument.ts';
import { changes } from './revisions.ts';
import { createWriter } from './swedishText.ts';

const documentCount = 30;
const paragraphCount = 420;
const noteCount = 500;
const layout = { width: 78, linesPerPage: 44, hyphenates: false, ligatures: false, head: 'Provkommunen' };

interface Made {
  readonly file: FileOfDocument;
  readonly pages: readonly string[];
}

async function made(folder: string, pages: readonly string[]): Promise<Made> {
  const bytes = await testPdf({
    pages: pages.map((page) => all(...page.split('\n').map((text, at) => line(text, 60, 60 + at * 15, 10)))),
  });
  const sha256 = createHash('sha256').update(bytes).digest('hex');
  const file = path.join(folder, sha256);
  await writeFile(file, bytes);
  return { pages, file: { sha256, path: file, isPdf: true, fromPage: 1, pageCount: pages.length } };
}

function textsIn(folder: string): RevisionTexts {
  const readers = new ReaderPool({
    // One reader on this thread: the app has up to four of them, in threads of their own.
    startReader: () => new PdfTexts(() => loadPdfium(pdfiumFile())),
    width: 1,
  });
  return new RevisionTexts({
    readers,
    texts: new DocumentTexts({ readers, cache: fileTextCache(folder, 'measured'), skipped: [] }),
  });
}

test('500 notes over 1,500 pages', async () => {
  const folder = await mkdtemp(path.join(tmpdir(), 'beredd-measure-'));
  const random = seededRandom(4711);
  const kinds = Object.values(changes);
  const before: Made[] = [];
  const after: Made[] = [];
  for (let at = 0; at < documentCount; at += 1) {
    const writer = createWriter(random);
    const paragraphs = Array.from({ length: paragraphCount }, () => writer.paragraph(1 + random.below(3)));
    const change = kinds[at % kinds.length];
    const revised = change?.(paragraphs, layout, random, writer) ?? { paragraphs, layout };
    before.push(await made(folder, printDocument(paragraphs, layout, random).pages));
    after.push(await made(folder, printDocument(revised.paragraphs, revised.layout, random).pages));
  }
  const documents = after.map(({ file }, at): DocumentNow => ({
    id: testId('document', at),
    title: `Handling ${at}`,
    holder: { type: 'item', id: testId('item', at % 12) },
    file,
  }));
  const notes = Array.from({ length: noteCount }, (_, number): NoteToLookFor => {
    const at = number % documentCount;
    const old = before[at];
    const pages = old?.pages ?? [];
    const page = random.below(pages.length);
    const text = normaliseText(pages[page] ?? '');
    const start = text.indexOf(' ', random.below(Math.max(1, text.length - 200))) + 1;
    const exact = text.slice(start, start + 20 + random.below(140)).replace(/\s\S*$/, '');
    return {
      id: testId('part', number),
      holder: { type: 'item', id: testId('item', at % 12) },
      old: old?.file ?? null,
      target: {
        meeting: testId('meeting', 1),
        source: { type: 'document', document: testId('document', at), item: testId('item', at % 12) },
        selectors: [
          { type: 'PageSelector', sha256: old?.file.sha256 ?? '', page: page + 1, quads: [] },
          {
            type: 'TextQuoteSelector',
            exact,
            prefix: text.slice(Math.max(0, start - 32), start),
            suffix: text.slice(start + exact.length, start + exact.length + 32),
            normalisation: 1,
          },
          { type: 'TextPositionSelector', start, end: start + exact.length },
        ],
      },
    };
  });
  const place = async (texts: RevisionTexts): Promise<number> => {
    const started = performance.now();
    const found = await placeNotes(notes, documents, {
      texts,
      signal: new AbortController().signal,
      onProgress: () => undefined,
    });
    const seconds = (performance.now() - started) / 1000;
    expect(found).toHaveLength(noteCount);
    await texts.rest();
    return seconds;
  };
  const pageCount = after.reduce((sum, { pages }) => sum + pages.length, 0);
  const cache = path.join(folder, 'text');
  const cold = await place(textsIn(cache));
  const warm = await place(textsIn(cache));
  const started = performance.now();
  for (const [at, old] of before.entries()) compareDocuments(old.pages, after[at]?.pages ?? []);
  const compared = (performance.now() - started) / 1000;
  await rm(folder, { recursive: true });
  const seconds = (value: number): string => `${value.toFixed(1)} s`;
  process.stdout.write(
    `${noteCount} notes, ${pageCount} pages: placed in ${seconds(cold)} with no text read before, ` +
      `${seconds(warm)} with the text kept from searching; all documents compared in ${seconds(compared)}\n`,
  );
});
