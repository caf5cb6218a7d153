import { describe, expect, test } from 'vitest';
import type { FindPart } from '../../../core/find/meetingParts.ts';
import { findGroups, scopeAt } from '../../../core/find/meetingParts.ts';
import type { Annotation } from '../../../core/annotation/annotation.ts';
import { testId } from '../../support/libraryBuilders.ts';
import {
  sampleBriefing,
  sampleDocument,
  sampleItem,
  sampleView,
} from '../../renderer/workspace/meetingBuilders.ts';

const child = sampleItem(3, { number: '2.1', documents: [sampleDocument(3)] });
const view = sampleView({
  agenda: [sampleItem(1), sampleItem(2, { children: [child] })],
  briefings: [sampleBriefing(4)],
});
const placeOf = (n: number) => ({ itemId: testId(500 + n), briefingId: null, documentId: testId(1000 + n) });
const atMeeting = { itemId: null, briefingId: null, documentId: null };

const noteOn = (item: string | null, text: string): Annotation => ({
  id: testId(1),
  kind: 'note',
  noteClass: 'private',
  colour: null,
  target: {
    meeting: view.meeting.meetingId,
    source: item === null ? { type: 'meeting' } : { type: 'item', item },
    selectors: [],
  },
  text,
  createdAt: 1,
  modifiedAt: 1,
  conflictingTexts: [],
});

const what = (part: FindPart): string => (part.type === 'document' ? part.document.title : part.what);

describe('what is searched', () => {
  test('the whole meeting is the agenda with its proposals, documents and parts, the briefings and the notes, in order', () => {
    const notes = [noteOn(testId(502), 'Fråga om vägen')];
    const groups = findGroups(view, notes, 'meeting', atMeeting);
    expect(groups.map(({ number, title }) => [number, title])).toEqual([
      [null, ''],
      ['1', 'Ärende 1'],
      ['2', 'Ärende 2'],
      ['2.1', 'Ärende 3'],
      [null, 'Enhet 4'],
    ]);
    expect(groups[2]?.parts.map(what)).toEqual(['title', 'proposedDecision', 'Handling 2', 'note']);
    expect(groups[4]?.parts.map(what)).toEqual(expect.arrayContaining(['title', 'point', 'keyFigure']));
  });

  test('an item is searched with its own texts, without its parts', () => {
    const groups = findGroups(view, [], 'item', placeOf(2));
    expect(groups.flatMap(({ parts }) => parts.map(what))).toEqual([
      'title',
      'proposedDecision',
      'Handling 2',
    ]);
  });

  test('a document is searched alone', () => {
    const groups = findGroups(view, [noteOn(testId(501), 'x')], 'document', placeOf(1));
    expect(groups.flatMap(({ parts }) => parts.map(what))).toEqual(['Handling 1']);
  });

  test('a scope that is not there becomes the next wider one', () => {
    expect(scopeAt('document', atMeeting)).toBe('meeting');
    expect(scopeAt('document', { ...placeOf(1), documentId: null })).toBe('item');
    expect(scopeAt('document', placeOf(1))).toBe('document');
  });

  test('notes whose item is gone are searched too', () => {
    const groups = findGroups(view, [noteOn(testId(777), 'kvar')], 'meeting', atMeeting);
    expect(groups.at(-1)).toMatchObject({
      heading: { type: 'elsewhere' },
      parts: [{ what: 'note', text: 'kvar' }],
    });
  });
});
