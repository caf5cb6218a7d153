import { createHash } from 'node:crypto';
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { PDFArray, PDFDict, PDFDocument, PDFName, PDFStream } from '@cantoo/pdf-lib';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { Annotation } from '../../../core/annotation/annotation.ts';
import { quadOfView } from '../../../core/annotation/drawn/drawnFrame.ts';
import { annotatePdf, loadAnnotating } from '../../../electron/annotatedCopy/annotatePdf.ts';
import { copiedMarks } from '../../../electron/annotatedCopy/copiedMark.ts';
import { pdfiumFile } from '../../../electron/pdf/loadPdfium.ts';
import { valueOf } from '../../support/packReading.ts';
import { testId } from '../../support/testManifest.ts';
import { line, rotated, testPdf } from '../../support/testPdf.ts';

let folder: string;
beforeAll(async () => {
  folder = await mkdtemp(path.join(tmpdir(), 'beredd-turned-'));
});
afterAll(() => rm(folder, { recursive: true }));

const numbers = (array: PDFArray): readonly number[] =>
  array.asArray().map((each) => Math.round(Number(String(each)) * 10) / 10);

test('words written on a page that appears turned stand the right way up in the copy', async () => {
  const bytes = await testPdf({ pages: [rotated(1, line('Liggande', 70, 80))] });
  const sha256 = createHash('sha256').update(bytes).digest('hex');
  const geometry = { left: 0, bottom: 0, right: 595.28, top: 841.89, quarterTurns: 1 };
  const quad = quadOfView(geometry, { left: 200, top: 150, width: 180, height: 60 });
  const note: Annotation = {
    id: testId('part', 1),
    kind: 'freeText',
    noteClass: 'private',
    colour: null,
    target: {
      meeting: testId('meeting', 1),
      source: { type: 'document', document: testId('document', 1), item: null },
      selectors: [{ type: 'PageSelector', sha256, page: 1, quads: [quad] }],
    },
    text: 'Varför så dyrt?',
    textLook: { size: 14, colour: 'red' },
    createdAt: 1,
    modifiedAt: 1,
    conflictingTexts: [],
  };
  const [source, copy] = [path.join(folder, 'source.pdf'), path.join(folder, 'copy.pdf')];
  await writeFile(source, bytes);
  const module = await loadAnnotating(pdfiumFile());
  valueOf(annotatePdf(module, source, copy, copiedMarks([note], sha256, '')));
  const document = await PDFDocument.load(await readFile(copy));
  const [entry] = document.getPage(0).node.lookup(PDFName.of('Annots'), PDFArray).asArray();
  const annotation = document.context.lookup(entry, PDFDict);
  expect(numbers(annotation.lookup(PDFName.of('Rect'), PDFArray))).toEqual([150, 200, 210, 380]);
  const look = annotation.lookup(PDFName.of('AP'), PDFDict).lookup(PDFName.of('N'), PDFStream);
  expect(numbers(look.dict.lookup(PDFName.of('Matrix'), PDFArray)).slice(0, 4)).toEqual([0, 1, -1, 0]);
  expect(numbers(look.dict.lookup(PDFName.of('BBox'), PDFArray)).map(Math.abs)).toEqual([0, 0, 180, 60]);
});
