import { describe, expect, it } from 'vitest';
import { quoteOf } from '../../../../core/annotation/noteList.ts';
import type { NotePlacement } from '../../../../core/annotation/anchoring/notePlacement.ts';
import { meeting, noteId } from '../someNotes.ts';
import { onPage, onWords, placed, textRevision } from './someRevisions.ts';

const [road, school] = [noteId(1), noteId(2)];
const [plan, budget, annex] = [noteId(11), noteId(12), noteId(13)];

const planPages = [
  'Planområdet ligger i Kyrkbyns östra del. Kommunen föreslår att gatan breddas till sju meter.\nDagvatten leds till dammen vid Granån.',
  'Kostnaden beräknas till 4,2 miljoner kronor. Bullernivåerna överskrids inte enligt utredningen från i våras.',
];
const budgetPages = [
  'Budgeten för nästa år uppgår till 96 miljoner kronor. Nämnden får i uppdrag att spara två procent.',
];

const first = textRevision(
  [road, school],
  [
    { id: plan, item: road, pages: planPages },
    { id: budget, item: school, pages: budgetPages },
  ],
);

const where = (placement: NotePlacement) =>
  placement.kind === 'kept' || placement.kind === 'tray'
    ? placement
    : { kind: placement.kind, source: placement.target.source, quote: quoteOf({ target: placement.target }) };

describe('a note whose document was replaced', () => {
  const note = onWords(first, plan, 1, 'gatan breddas till sju meter');

  it('stays where it is when the bytes are the same, also under another item', () => {
    const moved = textRevision([road, school], [{ id: plan, item: school, pages: planPages }]);
    expect(placed(note, [moved, first])).toEqual({ kind: 'kept' });
  });

  it('is found when the same bytes have another id now', () => {
    const renamed = textRevision([road, school], [{ id: annex, item: school, pages: planPages }]);
    expect(where(placed(note, [renamed, first]))).toMatchObject({
      kind: 'found',
      source: { document: annex, item: school },
    });
  });

  it('is found in the part it went to when the document was split', () => {
    const split = textRevision(
      [road, school],
      [
        { id: plan, item: road, pages: planPages.slice(1) },
        { id: annex, item: road, pages: planPages.slice(0, 1) },
      ],
    );
    expect(where(placed(note, [split, first]))).toMatchObject({
      kind: 'found',
      source: { document: annex },
      quote: 'gatan breddas till sju meter',
    });
  });

  it('follows its words when a revision swaps documents between items', () => {
    const swapped = textRevision(
      [road, school],
      [
        { id: plan, item: road, pages: budgetPages },
        { id: budget, item: school, pages: planPages },
      ],
    );
    expect(where(placed(note, [swapped, first]))).toMatchObject({
      kind: 'found',
      source: { document: budget, item: school },
    });
  });

  it('is to be checked when its words were changed', () => {
    const changed = textRevision(
      [road, school],
      [
        {
          id: plan,
          item: road,
          pages: planPages.map((page) => page.replace('sju meter', 'åtta och en halv meter')),
        },
      ],
    );
    expect(placed(note, [changed, first])).toMatchObject({ kind: 'check', why: 'words' });
  });

  it('lies in the tray of its item when its words are gone, and in that of the meeting when the item is too', () => {
    const without = textRevision([road], [{ id: plan, item: road, pages: ['Ärendet utgår tills vidare.'] }]);
    expect(placed(note, [without, first])).toMatchObject({
      kind: 'tray',
      heading: { type: 'item', id: road },
    });
    const withdrawn = textRevision([school], [{ id: budget, item: school, pages: budgetPages }]);
    expect(placed(note, [withdrawn, first])).toMatchObject({ kind: 'tray', heading: { type: 'meeting' } });
  });

  it('lies in the tray when the new document has no text', () => {
    const scanned = textRevision([road, school], [{ id: plan, item: road, pages: ['', ''] }]);
    expect(placed(note, [scanned, first])).toMatchObject({ kind: 'tray', heading: { id: road } });
  });

  it('is found although the lines of the new document stand in another order', () => {
    const shuffled = textRevision(
      [road, school],
      [
        {
          id: plan,
          item: road,
          pages: [planPages[1] ?? '', (planPages[0] ?? '').split('\n').reverse().join('\n')],
        },
      ],
    );
    expect(where(placed(note, [shuffled, first]))).toMatchObject({ quote: 'gatan breddas till sju meter' });
  });

  it('is found by a quote of ten thousand letters, part of which was changed', () => {
    const long = Array.from(
      { length: 220 },
      (_, at) => `Stycke ${at} om år ${1800 + at} och frågan ${at * 13}.`,
    ).join(' ');
    const old = textRevision([road], [{ id: plan, item: road, pages: [`Inledning. ${long} Avslutning.`] }]);
    const quote = long.slice(0, 10_000);
    const started = performance.now();
    const result = placed(onWords(old, plan, 1, quote), [
      textRevision(
        [road],
        [
          {
            id: plan,
            item: road,
            pages: [`Ny inledning. ${long.replace('Stycke 100 om', 'Avsnitt 100 kring')} Slut.`],
          },
        ],
      ),
      old,
    ]);
    expect(result.kind).toBe('check');
    expect(performance.now() - started).toBeLessThan(2000);
  });

  it('follows its page when documents that share a file are cut apart elsewhere', () => {
    const shared = textRevision([road, school], [{ id: plan, item: road, pages: planPages }]);
    const [whole] = shared.documents;
    if (whole === undefined) throw new Error('a revision without documents');
    const cut = {
      ...shared,
      documents: [
        { ...whole, pageCount: 1 },
        { ...whole, id: annex, holder: { type: 'item', id: school } as const, fromPage: 2, pageCount: 1 },
      ],
    };
    const onSecond = onWords(shared, plan, 2, 'Bullernivåerna överskrids inte');
    expect(placed(onSecond, [cut, shared])).toMatchObject({
      kind: 'found',
      target: { source: { document: annex, item: school }, selectors: onSecond.selectors },
    });
  });

  it('may be older than every revision that is here', () => {
    const later = textRevision([road], [{ id: plan, item: road, pages: ['Ny sida.', ...planPages] }]);
    expect(where(placed(note, [later]))).toMatchObject({ quote: 'gatan breddas till sju meter' });
  });
});

describe('a note on a whole page', () => {
  const bookmark = onPage(first, plan, 2);

  it('follows the page', () => {
    const longer = textRevision(
      [road],
      [{ id: plan, item: road, pages: ['Ny försida med sammanfattning.', ...planPages] }],
    );
    const result = placed(bookmark, [longer, first]);
    expect(result).toMatchObject({ kind: 'found', why: 'page', target: { selectors: [{ page: 3 }] } });
  });

  it('is to be checked on the page with the same number when there are no words to go by', () => {
    const scans = (count: number) =>
      textRevision([road], [{ id: plan, item: road, pages: Array.from({ length: count }, () => '') }]);
    expect(placed(onPage(scans(3), plan, 2), [scans(4), scans(3)])).toMatchObject({
      kind: 'check',
      why: 'samePage',
      target: { selectors: [{ page: 2 }] },
    });
    expect(placed(onPage(scans(3), plan, 3), [scans(2), scans(3)])).toMatchObject({ kind: 'tray' });
  });
});

describe('a note on an item', () => {
  it('stays with it, and lies in the tray of the meeting when it was withdrawn', () => {
    const target = { meeting, source: { type: 'item', item: road } as const, selectors: [] };
    expect(placed(target, [first])).toEqual({ kind: 'kept' });
    expect(placed(target, [textRevision([school], []), first])).toEqual({
      kind: 'tray',
      heading: { type: 'meeting' },
      why: 'gone',
    });
  });
});
