import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { eachPage, pagesAsWords, readPageWords } from '../../../core/print/pageWords.ts';
import { addRanges } from '../../../core/reading/pageRanges.ts';
import { documentId, printedDocument, printedMeeting } from './printScene.ts';

const meeting = printedMeeting();
const open = printedDocument(2, { firstPackPage: 4, pageCount: 10 });
const read = (words: string, document: typeof open | null = open) => readPageWords(words, document, meeting);
const faultOf = (words: string, document: typeof open | null = open) => {
  const found = read(words, document);
  return found.ok ? null : found.fault;
};

describe('pages named in words', () => {
  it('reads numbers and ranges of the open document', () => {
    expect(read('1-4, 7')).toEqual({
      ok: true,
      chosen: [
        {
          id: documentId(2),
          pages: [
            [1, 4],
            [7, 7],
          ],
        },
      ],
    });
  });

  it('reads pack pages across documents, in the order of the pack', () => {
    expect(read('p20, P2–5, 9')).toEqual({
      ok: true,
      chosen: [
        { id: documentId(1), pages: [[2, 3]] },
        {
          id: documentId(2),
          pages: [
            [1, 2],
            [9, 9],
          ],
        },
        { id: documentId(3), pages: [[2, 2]] },
      ],
    });
  });

  it.each(['8-', '8 –', '8-10', '10, 8, 9', 'p11-13', 'sid 11 - 13', 'p11-p13'])(
    'takes "%s" for the last three pages',
    (words) => {
      expect(read(words)).toEqual({ ok: true, chosen: [{ id: documentId(2), pages: [[8, 10]] }] });
    },
  );

  it.each([
    ['', 'empty', ''],
    [' , ', 'empty', ''],
    ['ett', 'unreadable', 'ett'],
    ['1-2-3', 'unreadable', '1-2-3'],
    ['-4', 'unreadable', '-4'],
    ['1, x', 'unreadable', 'x'],
    ['7-3', 'backwards', '7-3'],
    ['11', 'noSuchPage', '11'],
    ['0', 'noSuchPage', '0'],
    ['9-11', 'noSuchPage', '9-11'],
    ['p23', 'noSuchPage', 'p23'],
    ['p14-18', 'sealed', 'p14-18'],
  ])('says what is wrong with "%s"', (words, why, part) => {
    expect(faultOf(words)).toEqual({ why, part });
  });

  it('knows no plain numbers while no document is open', () => {
    expect(faultOf('3', null)).toEqual({ why: 'noSuchPage', part: '3' });
    expect(read('p1', null)).toEqual({ ok: true, chosen: [{ id: documentId(1), pages: [[1, 1]] }] });
  });

  it('leaves pages of sealed items out of a range that goes past them', () => {
    expect(read('p13-19')).toEqual({
      ok: true,
      chosen: [
        { id: documentId(2), pages: [[10, 10]] },
        { id: documentId(3), pages: [[1, 1]] },
      ],
    });
  });

  it('says and reads the same pages', () => {
    const pages = fc.uniqueArray(fc.integer({ min: 1, max: 10 }), { minLength: 1 });
    fc.assert(
      fc.property(pages, (chosen) => {
        const ranges = addRanges(
          chosen.map((page) => [page, page] as const),
          [],
        );
        const found = read(pagesAsWords(ranges));
        expect(found.ok && eachPage(found.chosen[0]?.pages ?? [], 10)).toEqual(
          chosen.toSorted((a, b) => a - b),
        );
      }),
    );
  });
});
