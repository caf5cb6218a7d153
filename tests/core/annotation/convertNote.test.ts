import { describe, expect, it } from 'vitest';
import type { Annotation, AnnotationTarget } from '../../../core/annotation/annotation.ts';
import { convertibleKinds, convertNote } from '../../../core/annotation/convertNote.ts';
import { actsToMerge } from '../../../core/annotation/mergeNotes.ts';
import { noteAsText } from '../../../core/noteExport/noteAsText.ts';
import { meeting, noteId } from './someNotes.ts';
import { partWords } from './partWords.ts';

const onWords: AnnotationTarget = {
  meeting,
  source: { type: 'document', document: noteId(800), item: noteId(700) },
  selectors: [
    { type: 'PageSelector', sha256: 'a'.repeat(64), page: 3, quads: [[0, 10, 10, 10, 0, 0, 10, 0]] },
    { type: 'TextQuoteSelector', exact: 'högst 12 meter', prefix: '', suffix: '', normalisation: 1 },
  ],
};

const note = (more: Partial<Annotation> = {}): Annotation => ({
  id: noteId(1),
  kind: 'note',
  noteClass: 'private',
  colour: null,
  target: onWords,
  text: '',
  createdAt: 1,
  modifiedAt: 1,
  conflictingTexts: [],
  ...more,
});

describe('turning a note into another kind', () => {
  it('offers what makes sense where it stands', () => {
    expect(convertibleKinds(note())).toEqual([
      'highlight',
      'underline',
      'question',
      'task',
      'speech',
      'proposal',
      'reservation',
    ]);
    const onMeeting = note({ target: { meeting, source: { type: 'meeting' }, selectors: [] } });
    expect(convertibleKinds(onMeeting)).toEqual(['question', 'task']);
    expect(convertibleKinds(note({ kind: 'ink' }))).toEqual([]);
    expect(convertibleKinds(note({ kind: 'conflict' }))).toEqual([]);
  });

  it('puts what the new kind has no place for into the text, and keeps what it has', () => {
    const question = note({
      kind: 'question',
      text: 'Varför?',
      addressee: 'Ordföranden',
      questionState: 'asked',
    });
    expect(convertNote(question, 'proposal', partWords)).toEqual({
      kind: 'proposal',
      text: 'Varför?\nLäge: asked',
      questionState: 'open',
    });
    expect(convertNote(question, 'note', partWords)).toEqual({
      kind: 'note',
      text: 'Varför?\nTill: Ordföranden\nLäge: asked',
      addressee: null,
      questionState: 'open',
    });
  });

  it('gives a mark a colour, and says nothing of parts that were never filled in', () => {
    expect(convertNote(note({ kind: 'task', due: null, done: false }), 'highlight', partWords)).toEqual({
      kind: 'highlight',
      colour: 'yellow',
    });
    expect(convertNote(note({ kind: 'stance', stance: 'referBack' }), 'note', partWords)).toEqual({
      kind: 'note',
      text: 'Ställningstagande: referBack',
      stance: null,
    });
  });
});

describe('merging notes', () => {
  it('keeps the first and says the rest in its text, with quotes and pages', () => {
    const other: AnnotationTarget = {
      ...onWords,
      selectors: [{ type: 'TextQuoteSelector', exact: 'två plan', prefix: '', suffix: '', normalisation: 1 }],
    };
    const acts = actsToMerge(
      [
        note({ text: 'Ett', tags: [{ name: 'Bygg', colour: 'blue' }] }),
        note({ id: noteId(2), kind: 'question', text: 'Två', target: other, addressee: 'Förvaltningen' }),
        note({
          id: noteId(3),
          text: 'Tre',
          conflictingTexts: ['Trea'],
          tags: [{ name: 'Höjd', colour: 'pink' }],
        }),
      ],
      partWords,
    );
    expect(acts).toEqual([
      {
        what: 'edit',
        id: noteId(1),
        patch: {
          text: 'Ett\n\n”två plan” (s. 3)\nTvå\nTill: Förvaltningen\n\nTre\nTrea',
          noteClass: 'private',
          tags: [
            { name: 'Bygg', colour: 'blue' },
            { name: 'Höjd', colour: 'pink' },
          ],
        },
      },
      { what: 'remove', id: noteId(2) },
      { what: 'remove', id: noteId(3) },
    ]);
  });

  it('never shows a private note to more people', () => {
    const acts = actsToMerge(
      [note({ noteClass: 'toOffice' }), note({ id: noteId(2), noteClass: 'partyGroup' })],
      partWords,
    );
    expect(acts?.[0]).toMatchObject({ patch: { noteClass: 'partyGroup' } });
  });

  it('is not for one note, drawn lines or a conflict of interest', () => {
    expect(actsToMerge([note()], partWords)).toBeNull();
    expect(actsToMerge([note(), note({ id: noteId(2), kind: 'ink' })], partWords)).toBeNull();
    expect(actsToMerge([note(), note({ id: noteId(2), kind: 'conflict' })], partWords)).toBeNull();
  });
});

describe('a note as text', () => {
  const words = {
    ...partWords,
    quoted: (quote: string) => `”${quote}”`,
    source: () => '§ 7, s. 12 (handlingarna s. 45)',
  };
  const source = { itemNumber: '7', title: '', page: 12, packPage: 45 };

  it('says the quote and where it stands, then what was written', () => {
    expect(noteAsText(note({ text: 'För högt', addressee: 'Bygg' }), source, words)).toBe(
      '”högst 12 meter” (§ 7, s. 12 (handlingarna s. 45))\nFör högt\nTill: Bygg',
    );
  });

  it('has the place last when there is no quote', () => {
    const target: AnnotationTarget = { ...onWords, selectors: [] };
    expect(noteAsText(note({ text: 'Bra', target }), source, words)).toBe(
      'Bra\n(§ 7, s. 12 (handlingarna s. 45))',
    );
  });
});
