import { createHash } from 'node:crypto';
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { PDFArray, PDFDict, PDFDocument, PDFHexString, PDFName, PDFString } from '@cantoo/pdf-lib';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Annotation } from '../../../core/annotation/annotation.ts';
import { annotatePdf, loadAnnotating } from '../../../electron/annotatedCopy/annotatePdf.ts';
import type { AnnotatingModule } from '../../../electron/annotatedCopy/annotationFunctions.ts';
import { copiedMarks } from '../../../electron/annotatedCopy/copiedMark.ts';
import { readAnnotations } from '../../../electron/annotatedCopy/readAnnotations.ts';
import { canReadAnnotations, type ReadingModule } from '../../../electron/annotatedCopy/readingFunctions.ts';
import { pdfiumFile } from '../../../electron/pdf/loadPdfium.ts';
import { failureOf, valueOf } from '../../support/packReading.ts';
import { testId } from '../../support/testManifest.ts';
import { tinyPdf } from '../../support/tinyPdf.ts';

let folder: string;
let module: AnnotatingModule & ReadingModule;
const bytes = tinyPdf('Sida ett', 'Sida tva');
const sha256 = createHash('sha256').update(bytes).digest('hex');
const inFolder = (name: string): string => path.join(folder, name);

beforeAll(async () => {
  folder = await mkdtemp(path.join(tmpdir(), 'beredd-annotated-'));
  await writeFile(inFolder('source.pdf'), bytes);
  const loaded = await loadAnnotating(pdfiumFile());
  if (!canReadAnnotations(loaded)) throw new Error('this PDFium cannot read annotations');
  module = loaded;
});
afterAll(() => rm(folder, { recursive: true }));

const note = (n: number, changes: Partial<Annotation>, page = 1, quads: number[][] = []): Annotation => ({
  id: testId('part', n),
  kind: 'note',
  noteClass: 'private',
  colour: null,
  target: {
    meeting: testId('meeting', 1),
    source: { type: 'document', document: testId('document', 1), item: null },
    selectors: [{ type: 'PageSelector', sha256, page, quads }],
  },
  text: '',
  createdAt: 1,
  modifiedAt: Date.UTC(2026, 10, 22),
  conflictingTexts: [],
  ...changes,
});
const line = [72, 775, 160, 775, 72, 758, 160, 758];
const notes = [
  note(1, { kind: 'highlight', colour: 'green', text: 'Bra, åäö' }, 1, [line]),
  note(2, { kind: 'underline' }, 1, [line]),
  note(3, { kind: 'question', text: 'Varför?' }, 2),
  note(4, { text: 'x'.repeat(12_000) }, 2),
];
const drawn = [
  note(
    5,
    {
      kind: 'ink',
      strokes: [
        { points: [100, 600, 140, 640, 180, 600], width: 2, colour: 'blue' },
        { points: [100, 560, 240, 560], width: 12, colour: 'yellow' },
      ],
    },
    1,
    [[94, 641, 246, 641, 94, 554, 246, 554]],
  ),
  note(6, { kind: 'freeText', text: 'Varför så dyrt? Åäö', textLook: { size: 16, colour: 'red' } }, 1, [
    [100, 500, 300, 500, 100, 479, 300, 479],
  ]),
  note(7, { kind: 'area', text: 'Kartan' }, 1, [[100, 450, 300, 450, 100, 350, 300, 350]]),
];

/** Subtype and contents of every annotation, as another library reads them. */
async function annotationsIn(file: string): Promise<readonly (readonly [string, string])[]> {
  const document = await PDFDocument.load(await readFile(file));
  return document.getPages().flatMap((page) => {
    const list = page.node.lookupMaybe(PDFName.of('Annots'), PDFArray);
    return (list?.asArray() ?? []).map((entry) => {
      const annotation = document.context.lookup(entry, PDFDict);
      const contents = annotation.get(PDFName.of('Contents'));
      const isText = contents instanceof PDFHexString || contents instanceof PDFString;
      const text = isText ? contents.decodeText() : '';
      return [String(annotation.get(PDFName.of('Subtype'))), text] as const;
    });
  });
}

describe('an annotated copy of a PDF', () => {
  test('holds notes as annotations that other programs read, and leaves the original as it was', async () => {
    const marks = copiedMarks(notes, sha256, 'Maja Lind');
    const made = valueOf(annotatePdf(module, inFolder('source.pdf'), inFolder('copy.pdf'), marks));
    expect(made.markCount).toBe(4);
    const found = await annotationsIn(inFolder('copy.pdf'));
    expect(found.map(([subtype]) => subtype)).toEqual(['/Highlight', '/Underline', '/Text', '/Text']);
    expect(found[0]?.[1]).toBe('Bra, åäö');
    expect(Buffer.compare(await readFile(inFolder('source.pdf')), bytes)).toBe(0);
  });

  test('gives the same notes when it is read back', () => {
    valueOf(
      annotatePdf(module, inFolder('source.pdf'), inFolder('back.pdf'), copiedMarks(notes, sha256, '')),
    );
    const { notes: read, foreign } = valueOf(readAnnotations(module, inFolder('back.pdf')));
    expect(foreign).toEqual([]);
    expect(read.map((text) => JSON.parse(text) as unknown)).toEqual(notes);
  });

  test('holds drawings, words on the page and areas, each seen on the page', async () => {
    const marks = copiedMarks(drawn, sha256, '');
    const made = valueOf(annotatePdf(module, inFolder('source.pdf'), inFolder('drawn.pdf'), marks));
    expect(made.markCount).toBe(4);
    const found = await annotationsIn(inFolder('drawn.pdf'));
    expect(found).toEqual([
      ['/Ink', ''],
      ['/Ink', ''],
      ['/FreeText', 'Varför så dyrt? Åäö'],
      ['/Square', 'Kartan'],
    ]);
    const { notes: read } = valueOf(readAnnotations(module, inFolder('drawn.pdf')));
    expect(read.map((text) => JSON.parse(text) as unknown)).toEqual(drawn);
  });

  test('marks words over a page break on both pages, and says their text once', async () => {
    const over = note(8, { kind: 'highlight', text: 'Hela meningen' }, 1, [line]);
    const [first] = over.target.selectors;
    if (first?.type !== 'PageSelector') throw new Error('no page');
    const both = { ...over, target: { ...over.target, selectors: [first, { ...first, page: 2 }] } };
    const marks = copiedMarks([both], sha256, '');
    expect(marks.map(({ page }) => page)).toEqual([1, 2]);
    valueOf(annotatePdf(module, inFolder('source.pdf'), inFolder('over.pdf'), marks));
    expect(await annotationsIn(inFolder('over.pdf'))).toEqual([
      ['/Highlight', 'Hela meningen'],
      ['/Highlight', ''],
    ]);
    const { notes: read } = valueOf(readAnnotations(module, inFolder('over.pdf')));
    expect(read.map((text) => JSON.parse(text) as unknown)).toEqual([both]);
  });

  test('takes only notes of this file', () => {
    const [first] = notes;
    if (first === undefined) throw new Error('no note');
    const elsewhere = { ...first, target: { ...first.target, selectors: [] } };
    expect(copiedMarks([elsewhere], sha256, '')).toEqual([]);
    expect(copiedMarks([first], 'f'.repeat(64), '')).toEqual([]);
  });

  test('says what is wrong with a file that cannot be read', async () => {
    await writeFile(inFolder('broken.pdf'), '%PDF-1.7 nothing more');
    const copied = (name: string) => annotatePdf(module, inFolder(name), inFolder('no.pdf'), []);
    expect(failureOf(copied('broken.pdf')).code).toBe('documentDamaged');
    expect(failureOf(copied('gone.pdf')).code).toBe('documentMissing');
  });
});
