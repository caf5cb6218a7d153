import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { fileNameParts } from '../../../core/agendaImport/fileNameParts.ts';

const said = (name: string) => {
  const { itemNumber, attachmentNumber, documentKind, title } = fileNameParts(name);
  return [itemNumber, attachmentNumber, documentKind, title];
};

describe('the name of a file', () => {
  test.each([
    ['07 Detaljplan Kyrkbyn.pdf', ['7', null, null, 'Detaljplan Kyrkbyn']],
    ['7. Detaljplan.pdf', ['7', null, null, 'Detaljplan']],
    ['7.1 Tjänsteskrivelse detaljplan.docx', ['7.1', null, 'officialReport', 'Tjänsteskrivelse detaljplan']],
    ['§ 7 bilaga 2.docx', ['7', 2, 'attachment', 'Bilaga 2']],
    ['§7 Budget.pdf', ['7', null, null, 'Budget']],
    ['Bilaga 3 till punkt 7.pdf', ['7', 3, 'attachment', 'Bilaga 3']],
    ['Bilaga 7.2 Karta.pdf', ['7', 2, 'attachment', 'Karta']],
    ['Ärende nr 12 - Taxa.pdf', ['12', null, null, 'Taxa']],
    ['07-02_bilaga_karta.pdf', ['7', null, 'attachment', 'Bilaga karta']],
    ['04_plankarta.pdf', ['4', null, 'attachment', 'Plankarta']],
    ['Protokollsutdrag KSAU.pdf', [null, null, 'minutesExtract', 'Protokollsutdrag KSAU']],
    ['Kallelse 2026-06-01.pdf', [null, null, 'summons', 'Kallelse']],
  ])('%s', (name, expected) => {
    expect(said(name)).toEqual(expected);
  });

  test('never takes a date, a year or a property for a number of an item', () => {
    for (const name of [
      '2026-05-12 Protokoll.pdf',
      '2026 års budget.pdf',
      'Berga 1_55.pdf',
      '20260512 budget.pdf',
    ])
      expect(said(name)[0]).toBeNull();
  });

  test('keeps the paragraph of another body’s minutes from being an item of this meeting', () => {
    for (const name of ['§ 68 KSAU Budget.pdf', 'ss68-ksau-budget.pdf', 'ss-93-ks-initiativ.pdf'])
      expect(said(name).slice(0, 3)).toEqual([null, null, 'minutesExtract']);
  });

  test('finds the registry number and leaves it out of the title', () => {
    const parts = fileNameParts('KS 2026-00123 Detaljplan för Berga.pdf');
    expect(parts.registryNumbers.map(({ series, year, number }) => [series, year, number])).toEqual([
      ['KS', '2026', '123'],
    ]);
    expect(parts.title).toBe('Detaljplan för Berga');
  });

  test('says the same of a name in composed and in decomposed letters', () => {
    const name = '§ 7 Förslag på ny översiktsplan.pdf';
    expect(fileNameParts(name.normalize('NFD'))).toEqual(fileNameParts(name.normalize('NFC')));
  });
});

describe('any name', () => {
  const word = fc.stringMatching(/^[a-zåäö]{3,10}$/);
  const title = fc.array(word, { minLength: 1, maxLength: 5 }).map((words) => words.join(' '));

  test('gives back the number that was put before a title, however it is written', () => {
    const write = fc.constantFrom<(n: number, title: string) => string>(
      (n, words) => `${n} ${words}.pdf`,
      (n, words) => `${String(n).padStart(2, '0')}_${words.replaceAll(' ', '_')}.pdf`,
      (n, words) => `§ ${n} ${words}.docx`,
      (n, words) => `Punkt ${n} - ${words}.pdf`,
      (n, words) => `${n}) ${words}.pdf`,
    );
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 199 }), title, write, (n, words, written) => {
        // A first word that is itself a mark of a number or of minutes is another name.
        fc.pre(!/^(?:bil|bilaga|punkt|ärende|arende|par|pkt|item)\b/u.test(words));
        expect(fileNameParts(written(n, words)).itemNumber).toBe(String(n));
      }),
    );
  });

  test('is taken apart without failing, and its title holds nothing invisible', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme', maxLength: 80 }), fc.boolean(), (name, isFolder) => {
        const parts = fileNameParts(name, isFolder);
        expect(parts.title).toBe(parts.title.normalize('NFC'));
        expect(parts.title).not.toMatch(/[\p{Cc}\p{Cf}]/u);
        expect(parts.itemNumber ?? '1').toMatch(/^\d{1,3}[a-zåäö]?(?:\.\d{1,3}){0,2}$/u);
      }),
    );
  });
});
