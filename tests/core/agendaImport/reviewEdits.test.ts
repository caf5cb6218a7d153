import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { ImportProposal, ProposedDocument } from '../../../core/agendaImport/proposal.ts';
import { addCut, cutsOf, moveCut, partsOf, removeCut } from '../../../core/agendaImport/reviewCuts.ts';
import {
  documentsIn,
  joinItems,
  leaveOut,
  moveDocument,
  removeItem,
  splitOff,
} from '../../../core/agendaImport/reviewEdits.ts';
import { sampleFile } from '../../support/draftBuilders.ts';

const file = sampleFile('allt.pdf', { pageCount: 12 });

const part = (id: string, from: number, to: number): ProposedDocument => ({
  id,
  title: id,
  documentKind: 'attachment',
  file: file.sha256,
  pages: { from, to },
  certainty: 0.5,
  because: 'heading',
});

const item = (id: string, documents: ProposedDocument[]): ImportProposal['items'][number] => ({
  id,
  number: null,
  title: id,
  itemKind: 'decision',
  registryNumber: null,
  presenter: null,
  minutes: null,
  proposedDecision: [],
  documents,
  level: 0,
});

const proposal: ImportProposal = {
  items: [item('A', [part('a', 1, 4), part('b', 5, 6)]), item('B', [part('c', 7, 12)])],
  unplaced: [],
  files: [file],
  leftOut: [],
  meeting: { title: null, bodyName: null, start: null, place: null },
  convertedPlainly: false,
};

const outline = (now: ImportProposal) =>
  [
    ...now.items.map(({ id, documents }) => `${id}: ${documents.map((one) => one.id).join(' ')}`),
    `unplaced: ${now.unplaced.map((one) => one.id).join(' ')}`,
  ].map((line) => line.trim());

const ranges = (now: ImportProposal) =>
  partsOf(now, file.sha256).map(({ document, from, to }) => `${document.id} ${from}-${to}`);

describe('a proposal', () => {
  test('takes a document to another item, where it is certain', () => {
    const moved = moveDocument(proposal, 'b', 'B');
    expect(outline(moved)).toEqual(['A: a', 'B: c b', 'unplaced:']);
    expect(documentsIn(moved).at(-1)?.document).toMatchObject({ certainty: 1, because: 'person' });
  });

  test('changes nothing for a place or a document that is not there', () => {
    expect(moveDocument(proposal, 'b', 'X')).toBe(proposal);
    expect(moveDocument(proposal, 'x', 'B')).toBe(proposal);
  });

  test('gives documents an item of their own after the one they came from', () => {
    expect(outline(splitOff(proposal, ['b'], { id: 'N', title: 'Nytt' }))).toEqual([
      'A: a',
      'N: b',
      'B: c',
      'unplaced:',
    ]);
  });

  test('joins items', () => {
    expect(outline(joinItems(proposal, 'A', 'B'))).toEqual(['A: a b c', 'unplaced:']);
    expect(joinItems(proposal, 'A', 'A')).toBe(proposal);
  });

  test('keeps the documents of a removed item', () => {
    expect(outline(removeItem(proposal, 'A'))).toEqual(['B: c', 'unplaced: a b']);
    expect(outline(leaveOut(proposal, 'a'))).toEqual(['A: b', 'B: c', 'unplaced:']);
  });
});

describe('cuts', () => {
  const cut = (now: ImportProposal, after: number, id: string) =>
    addCut(now, file.sha256, after, { id, title: id });

  test('are added, moved and taken away', () => {
    const added = cut(proposal, 8, 'd');
    expect(ranges(added)).toEqual(['a 1-4', 'b 5-6', 'c 7-8', 'd 9-12']);
    expect(outline(added)).toEqual(['A: a b', 'B: c d', 'unplaced:']);
    const moved = moveCut(added, file.sha256, 8, 10);
    expect(ranges(moved)).toEqual(['a 1-4', 'b 5-6', 'c 7-10', 'd 11-12']);
    expect(ranges(removeCut(moved, file.sha256, 10))).toEqual(['a 1-4', 'b 5-6', 'c 7-12']);
  });

  test('leave every document a page', () => {
    expect(moveCut(proposal, file.sha256, 4, 6)).toBe(proposal);
    expect(moveCut(proposal, file.sha256, 4, 0)).toBe(proposal);
    expect(cut(proposal, 4, 'd')).toBe(proposal);
    expect(cut(proposal, 12, 'd')).toBe(proposal);
  });

  test('cover all pages once, whatever is done', () => {
    const step = fc.record({
      do: fc.constantFrom('add', 'remove', 'move'),
      after: fc.integer({ min: 0, max: 13 }),
      to: fc.integer({ min: 0, max: 13 }),
    });
    fc.assert(
      fc.property(fc.array(step, { maxLength: 12 }), (steps) => {
        const end = steps.reduce((now, one, at) => {
          if (one.do === 'add') return cut(now, one.after, `n${at}`);
          return one.do === 'remove'
            ? removeCut(now, file.sha256, one.after)
            : moveCut(now, file.sha256, one.after, one.to);
        }, proposal);
        const pages = partsOf(end, file.sha256).flatMap(({ from, to }) =>
          Array.from({ length: to - from + 1 }, (_, at) => from + at),
        );
        expect(pages).toEqual(Array.from({ length: 12 }, (_, at) => at + 1));
        expect(cutsOf(end, file.sha256)).toHaveLength(partsOf(end, file.sha256).length - 1);
      }),
    );
  });
});
