import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Annotation, AnnotationSource, Selector } from '../../../core/annotation/annotation.ts';
import {
  filterNotes,
  groupNotes,
  quoteOf,
  sortNotes,
  type MeetingOrder,
} from '../../../core/annotation/noteList.ts';
import { draft, meeting, noteId } from './someNotes.ts';

const id = (number: number) => noteId(1000 + number);
const order: MeetingOrder = {
  agenda: [
    {
      id: id(1),
      documents: [{ id: id(11) }, { id: id(12) }],
      children: [{ id: id(2), documents: [], children: [] }],
    },
    { id: id(3), documents: [{ id: id(11) }], children: [] },
  ],
  briefings: [
    {
      id: id(4),
      documents: [],
      sections: [{ points: [{ id: id(41) }] }],
      keyFigures: [{ id: id(42) }],
      commitments: [{ id: id(43) }],
    },
  ],
};

const note = (
  number: number,
  source: AnnotationSource,
  more: Partial<Annotation> = {},
  selectors: Selector[] = [],
) => ({
  ...draft(),
  id: noteId(number),
  createdAt: number,
  modifiedAt: number,
  conflictingTexts: [],
  target: { meeting, source, selectors },
  ...more,
});

const onPage = (page: number, top: number): Selector[] => [
  {
    type: 'PageSelector',
    sha256: 'a'.repeat(64),
    page,
    quads: [[50, top, 90, top, 50, top - 10, 90, top - 10]],
  },
];
const inDocument = (item: string | null, document: string): AnnotationSource => ({
  type: 'document',
  item,
  document,
});

const notes: readonly Annotation[] = [
  note(1, { type: 'point', briefing: id(4), point: id(41) }),
  note(2, { type: 'keyFigure', briefing: id(4), keyFigure: id(99) }),
  note(3, inDocument(id(3), id(11)), {}, onPage(1, 700)),
  note(4, inDocument(id(1), id(12)), {}, onPage(1, 700)),
  note(5, inDocument(id(1), id(11)), {}, onPage(2, 100)),
  note(6, inDocument(id(1), id(11)), {}, onPage(2, 500)),
  note(7, inDocument(id(1), id(11)), {}, onPage(1, 10)),
  note(8, { type: 'item', item: id(1) }),
  note(9, { type: 'item', item: id(77) }),
  note(10, { type: 'meeting' }),
  note(11, { type: 'item', item: id(2) }),
  note(12, inDocument(id(88), id(12)), {}, onPage(3, 10)),
  note(13, { type: 'briefing', briefing: id(4) }),
];

describe('the list of notes', () => {
  it('follows the agenda, then pages from the top down, then briefings; what has no place comes last', () => {
    const groups = groupNotes(notes, order).map(({ heading, notes: members }) => [
      heading.type,
      ...members.map(({ createdAt }) => createdAt),
    ]);
    expect(groups).toEqual([
      ['meeting', 10],
      ['item', 8, 7, 6, 5, 4, 12],
      ['item', 11],
      ['item', 3],
      ['briefing', 2, 13, 1],
      ['elsewhere', 9],
    ]);
  });

  it('leaves no note out and is the same for any order it gets them in', () => {
    fc.assert(
      fc.property(fc.shuffledSubarray([...notes], { minLength: notes.length }), (shuffled) => {
        expect(sortNotes(shuffled, order)).toEqual(sortNotes(notes, order));
        expect(sortNotes(shuffled, order)).toHaveLength(notes.length);
      }),
    );
  });

  it('goes by the place in the text where there is one', () => {
    const at = (number: number, start: number) =>
      note(number, inDocument(id(1), id(11)), {}, [
        ...onPage(1, 500 - number),
        { type: 'TextPositionSelector', start, end: start + 5 },
      ]);
    expect(sortNotes([at(1, 300), at(2, 20), at(3, 100)], order).map(({ createdAt }) => createdAt)).toEqual([
      2, 3, 1,
    ]);
  });

  it('is filtered by kind, class, colour and words of the note or of what it marks', () => {
    const quote: Selector = {
      type: 'TextQuoteSelector',
      exact: 'Detaljplan för KYRKBYN',
      prefix: '',
      suffix: '',
      normalisation: 1,
    };
    const list = [
      note(1, { type: 'meeting' }, { kind: 'question', text: 'Vem betalar?' }),
      note(2, { type: 'meeting' }, { kind: 'highlight', colour: 'green', noteClass: 'partyGroup' }, [quote]),
      note(3, { type: 'meeting' }, { kind: 'note', text: 'ny', conflictingTexts: ['Återremiss'] }),
    ];
    const found = (filter: Parameters<typeof filterNotes>[1]) =>
      filterNotes(list, filter).map(({ createdAt }) => createdAt);
    expect(found({})).toEqual([1, 2, 3]);
    expect(found({ kinds: ['question', 'note'] })).toEqual([1, 3]);
    expect(found({ colours: ['green'] })).toEqual([2]);
    expect(found({ noteClasses: ['partyGroup'], kinds: [] })).toEqual([2]);
    expect(found({ text: 'kyrkbyn  detaljplan' })).toEqual([2]);
    expect(found({ text: 'återremiss'.normalize('NFD') })).toEqual([3]);
    expect(found({ text: 'betalar inte' })).toEqual([]);
    expect(list.map(quoteOf)).toEqual(['', 'Detaljplan för KYRKBYN', '']);
  });
});
