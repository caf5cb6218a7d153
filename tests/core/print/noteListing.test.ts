import { describe, expect, it } from 'vitest';
import { listNotes } from '../../../core/print/noteListing.ts';
import { documentId, itemId, noteOn, noteOnPage, printedDocument, printedMeeting } from './printScene.ts';

const meeting = printedMeeting();
const long = printedDocument(2, { firstPackPage: 4, pageCount: 10 });
const shared = printedDocument(3, { firstPackPage: 19, pageCount: 4, pages: { from: 11, to: 14 } });
const notes = [
  noteOnPage(5, shared, 12),
  noteOnPage(4, long, 7),
  noteOnPage(3, long, 2),
  noteOn(2, { type: 'item', item: itemId(1) }),
  noteOn(1, { type: 'meeting' }),
  noteOnPage(6, { ...long, sha256: 'f'.repeat(64) }, 3),
];
const listed = (choice: Parameters<typeof listNotes>[2]) =>
  listNotes(notes, meeting, choice).flatMap(({ notes: members }) =>
    members.map(({ number, note, page, packPage }) => [number, note.createdAt, page, packPage]),
  );

describe('the notes that are printed', () => {
  it('numbers the notes of a meeting in reading order, with their pages', () => {
    expect(listed({ what: 'meeting' })).toEqual([
      [1, 1, null, null],
      [2, 2, null, null],
      [3, 3, 2, 5],
      [4, 6, null, null],
      [5, 4, 7, 10],
      [6, 5, 2, 20],
    ]);
  });

  it('takes those of the chosen items, numbered anew', () => {
    expect(listed({ what: 'items', ids: [itemId(4)] })).toEqual([[1, 5, 2, 20]]);
  });

  it('takes those on the chosen pages; one without a place only with the whole document', () => {
    expect(listed({ what: 'pages', documents: [{ id: documentId(2), pages: [[1, 3]] }] })).toEqual([
      [1, 3, 2, 5],
    ]);
    expect(listed({ what: 'pages', documents: [{ id: documentId(2), pages: null }] })).toEqual([
      [1, 3, 2, 5],
      [2, 6, null, null],
      [3, 4, 7, 10],
    ]);
  });

  it('keeps the words that were marked', () => {
    const [group] = listNotes([noteOnPage(1, long, 1)], meeting, { what: 'meeting' });
    expect(group?.notes[0]?.quote).toBe('orden');
  });
});
