import { describe, expect, it } from 'vitest';
import type { PrintPlan } from '../../../core/print/printPlan.ts';
import { planPrint } from '../../../core/print/printPlan.ts';
import { documentId, itemId, printedDocument, printedItem, printedMeeting } from './printScene.ts';

const meeting = printedMeeting();

function inWords({ parts }: PrintPlan): readonly string[] {
  return parts.map((part) => {
    switch (part.type) {
      case 'document':
        return `${part.document.title}: ${part.pages.join(' ')}`;
      case 'sealed':
        return `sealed ${part.holder.item?.title}`;
      case 'briefing':
        return part.briefing.unit.name;
      default:
        return part.type;
    }
  });
}

const bookmarks = ({ entries }: PrintPlan): readonly (readonly [number, string, number | null])[] =>
  entries.map(({ level, of, part }) => [
    level,
    typeof of === 'string' ? of : 'sha256' in of ? of.title : (of.item?.title ?? ''),
    part,
  ]);

describe('what is printed in which order', () => {
  it('prints a meeting with its contents first, documents in order and notes last', () => {
    expect(inWords(planPrint(meeting, { what: 'meeting' }, true))).toEqual([
      'contents',
      'Handling 1: 1 2 3',
      'Handling 2: 1 2 3 4 5 6 7 8 9 10',
      'sealed Förtroligt',
      'Handling 3: 1 2 3 4',
      'notes',
    ]);
  });

  it('never prints a document of a sealed item, whatever the manifest or the person names', () => {
    const named = planPrint(
      meeting,
      { what: 'pages', documents: [{ id: documentId(9), pages: null }] },
      false,
    );
    expect(named.parts).toEqual([]);
    expect(inWords(planPrint(meeting, { what: 'items', ids: [itemId(2)] }, false))).toEqual([
      'sealed Förtroligt',
    ]);
  });

  it('gives items and their documents bookmarks at the first page of each', () => {
    expect(bookmarks(planPrint(meeting, { what: 'meeting' }, true))).toEqual([
      [0, 'contents', 0],
      [0, 'Ärende 1', 1],
      [1, 'Handling 1', 1],
      [1, 'Handling 2', 2],
      [0, 'Förtroligt', 3],
      [0, 'Ärende 3', null],
      [1, 'Ärende 4', 4],
      [2, 'Handling 3', 4],
      [0, 'notes', 5],
    ]);
  });

  it('prints one item without contents, a child by itself at the first level', () => {
    const plan = planPrint(meeting, { what: 'items', ids: [itemId(4)] }, false);
    expect(inWords(plan)).toEqual(['Handling 3: 1 2 3 4']);
    expect(bookmarks(plan).map(([level]) => level)).toEqual([0, 1]);
  });

  it('prints chosen pages only, in the order they were named, and none that do not exist', () => {
    const plan = planPrint(
      meeting,
      {
        what: 'pages',
        documents: [
          {
            id: documentId(2),
            pages: [
              [9, 12],
              [2, 2],
            ],
          },
          { id: documentId(77), pages: null },
          { id: documentId(1), pages: [[40, 50]] },
        ],
      },
      false,
    );
    expect(inWords(plan)).toEqual(['Handling 2: 2 9 10']);
  });

  it('counts a picture as one page', () => {
    const withPicture = printedMeeting({
      agenda: [
        printedItem(1, {
          documents: [printedDocument(1, { mediaType: 'image/png', pageCount: 0, firstPackPage: null })],
        }),
      ],
    });
    expect(inWords(planPrint(withPicture, { what: 'items', ids: [itemId(1)] }, false))).toEqual([
      'Handling 1: 1',
    ]);
  });
});
