import { describe, expect, test } from 'vitest';
import { entryPath } from '../../../core/agendaImport/entryPath.ts';
import { oldNames } from '../../../core/agendaImport/oldNames.ts';
import { isSameMatter, registryNumbersIn } from '../../../core/agendaImport/registryNumber.ts';
import { swedishInstantIn } from '../../../core/agendaImport/swedishTime.ts';
import { titleWords } from '../../../core/agendaImport/titleWords.ts';
import { titleLikeness, wordWeights } from '../../../core/agendaImport/wordMatch.ts';

const utf8 = (bytes: Uint8Array): string | null => {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    return null;
  }
};
/** Å Ä Ö å ä ö and § in old code pages. */
const codes = {
  cp850: [0x8f, 0x8e, 0x99, 0x86, 0x84, 0x94, 0xf5],
  cp437: [0x8f, 0x8e, 0x99, 0x86, 0x84, 0x94, 0x15],
  cp1252: [0xc5, 0xc4, 0xd6, 0xe5, 0xe4, 0xf6, 0xa7],
};
const encoded = (name: string, page: keyof typeof codes): Uint8Array =>
  Uint8Array.from([...name], (letter) => {
    const at = 'ÅÄÖåäö§'.indexOf(letter);
    return at < 0 ? letter.charCodeAt(0) : (codes[page][at] ?? 0);
  });

describe('names in an old ZIP', () => {
  const names = ['Ärende 5/Översiktsplan.pdf', 'Åtgärder på ån.pdf'];
  test.each(['cp850', 'cp437', 'cp1252'] as const)('are read when they were written in %s', (page) => {
    expect(
      oldNames(
        names.map((name) => encoded(name, page)),
        utf8,
      ),
    ).toEqual(names);
  });

  test('of the Nordic code page keep ø, and § is known where DOS had it', () => {
    const bytes = (text: string, ...codes: number[]) =>
      Uint8Array.from([...text], (letter) => (letter === '?' ? (codes.shift() ?? 0) : letter.charCodeAt(0)));
    expect(
      oldNames([bytes('? 7 L?sning.pdf', 0x15, 0x9b), bytes('? 8 ?rende.pdf', 0x15, 0x8e)], utf8),
    ).toEqual(['§ 7 Løsning.pdf', '§ 8 Ärende.pdf']);
    expect(oldNames([bytes('? 7 Budget.pdf', 0x15)], utf8)).toEqual(['§ 7 Budget.pdf']);
  });

  test('are composed when they are UTF-8 in decomposed letters', () => {
    const bytes = names.map((name) => new TextEncoder().encode(name.normalize('NFD')));
    expect(oldNames(bytes, utf8)).toEqual(names);
  });
});

test('a path that leads out, is absolute or deceives is unsafe; what is hidden is left out', () => {
  for (const name of ['../x.pdf', 'a/../../x', '/etc/x', 'C:\\x.pdf', '..\\x', 'a\u202efdp.exe', 'a\u0000b'])
    expect(entryPath(name)).toEqual({ why: 'unsafeName' });
  for (const name of ['.DS_Store', '__MACOSX/x.pdf', 'a/~$b.docx', 'Thumbs.db'])
    expect(entryPath(name)).toEqual({ why: 'hidden' });
  expect(entryPath('7 Budget\\Bilaga 1.pdf')).toEqual({ path: '7 Budget/Bilaga 1.pdf' });
});

test('registry numbers are known again however they are written, and dates are none', () => {
  const found = registryNumbersIn('KS/2026:00123 · 2026.016 KS · Dnr 2025-44 · 2026-05-12 · KS 2026-06-01');
  expect(found.map(({ series, year, number }) => `${series} ${year} ${number}`)).toEqual([
    'KS 2026 123',
    'KS 2026 16',
    ' 2025 44',
  ]);
  const [one] = registryNumbersIn('KS 2026/7');
  const [other] = registryNumbersIn('VON 2026/7');
  if (one === undefined || other === undefined) throw new Error('not found');
  expect(isSameMatter(one, other)).toBe(false);
  expect(isSameMatter(one, { ...other, series: '' })).toBe(true);
});

describe('titles', () => {
  const titles = [
    'Svar på motion om fler cykelvägar',
    'Detaljplan för Kvarnängen 1:4',
    'Taxa för vatten och avlopp',
  ];
  const weigh = wordWeights(titles.map(titleWords));
  const likeness = (a: string, b: string): number => titleLikeness(titleWords(a), titleWords(b), weigh);

  test('are alike in other endings, without dots and with names added', () => {
    expect(
      likeness('Detaljplan för Kvarnängen 1:4', 'detaljplan-kvarnangen-14-samradshandling'),
    ).toBeGreaterThan(0.8);
    expect(
      likeness('Svar på motion om fler cykelvägar', 'motion-fler-cykelvagar-nora-lund-s'),
    ).toBeGreaterThan(0.6);
  });

  test('are not alike because both are answers to motions', () => {
    expect(likeness('Svar på motion om fler cykelvägar', 'Svar på motion om gatubelysning')).toBeLessThan(
      0.3,
    );
  });
});

test('a summons’ day and time become an instant on Swedish clocks, summer and winter', () => {
  expect(swedishInstantIn('Måndagen den 1 juni 2026 kl. 13.00')).toBe('2026-06-01T13:00:00+02:00');
  expect(swedishInstantIn('Tid: 2026-12-02, klockan 9:30')).toBe('2026-12-02T09:30:00+01:00');
  expect(swedishInstantIn('2026-10-25 kl 08:00')).toBe('2026-10-25T08:00:00+01:00');
  expect(swedishInstantIn('2026-03-29 kl 08:00')).toBe('2026-03-29T08:00:00+02:00');
  expect(swedishInstantIn('den 1 juni 2026')).toBeNull();
  expect(swedishInstantIn('den 31 juni 2026 kl. 13.00')).toBeNull();
});
