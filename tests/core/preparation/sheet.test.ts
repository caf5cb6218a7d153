import { describe, expect, test } from 'vitest';
import type { Annotation } from '../../../core/annotation/annotation.ts';
import type { SheetAgendaItem } from '../../../core/preparation/sheet.ts';
import { isPrepared, itemSheets } from '../../../core/preparation/sheet.ts';
import { testId } from '../../support/testManifest.ts';

const file = 'ab'.repeat(32);
const item = (n: number, changes: Partial<SheetAgendaItem> = {}): SheetAgendaItem => ({
  id: testId('item', n),
  number: String(n),
  title: `Ärende ${n}`,
  itemKind: 'decision',
  registryNumber: null,
  presenter: null,
  minutes: null,
  proposedDecision: ['Bifall.'],
  sealed: null,
  documents: [
    {
      id: testId('document', n),
      title: `Handling ${n}`,
      sha256: file,
      pages: { from: 11, to: 20 },
      firstPackPage: 101,
    },
  ],
  children: [],
  ...changes,
});

let count = 0;
const note = (changes: Partial<Annotation>): Annotation => {
  count += 1;
  return {
    id: testId('part', count),
    kind: 'note',
    noteClass: 'private',
    colour: null,
    target: {
      meeting: testId('meeting', 1),
      source: { type: 'item', item: testId('item', 1) },
      selectors: [],
    },
    text: '',
    createdAt: count,
    modifiedAt: count,
    conflictingTexts: [],
    ...changes,
  };
};
const onPage = (n: number, page: number, sha256 = file): Annotation['target'] => ({
  meeting: testId('meeting', 1),
  source: { type: 'document', document: testId('document', n), item: testId('item', n) },
  selectors: [{ type: 'PageSelector', sha256, page, quads: [] }],
});

describe('the preparation sheet of an item', () => {
  test('shows quotes with both page numbers, in the order of pages', () => {
    const [sheet] = itemSheets([item(1)], [note({ target: onPage(1, 15) }), note({ target: onPage(1, 12) })]);
    expect(sheet?.notes.map(({ page, packPage }) => [page, packPage])).toEqual([
      [2, 102],
      [5, 105],
    ]);
  });

  test('gives no page numbers to a note on a file that was replaced', () => {
    const [sheet] = itemSheets([item(1)], [note({ target: onPage(1, 15, 'cd'.repeat(32)) })]);
    expect(sheet?.notes[0]).toMatchObject({ page: null, packPage: null, document: 'Handling 1' });
  });

  test('takes a note along when its document was moved to another item', () => {
    const other = item(2, { documents: item(1).documents });
    const sheets = itemSheets([item(1, { documents: [] }), other], [note({ target: onPage(1, 12) })]);
    expect(sheets.map(({ notes }) => notes.length)).toEqual([0, 1]);
  });

  test('puts each kind where it belongs, and keeps the person’s own order first', () => {
    const [sheet] = itemSheets(
      [item(1)],
      [
        note({ kind: 'speech', text: 'Andra', order: 2 }),
        note({ kind: 'speech', text: 'Först', order: 1 }),
        note({ kind: 'question', addressee: 'Kommundirektören' }),
        note({ kind: 'stance', stance: 'referBack' }),
        note({ kind: 'task', due: '2026-12-01' }),
        note({ kind: 'conflict', text: 'Min syster äger grannfastigheten.' }),
      ],
    );
    expect(sheet?.speech.map((each) => each.note.text)).toEqual(['Först', 'Andra']);
    expect(sheet?.questions[0]).toMatchObject({ addressee: 'Kommundirektören', state: 'open' });
    expect(sheet?.stance).toBe('referBack');
    expect(sheet?.tasks).toHaveLength(1);
    expect(sheet?.conflict?.text).toContain('syster');
    expect(sheet?.notes).toEqual([]);
  });

  test('says which parts of a proposal are missing, by its kind', () => {
    const proposals = [
      note({ kind: 'proposal', proposalKind: 'referBack', text: 'Ärendet återremitteras.' }),
      note({ kind: 'proposal', proposalKind: 'approval' }),
      note({ kind: 'proposal', proposalKind: 'amendment' }),
    ];
    const [sheet] = itemSheets([item(1)], proposals);
    expect(sheet?.proposals.map(({ missing }) => missing)).toEqual([['reason', 'addressee'], [], ['text']]);
  });

  test('estimates how long the speech takes', () => {
    const [sheet] = itemSheets([item(1)], [note({ kind: 'speech', text: 'ord '.repeat(140) })]);
    expect(sheet?.speechMinutes).toBe(2);
    expect(itemSheets([item(1)], [])[0]?.speechMinutes).toBe(0);
  });

  test('knows what has been prepared', () => {
    const sheets = itemSheets([item(1), item(2)], [note({ kind: 'stance', stance: 'support' })]);
    expect(sheets.map(isPrepared)).toEqual([true, false]);
  });
});
