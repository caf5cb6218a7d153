/** A registry number taken apart. `series` is the authority's letters, `KS`, or empty when none were written. */
export interface RegistryNumber {
  readonly year: string;
  readonly number: string;
  readonly series: string;
  /** As it was written, spaces made single. */
  readonly text: string;
}

const letters = '[A-ZÅÄÖ]{2,6}';
const year = '(?:19|20)\\d\\d';
// KS 2026/123, KS-2026-00123, KS/2026:123, KS2026/123-5
const lettersFirst = new RegExp(
  `(?<![\\p{L}\\d])(${letters})[ /.:_-]{0,2}(${year})[ /.:_-](\\d{1,6})(?![\\d:])`,
  'gu',
);
// 2026.016 KS, 2026/123 KS
const lettersLast = new RegExp(`(?<![\\d./-])(${year})[./:-](\\d{1,6}) (${letters})(?![\\p{L}])`, 'gu');
// Dnr 2026/123, Diarienummer: 2026-00123
const announced =
  /(?:dnr|diarienr|diarienummer|ärendenr|ärendenummer|diary|registry)\.?:?\s{0,3}((?:19|20)\d\d)[ ./:-](\d{1,6})(?![\d-])/giu;

/** All registry numbers in a text, in order, each once. Dates are none. */
export function registryNumbersIn(text: string): readonly RegistryNumber[] {
  const found: (RegistryNumber & { readonly at: number })[] = [];
  const add = (match: RegExpMatchArray, series: string, yearPart: string, number: string): void => {
    const isDate = /^\d{2}$/.test(number) && /^[-.]\d{2}(?!\d)/.test(text.slice(endOf(match)));
    if (isDate) return;
    const shown = match[0].replace(/^[\p{L}.:]*(?:nr|nummer|dnr)\.?:?\s*/iu, '').replace(/\s+/g, ' ');
    found.push({
      year: yearPart,
      number: number.replace(/^0+(?=\d)/, ''),
      series,
      text: shown,
      at: match.index ?? 0,
    });
  };
  for (const match of text.matchAll(lettersFirst))
    add(match, match[1] === 'DNR' ? '' : (match[1] ?? ''), match[2] ?? '', match[3] ?? '');
  for (const match of text.matchAll(lettersLast)) add(match, match[3] ?? '', match[1] ?? '', match[2] ?? '');
  for (const match of text.matchAll(announced)) add(match, '', match[1] ?? '', match[2] ?? '');
  const inOrder = found.toSorted((a, b) => a.at - b.at || b.series.length - a.series.length);
  return inOrder
    .filter((one, i) => !inOrder.slice(0, i).some((other) => isSameMatter(one, other)))
    .map(({ at: _at, ...one }) => one);
}

const endOf = (match: RegExpMatchArray): number => (match.index ?? 0) + match[0].length;

/** Whether both name one matter: the same letters, or letters left out. */
export const isSameMatter = (a: Omit<RegistryNumber, 'text'>, b: Omit<RegistryNumber, 'text'>): boolean =>
  a.year === b.year && a.number === b.number && (a.series === b.series || a.series === '' || b.series === '');
