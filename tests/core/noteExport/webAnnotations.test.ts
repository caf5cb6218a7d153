import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Annotation } from '../../../core/annotation/annotation.ts';
import { annotationKinds, highlightColours, noteClasses } from '../../../core/annotation/annotation.ts';
import { readWebAnnotations } from '../../../core/noteExport/readWebAnnotations.ts';
import { webAnnotationPage } from '../../../core/noteExport/webAnnotations.ts';
import { failureOf, valueOf } from '../../support/packReading.ts';
import { testId } from '../../support/testManifest.ts';

const meeting = { id: testId('meeting', 1), title: 'Kommunstyrelsen' };
const id = fc.integer({ min: 1, max: 1e6 }).map((n) => testId('part', n));
const selector = fc.oneof(
  fc.record({
    type: fc.constant('PageSelector' as const),
    sha256: fc.constant('ab'.repeat(32)),
    page: fc.integer({ min: 1, max: 1500 }),
    quads: fc.array(fc.array(fc.integer({ min: 0, max: 900 }), { minLength: 8, maxLength: 8 }), {
      maxLength: 3,
    }),
  }),
  fc.record({
    type: fc.constant('TextQuoteSelector' as const),
    exact: fc.string(),
    prefix: fc.string({ maxLength: 32 }),
    suffix: fc.string({ maxLength: 32 }),
    normalisation: fc.integer({ min: 1, max: 9 }),
  }),
  fc.record({
    type: fc.constant('TextPositionSelector' as const),
    start: fc.nat(),
    end: fc.nat(),
  }),
);
const source = fc.oneof(
  fc.constant({ type: 'meeting' as const }),
  id.map((item) => ({ type: 'item' as const, item })),
  fc.tuple(id, id).map(([document, item]) => ({ type: 'document' as const, document, item })),
  fc.tuple(id, id).map(([briefing, point]) => ({ type: 'point' as const, briefing, point })),
);
const annotation: fc.Arbitrary<Annotation> = fc.record({
  id,
  kind: fc.constantFrom(...annotationKinds),
  noteClass: fc.constantFrom(...noteClasses),
  colour: fc.option(fc.constantFrom(...highlightColours)),
  target: fc.record({
    meeting: fc.constant(meeting.id),
    source,
    selectors: fc.array(selector, { maxLength: 3 }),
  }),
  text: fc.string(),
  createdAt: fc.integer({ min: 0, max: 4e12 }),
  modifiedAt: fc.integer({ min: 0, max: 4e12 }),
  conflictingTexts: fc.constant([]),
  tags: fc.constant([{ name: 'budget', colour: 'green' as const }]),
  due: fc.option(fc.constant('2026-12-01'), { nil: null }),
});

describe('notes as W3C annotations', () => {
  test('come back the same after a way through JSON', () => {
    fc.assert(
      fc.property(fc.array(annotation, { maxLength: 5 }), (notes) => {
        const json: unknown = JSON.parse(JSON.stringify(webAnnotationPage(meeting, notes)));
        const read = valueOf(readWebAnnotations(json));
        expect(read.skipped).toBe(0);
        expect(read.notes).toEqual(
          notes.map(({ id: own, kind, noteClass, colour, target, text, tags, due }) => ({
            id: own,
            draft: { kind, noteClass, colour, target, text, tags, due },
          })),
        );
      }),
      { numRuns: 100, seed: 5 },
    );
  });

  test('name motivation, page and quote as other programs expect them', () => {
    const [note] = fc.sample(annotation, { numRuns: 1, seed: 1 });
    if (note === undefined) throw new Error('no sample');
    const page = {
      type: 'PageSelector' as const,
      sha256: 'cd'.repeat(32),
      page: 7,
      quads: [],
    };
    const made = JSON.stringify(
      webAnnotationPage(meeting, [
        { ...note, kind: 'question', target: { ...note.target, selectors: [page] } },
      ]),
    );
    expect(made).toContain('"motivation":"questioning"');
    expect(made).toContain('"value":"page=7"');
    expect(made).toContain(`"source":"urn:sha256:${'cd'.repeat(32)}"`);
  });

  test('skip what is of an unknown kind or breaks a rule, and take the rest', () => {
    const notes = fc.sample(annotation, { numRuns: 2, seed: 2 });
    const page = JSON.parse(JSON.stringify(webAnnotationPage(meeting, notes))) as { items: object[] };
    const strange = { ...page.items[0], 'beredd:kind': 'hologram' };
    const scripted = {
      ...page.items[0],
      body: [{ type: 'TextualBody', value: '<script>', format: 'text/html' }],
    };
    const read = valueOf(readWebAnnotations({ ...page, items: [...page.items, strange, scripted, null, 5] }));
    expect(read).toMatchObject({ skipped: 4 });
    expect(read.notes).toHaveLength(2);
  });

  test('are refused when the file is something else', () => {
    for (const other of [null, [], {}, { type: 'AnnotationPage' }, 'text']) {
      expect(failureOf(readWebAnnotations(other)).code).toBe('notesImport');
    }
  });
});
