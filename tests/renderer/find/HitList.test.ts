import { describe, expect, test } from 'vitest';
import { queryFrom } from '../../../core/find/findInText.ts';
import { findGroups } from '../../../core/find/meetingParts.ts';
import { HitList } from '../../../renderer/features/find/HitList.ts';
import { testId } from '../../support/libraryBuilders.ts';
import { sampleDocument, sampleItem, sampleView } from '../workspace/meetingBuilders.ts';

const view = sampleView({
  agenda: [
    sampleItem(1, {
      title: 'Plan för vägen',
      proposedDecision: [],
      documents: [sampleDocument(1), sampleDocument(2)],
    }),
    sampleItem(3, { title: 'Övrigt', proposedDecision: [] }),
  ],
  briefings: [],
});
const atMeeting = { itemId: null, briefingId: null, documentId: null };
const query = queryFrom('plan', { matchesCase: false, wholeWords: false });

/** Document index, page, start, end. */
function listWith(...hits: readonly (readonly [number, number, number, number])[]): HitList {
  const list = new HitList(findGroups(view, [], 'meeting', atMeeting), query);
  list.add(Uint32Array.from(hits.flat()));
  return list;
}

const rows = (list: HitList): unknown[] =>
  Array.from({ length: list.rowCount }, (_, number) => {
    const row = list.row(number);
    if (row?.type === 'group') return `${row.group.title}: ${row.count}`;
    if (row?.type === 'document') return `${row.document.title}: ${row.count}`;
    return row && [row.hit.page, row.hit.range.start];
  });

describe('the list of hits', () => {
  test('stands under items and documents, titles only where there are hits', () => {
    const list = listWith([1, 2, 7, 11], [2, 1, 0, 4], [1, 4, 0, 4]);
    expect(rows(list)).toEqual([
      'Plan för vägen: 3',
      [null, 0],
      'Handling 2: 2',
      [2, 7],
      [4, 0],
      'Övrigt: 1',
      'Handling 3: 1',
      [1, 0],
    ]);
    expect(list.total).toBe(4);
  });

  test('keeps the place of a hit when something is found before it', () => {
    const list = listWith([2, 1, 0, 4]);
    const place = list.numbered(1);
    if (place === null) throw new Error('there is a second hit');
    expect([list.numberOf(place), list.rowOf(place)]).toEqual([1, 4]);
    list.add(Uint32Array.of(0, 1, 3, 7, 0, 2, 3, 7));
    expect([list.numberOf(place), list.rowOf(place)]).toEqual([3, 7]);
    expect(list.row(7)).toMatchObject({ type: 'hit', hit: { page: 1, range: { start: 0, end: 4 } } });
  });

  test('every row of a hit is where its number says, and every number leads back', () => {
    const list = listWith([0, 1, 0, 4], [0, 1, 9, 13], [0, 3, 0, 4], [2, 1, 0, 4]);
    for (let number = 0; number < list.total; number += 1) {
      const place = list.numbered(number);
      if (place === null) throw new Error('a hit is missing');
      expect(list.numberOf(place)).toBe(number);
      expect(list.row(list.rowOf(place))).toMatchObject({ type: 'hit', hit: { place } });
    }
    expect(list.numbered(list.total)).toBeNull();
  });

  test('finds the first hit from a place on, in that document or after it', () => {
    const list = listWith([0, 2, 5, 9], [0, 2, 30, 34], [2, 1, 0, 4]);
    const from = (documentId: string, page: number, start: number) => {
      const place = list.from(documentId, page, start);
      const hit = place && list.at(place);
      return hit && [hit.part.type === 'document' && hit.part.document.title, hit.page, hit.range.start];
    };
    expect(from(testId(1001), 1, 0)).toEqual(['Handling 1', 2, 5]);
    expect(from(testId(1001), 2, 6)).toEqual(['Handling 1', 2, 30]);
    expect(from(testId(1001), 3, 0)).toEqual(['Handling 3', 1, 0]);
    expect(from(testId(1003), 2, 0)).toBeNull();
  });

  test('gives the hits of a page, the same list each time', () => {
    const list = listWith([0, 2, 5, 9], [0, 2, 30, 34], [0, 3, 1, 5]);
    const onPage = list.onPage(testId(1001), 2);
    expect(onPage).toEqual([
      { start: 5, end: 9 },
      { start: 30, end: 34 },
    ]);
    expect(list.onPage(testId(1001), 2)).toBe(onPage);
    expect(list.onPage(testId(1001), 1)).toBe(list.onPage(testId(1002), 1));
  });
});
