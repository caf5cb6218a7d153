import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { agendaFromText } from '../../../core/agendaImport/agendaText.ts';
import { separatedValues } from '../../../core/agendaImport/separatedValues.ts';

let last = 0;
const newId = () => `id-${(last += 1)}`;
const rows = (text: string) =>
  agendaFromText(text, newId).map(
    ({ number, title, registryNumber, presenter, minutes, page, itemKind }) => ({
      number,
      title,
      registryNumber,
      presenter,
      minutes,
      page,
      itemKind,
    }),
  );

const blank = { registryNumber: null, presenter: null, minutes: null, page: null, itemKind: 'decision' };

describe('a pasted agenda', () => {
  test('is read line by line with numbers, registry numbers, minutes, presenters and pages', () => {
    const text = [
      'Kallelse till kommunstyrelsen',
      '1 juni 2026 kl. 13.00',
      '§ 1 Upprop',
      '§ 2 Budget för 2027 (KS 2026/44) (10 min) Föredragande: ekonomichefen',
      '§ 3 Detaljplan för Kvarnängen och',
      'området söder om ån ........ 34',
    ].join('\n');
    expect(rows(text)).toEqual([
      { ...blank, number: '§ 1', title: 'Upprop', itemKind: 'formality' },
      {
        ...blank,
        number: '§ 2',
        title: 'Budget för 2027',
        registryNumber: 'KS 2026/44',
        presenter: 'ekonomichefen',
        minutes: 10,
      },
      { ...blank, number: '§ 3', title: 'Detaljplan för Kvarnängen och området söder om ån', page: 34 },
    ]);
  });

  test('needs no numbers', () => {
    expect(rows('• Upprop\n• Budget för 2027').map(({ title }) => title)).toEqual([
      'Upprop',
      'Budget för 2027',
    ]);
  });

  test('passes over numbers that fall back: they belong to something else', () => {
    const found = rows('1. Upprop\n2. Budget\n1. Nämnden beslutar så\n3. Detaljplan');
    expect(found.map(({ number }) => number)).toEqual(['1', '2', '3']);
  });

  test('is read from CSV with headings in any order', () => {
    const csv =
      'Ärende;Nr;Diarienr;Typ;Tid\n"Budget; ramar";2;KS 2026/44;Beslut;15\nLägesrapport;3;;Information;5';
    expect(rows(csv)).toEqual([
      { ...blank, number: '2', title: 'Budget; ramar', registryNumber: 'KS 2026/44', minutes: 15 },
      { ...blank, number: '3', title: 'Lägesrapport', minutes: 5, itemKind: 'information' },
    ]);
  });

  test('is read from a table pasted out of Word, without headings', () => {
    const found = rows('1\tUpprop\t\n2\tBudget för 2027\tKS 2026/44\n3\tDetaljplan för ån\tKS 2026/50');
    expect(found.map(({ number, title, registryNumber }) => [number, title, registryNumber])).toEqual([
      ['1', 'Upprop', null],
      ['2', 'Budget för 2027', 'KS 2026/44'],
      ['3', 'Detaljplan för ån', 'KS 2026/50'],
    ]);
  });

  test('in English headings too', () => {
    const found = rows(
      'Number,Title,Registry number,Presenter\n1,Roll call,,\n2,Budget,KS 2026/44,Head of finance',
    );
    expect(found.map(({ title, presenter }) => [title, presenter])).toEqual([
      ['Roll call', null],
      ['Budget', 'Head of finance'],
    ]);
  });

  test('of any text never fails', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 400 }), (text) => {
        for (const { title, minutes } of agendaFromText(text, newId)) {
          expect(title).not.toBe('');
          expect(minutes === null || minutes >= 0).toBe(true);
        }
      }),
    );
  });
});

test('separated values give back every cell that was quoted', () => {
  const cell = fc.stringMatching(/^[a-zåäö";\n ]{0,12}$/).map((text) => text.trim());
  fc.assert(
    fc.property(
      fc.array(fc.tuple(fc.stringMatching(/^[a-z]{1,5}$/), cell, cell), { minLength: 2, maxLength: 6 }),
      (table) => {
        const text = table
          .map((row) => row.map((one) => `"${one.replaceAll('"', '""')}"`).join(';'))
          .join('\r\n');
        expect(separatedValues(text)).toEqual(table);
      },
    ),
  );
});
