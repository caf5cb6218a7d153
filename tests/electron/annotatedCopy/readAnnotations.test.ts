import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import * as v from 'valibot';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import {
  foreignAnnotationSchema,
  mostCharacters,
  mostForeign,
} from '../../../core/annotationImport/foreignAnnotation.ts';
import { joinAnswers } from '../../../core/annotationImport/foreignNotes.ts';
import { loadAnnotating } from '../../../electron/annotatedCopy/annotatePdf.ts';
import { readAnnotations } from '../../../electron/annotatedCopy/readAnnotations.ts';
import { canReadAnnotations, type ReadingModule } from '../../../electron/annotatedCopy/readingFunctions.ts';
import { pdfiumFile } from '../../../electron/pdf/loadPdfium.ts';
import { annotatedPdf, type MadeAnnotation } from '../../support/annotatedPdf.ts';
import { failureOf, valueOf } from '../../support/packReading.ts';
import { tinyPdf } from '../../support/tinyPdf.ts';

let folder: string;
let module: ReadingModule;

beforeAll(async () => {
  folder = await mkdtemp(path.join(tmpdir(), 'beredd-foreign-'));
  const loaded = await loadAnnotating(pdfiumFile());
  if (!canReadAnnotations(loaded)) throw new Error('this PDFium cannot read annotations');
  module = loaded;
});
afterAll(() => rm(folder, { recursive: true }));

async function readOf(annotations: readonly MadeAnnotation[], script: string | null = null) {
  const file = path.join(folder, 'given.pdf');
  await writeFile(file, await annotatedPdf(tinyPdf('Sida ett', 'Sida tva'), annotations, script));
  return readAnnotations(module, file);
}
const comment = (more: Partial<MadeAnnotation> = {}): MadeAnnotation => ({
  page: 1,
  subtype: 'Text',
  rect: [10, 10, 30, 30],
  contents: 'Hej',
  ...more,
});

describe('annotations of a hostile file', () => {
  it('are counted beyond what is taken', async () => {
    const read = valueOf(await readOf(Array.from({ length: mostForeign + 7 }, () => comment())));
    expect(read.foreign).toHaveLength(mostForeign);
    expect(read.leftOut).toEqual({ tooMany: 7 });
  });

  it('have their words cut, and nothing in them that turns or hides words', async () => {
    const { foreign } = valueOf(
      await readOf([
        comment({ contents: 'x'.repeat(mostCharacters * 3), author: 'a'.repeat(900) }),
        comment({ contents: 'fram\u202ebak\u0000\u200b slut', author: 'Anna\nEk' }),
      ]),
    );
    expect(foreign[0]?.text).toHaveLength(mostCharacters);
    expect(foreign[0]?.author.length).toBeLessThanOrEqual(200);
    expect(foreign[1]?.text).not.toMatch(/[\u202e\u0000\u200b]/u);
    expect(foreign[1]?.author).toBe('Anna Ek');
  });

  it('fit the schema whatever their numbers', async () => {
    const { foreign } = valueOf(
      await readOf([
        comment({ subtype: 'Highlight', quads: [1e30, -1e30, 5, 5, 5, 5, 5, 5], rect: [50, 50, 0, 0] }),
        comment({ subtype: 'Highlight', quads: [1, 2, 3] }),
        comment({ subtype: 'Ink', ink: [[1], [], [5, 5, 1e20, 7]] }),
        comment({ subtype: 'Polygon' }),
        comment({ subtype: 'Line' }),
        comment({ subtype: 'Square', rect: [1e30, 0, 0, -1e30] }),
        comment({ subtype: 'Caret', contents: '' }),
      ]),
    );
    expect(foreign.length).toBeGreaterThan(3);
    for (const annotation of foreign)
      expect(v.safeParse(foreignAnnotationSchema, annotation).issues).toBeUndefined();
  });

  it('answer themselves without an end, and each is there once', async () => {
    const { foreign } = valueOf(
      await readOf([
        comment({ contents: 'ett', answers: 1 }),
        comment({ contents: 'tva', answers: 0 }),
        comment({ contents: 'tre', answers: 2 }),
      ]),
    );
    const texts = joinAnswers(foreign).map(({ text }) => text);
    expect(texts.toSorted()).toEqual(['ett', 'tre', 'tva']);
  });

  it('name what is left out, scripts among it, and never take forms, links or windows for comments', async () => {
    const read = valueOf(
      await readOf(
        [
          comment({ script: 'app.alert(1)' }),
          comment({ subtype: 'Stamp' }),
          comment({ subtype: 'FileAttachment' }),
          comment({ subtype: 'Movie' }),
          comment({ subtype: 'Redact' }),
          comment({ subtype: 'Link' }),
          comment({ subtype: 'Popup' }),
          comment({ subtype: 'Hittepa' }),
        ],
        'this.exportDataObject()',
      ),
    );
    expect(read.foreign).toHaveLength(1);
    expect(read.leftOut).toMatchObject({ script: 2, stamp: 1, file: 1, media: 1, redaction: 1 });
  });

  it('are refused with the file when that is none', async () => {
    await writeFile(path.join(folder, 'trasig.pdf'), '%PDF-1.7 nothing more');
    expect(failureOf(readAnnotations(module, path.join(folder, 'trasig.pdf'))).code).toBe('documentDamaged');
    expect(failureOf(readAnnotations(module, path.join(folder, 'borta.pdf'))).code).toBe('documentMissing');
  });
});
