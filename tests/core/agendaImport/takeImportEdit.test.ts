import { describe, expect, test } from 'vitest';
import { takeImportEdit } from '../../../core/agendaImport/takeImportEdit.ts';
import { leaveSummonsOut } from '../../../core/agendaImport/summonsItem.ts';
import type { ImportProposal } from '../../../core/agendaImport/proposal.ts';
import { applyEdit } from '../../../core/draft/applyEdit.ts';
import type { Draft } from '../../../core/draft/draft.ts';
import { draftId, sampleDraft, sampleFile, sampleItem } from '../../support/draftBuilders.ts';

const proposed = (...items: readonly (readonly [string | null, string, number?])[]): ImportProposal => ({
  items: items.map(([number, title, level = 0], at) => ({
    id: draftId('item', 100 + at),
    number,
    title,
    itemKind: 'decision',
    registryNumber: null,
    presenter: null,
    minutes: null,
    proposedDecision: [],
    documents: [],
    level,
  })),
  unplaced: [],
  files: [],
  leftOut: [],
  meeting: { title: null, bodyName: null, start: null, place: null },
  convertedPlainly: false,
});

function taken(draft: Draft, proposal: ImportProposal): Draft {
  const edit = takeImportEdit(draft, proposal);
  if (edit === null) return draft;
  const edited = applyEdit(draft, edit);
  if (!edited.ok) throw new Error(JSON.stringify(edited.error));
  return edited.value;
}

const numbers = ({ items }: Draft): readonly unknown[] =>
  items.map(({ number, numberFixed, children }) => [
    number,
    numberFixed,
    ...children.map((child) => [child.number, child.numberFixed]),
  ]);

const empty = sampleDraft({ items: [], files: [], numbering: { style: 'number', first: 1 } });

describe('numbers of an accepted import', () => {
  test('that run on are counted, so that items can be moved', () => {
    expect(
      numbers(taken(empty, proposed(['1', 'Upprop'], ['2', 'Budget'], ['2.1', 'Ramar', 1], ['3', 'Taxa']))),
    ).toEqual([
      ['1', false],
      ['2', false, ['2.1', false]],
      ['3', false],
    ]);
  });

  test('with § make the draft count so, from the first', () => {
    const draft = taken(empty, proposed(['§ 94', 'Upprop'], ['§95', 'Budget']));
    expect(draft.numbering).toEqual({ style: 'section', first: 94 });
    expect(numbers(draft)).toEqual([
      ['§ 94', false],
      ['§ 95', false],
    ]);
  });

  test('that leap are kept where they leap', () => {
    expect(
      numbers(taken(empty, proposed(['3', 'Budget'], ['4', 'Taxa'], ['8', 'Val'], ['9', 'Övrigt']))),
    ).toEqual([
      ['3', false],
      ['4', false],
      ['8', true],
      ['9', false],
    ]);
  });

  test('go on after the items that are there', () => {
    const draft = sampleDraft({
      items: [sampleItem(1, { number: '1' })],
      files: [],
      numbering: empty.numbering,
    });
    expect(numbers(taken(draft, proposed([null, 'Budget'], [null, 'Taxa'])))).toEqual([
      ['1', false],
      ['2', false],
      ['3', false],
    ]);
  });
});

test('the summons’ own item stands first without a number, and the others are counted as they came', () => {
  const agenda = proposed([null, 'Kallelse'], ['§ 94', 'Upprop'], ['§ 95', 'Budget']);
  const document = {
    id: draftId('document', 1),
    title: 'Kallelse',
    documentKind: 'summons' as const,
    file: 'a'.repeat(64),
    pages: { from: 1, to: 2 },
    certainty: 0.9,
    because: 'heading' as const,
  };
  const [first, ...others] = agenda.items;
  if (first === undefined) throw new Error('no item');
  const proposal = {
    ...agenda,
    items: [{ ...first, documents: [document] }, ...others],
    files: [sampleFile('kallelse.pdf', { sha256: document.file })],
  };
  const draft = taken(empty, proposal);
  expect(draft.numbering).toEqual({ style: 'section', first: 94 });
  expect(numbers(draft)).toEqual([
    [null, true],
    ['§ 94', false],
    ['§ 95', false],
  ]);
  expect(numbers(taken(empty, leaveSummonsOut(proposal)))).toHaveLength(2);
});

test('fills what is blank of the meeting from the summons and leaves what was written', () => {
  const found = {
    title: 'Kulturnämnden',
    bodyName: 'Kulturnämnden',
    start: '2026-09-09T13:00:00+02:00',
    place: 'Stora salen',
  };
  const draft = sampleDraft({ items: [], files: [] });
  const blank = {
    ...draft,
    meeting: {
      ...draft.meeting,
      title: '',
      start: null,
      place: 'Lilla salen',
      body: { ...draft.meeting.body, name: '' },
    },
  };
  expect(taken(blank, { ...proposed(), meeting: found }).meeting).toMatchObject({
    title: 'Kulturnämnden',
    body: { name: 'Kulturnämnden' },
    start: '2026-09-09T13:00:00+02:00',
    place: 'Lilla salen',
  });
});

test('takes nothing of a refused proposal', () => {
  expect(takeImportEdit(empty, null)).toBeNull();
  expect(takeImportEdit(empty, proposed())).toBeNull();
});
