import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { foldPlainText } from '../../../core/find/foldPlainText.ts';
import { findInText, hitLine, queryFrom } from '../../../core/find/findInText.ts';
import { foldAnyText, foldText, withoutCase } from '../../../core/find/foldText.ts';

function hits(text: string, words: string, options = { matchesCase: false, wholeWords: false }): string[] {
  const query = queryFrom(words, options);
  if (query === null) return [];
  return findInText(foldText(text, options), query).map(({ start, end }) => text.slice(start, end));
}

describe('finding words in the text of a page', () => {
  test('tells å, ä and ö from a and o, but not é from e', () => {
    expect(hits('Ärendet om åar och idéer', 'ar')).toEqual(['ar']);
    expect(hits('Ärendet', 'arendet')).toEqual([]);
    expect(hits('idéer', 'ideer')).toEqual(['idéer']);
  });

  test('finds a word that is broken at the end of a line, and a ligature', () => {
    expect(hits('detalj-\nplanen', 'detaljplanen')).toEqual(['detalj-\nplanen']);
    expect(hits('o\ufb03ciell', 'officiell')).toEqual(['o\ufb03ciell']);
  });

  test('finds words across a line break', () => {
    expect(hits('bygga en\nny skola', 'en ny')).toEqual(['en\nny']);
  });

  test('finds whole words only when asked to', () => {
    expect(hits('plan, planen', 'plan')).toEqual(['plan', 'plan']);
    expect(hits('plan, planen', 'plan', { matchesCase: false, wholeWords: true })).toEqual(['plan']);
  });

  test('minds upper and lower case only when asked to', () => {
    expect(hits('Plan plan', 'PLAN')).toEqual(['Plan', 'plan']);
    expect(hits('Plan plan', 'plan', { matchesCase: true, wholeWords: false })).toEqual(['plan']);
  });

  test('leaves every letter as long as it was when capitals do not matter', () => {
    for (let code = 0; code <= 0xffff; code += 1) {
      const { text } = foldText(`a${String.fromCharCode(code)}b`, { matchesCase: true });
      expect([code, withoutCase(text).length]).toEqual([code, text.length]);
    }
    expect(hits('ΟΔΟΣ', 'οδος')).toEqual(['ΟΔΟΣ']);
  });

  test('folds plain text by the quick way exactly as by the rule', () => {
    const unit = fc.constantFrom(
      ...[
        '-',
        '‐',
        '\n',
        '\n\n',
        ' ',
        '\t',
        '\u00a0',
        'a',
        'å',
        'Ä',
        'é',
        'Ü',
        'ß',
        '–',
        '”',
        '’',
        '´',
        '`',
        '1',
        '.',
      ],
      ...['och', 'eller ', 'plan', 'Ø', '€', '…', '•', '×'],
    );
    fc.assert(
      fc.property(fc.array(unit, { maxLength: 40 }), (units) => {
        const text = units.join('');
        expect(foldPlainText(text)).toEqual(foldAnyText(text));
      }),
      { seed: 12, numRuns: 2000 },
    );
    for (let code = 0; code <= 0xffff; code += 1) {
      const text = `a${String.fromCharCode(code)}e b`;
      const quick = foldPlainText(text);
      if (quick !== null) expect(quick).toEqual(foldAnyText(text));
    }
  });

  test('looks for nothing when only spaces are asked for', () => {
    expect(queryFrom('  ', { matchesCase: false, wholeWords: false })).toBeNull();
  });

  test('finds every word of a text that it is given', () => {
    const word = fc.string({ unit: fc.constantFrom(...'abcåäöéÅ1'), minLength: 1, maxLength: 6 });
    fc.assert(
      fc.property(fc.array(word, { minLength: 1, maxLength: 30 }), fc.nat(), (words, index) => {
        const wanted = words[index % words.length] ?? '';
        expect(hits(words.join(' '), wanted).length).toBeGreaterThan(0);
      }),
      { seed: 11 },
    );
  });
});

describe('the line of a hit', () => {
  test('shows the words around it and where the hit stands in them', () => {
    const text = `Inledning\n${'ord '.repeat(40)}detaljplanen ${'ord '.repeat(40)}\nSlut`;
    const start = text.indexOf('detaljplanen');
    const line = hitLine(text, { start, end: start + 12 });
    expect(line.text.slice(line.start, line.end)).toBe('detaljplanen');
    expect(line.text).toMatch(/^… ord .* ord …$/);
  });

  test('stays on its own line', () => {
    const line = hitLine('ett\ntvå tre\nfyra', { start: 4, end: 7 });
    expect(line).toEqual({ text: 'två tre', start: 0, end: 3 });
  });
});
