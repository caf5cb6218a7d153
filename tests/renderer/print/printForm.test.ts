import { describe, expect, it } from 'vitest';
import {
  firstForm,
  offered,
  orderOf,
  sceneAt,
  tickedPages,
  withDescendants,
  withPage,
} from '../../../renderer/features/print/printForm.ts';
import { documentId, itemId, printedMeeting } from '../../core/print/printScene.ts';
import { printedHolders } from '../../../core/print/printedMeeting.ts';

const meeting = printedMeeting();
const reading = sceneAt(meeting, itemId(1), documentId(2));
const ticked = (words: string, scene = reading): readonly number[] => [...tickedPages(words, scene)];

describe('what the print dialog begins with', () => {
  it('offers the open document first, then pages, its item, items and the meeting', () => {
    expect(offered(reading)).toEqual(['document', 'pages', 'holder', 'items', 'meeting']);
    expect(orderOf(firstForm(reading), reading).order?.choice).toEqual({
      what: 'pages',
      documents: [{ id: documentId(2), pages: null }],
    });
  });

  it('offers a sealed item neither as it is nor its documents', () => {
    const sealed = sceneAt(meeting, itemId(2), documentId(9));
    expect(sealed.document).toBeNull();
    expect(offered(sealed)).toEqual(['pages', 'items', 'meeting']);
    expect(firstForm(sealed).what).toBe('meeting');
  });

  it('begins with the meeting where nothing is open', () => {
    const scene = sceneAt(meeting, null, null);
    expect(offered(scene)[0]).toBe(firstForm(scene).what);
    expect(orderOf(firstForm(scene), scene).order?.choice).toEqual({ what: 'meeting' });
  });
});

describe('ticking pages', () => {
  it('writes what is ticked, and ticks what is written', () => {
    const words = withPage(withPage(withPage('', reading, 4, true), reading, 2, true), reading, 3, true);
    expect(words).toBe('2-4');
    expect(ticked(words)).toEqual([2, 3, 4]);
    expect(withPage(words, reading, 3, false)).toBe('2, 4');
    expect(withPage('4', reading, 4, false)).toBe('');
  });

  it('knows pack pages of the open document as its own, and keeps those of others', () => {
    expect(ticked('p4-5, p20')).toEqual([1, 2]);
    expect(withPage('p4-5, p19-20', reading, 9, true)).toBe('1-2, 9, p19-20');
  });

  it('orders nothing while the words cannot be read', () => {
    const form = { ...firstForm(reading), what: 'pages' as const, pageWords: '1, x' };
    expect(orderOf(form, reading)).toEqual({ order: null, fault: { why: 'unreadable', part: 'x' } });
  });
});

it('takes what stands below an item along, but nothing sealed', () => {
  const [first, , third] = printedHolders(meeting);
  expect(third && withDescendants(third, meeting)).toEqual([itemId(3), itemId(4)]);
  expect(first && withDescendants(first, meeting)).toEqual([itemId(1)]);
});
