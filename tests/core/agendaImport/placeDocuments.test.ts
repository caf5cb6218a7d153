import { expect, test } from 'vitest';
import type { AgendaEntry } from '../../../core/agendaImport/agendaEntry.ts';
import { describeDocument } from '../../../core/agendaImport/describedDocument.ts';
import { placeDocuments } from '../../../core/agendaImport/placeDocuments.ts';
import { draftId } from '../../support/draftBuilders.ts';

const entries = (...titles: readonly string[]): readonly AgendaEntry[] =>
  titles.map((title, at) => ({
    id: draftId('item', at + 1),
    number: String(at + 1),
    title,
    itemKind: 'other',
    registryNumber: null,
    presenter: null,
    minutes: null,
    proposedDecision: [],
    level: 0,
    page: null,
  }));
const placeOf = (agenda: readonly AgendaEntry[], path: string) => {
  const document = describeDocument({ sha256: 'a'.repeat(64), path, pages: null, head: null, certainty: 1 });
  return placeDocuments(agenda, [document])[0];
};

test('what calls itself information goes, to be checked, to the one item for information', () => {
  const agenda = entries('Upprop', 'Information och överläggningar', 'Budget 2027');
  const place = placeOf(agenda, 'Information från räddningstjänsten.pdf');
  expect(place?.entry?.title).toBe('Information och överläggningar');
  expect(place?.certainty).toBeLessThan(0.6);
  expect(placeOf(agenda, 'Informationssäkerhetspolicy.pdf')?.entry ?? null).toBeNull();
  expect(placeOf(agenda, 'Budget 2027.pdf')?.entry?.title).toBe('Budget 2027');
});

test('where several items are for information, none is guessed', () => {
  const agenda = entries('Information från förvaltningen', 'Information från ordföranden');
  expect(placeOf(agenda, 'Information om trafiken.pdf')?.entry ?? null).toBeNull();
});
