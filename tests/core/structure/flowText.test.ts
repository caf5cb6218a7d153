import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { flowRange, flowText, pageRanges } from '../../../core/structure/flowText.ts';
import { pageOf, paragraph } from '../text/charactersOf.ts';

const wordsOf = (text: string, words: string): { start: number; end: number } => {
  const start = text.indexOf(words);
  return { start, end: start + words.length };
};

describe('flowing text', () => {
  it('joins lines and makes words broken at their end whole', () => {
    const page = pageOf(...paragraph(['Nämnden föreslår att kommun-', 'styrelsen antar planen nu.']));
    expect(flowText(page, [{ start: 0, end: page.text.length }]).text).toBe(
      'Nämnden föreslår att kommunstyrelsen antar planen nu.',
    );
  });

  it('keeps a line end where the next word would have fitted: the writer ended the line', () => {
    const page = pageOf(
      ...paragraph(['Förvaltningens yttrande', 'Kommunens samlade prognos för helåret uppgår till']),
    );
    expect(flowText(page, [{ start: 0, end: page.text.length }]).text).toBe(
      'Förvaltningens yttrande\nKommunens samlade prognos för helåret uppgår till',
    );
  });

  it('keeps cells apart and their rows on lines of their own', () => {
    const page = pageOf(
      { text: 'Eva Ek', x: 50, y: 700 },
      { text: 'Bo Berg', x: 300, y: 700 },
      { text: 'Chef', x: 50, y: 688 },
      { text: 'Controller', x: 300, y: 688 },
    );
    expect(flowText(page, [{ start: 0, end: page.text.length }]).text).toBe(
      'Eva Ek\tBo Berg\nChef\tController',
    );
  });

  it('puts words from elsewhere on the page one after the other', () => {
    const page = pageOf(...paragraph(['ett två', 'tre fyra']));
    const words = [wordsOf(page.text, 'fyra'), wordsOf(page.text, 'två')];
    expect(flowText(page, words).text).toBe('fyra två');
  });

  it('makes the dots before a page number one sign', () => {
    const page = pageOf({ text: `Bakgrund ${'.'.repeat(40)} 9`, x: 50, y: 700 });
    expect(flowText(page, [{ start: 0, end: page.text.length }]).text).toBe('Bakgrund … 9');
  });

  it('leads from any part of it back to the same words of the page', () => {
    const word = fc.stringMatching(/^[a-zåäö]{1,9}$/);
    const lines = fc.array(
      fc.array(word, { minLength: 1, maxLength: 6 }).map((words) => words.join(' ')),
      { minLength: 1, maxLength: 5 },
    );
    fc.assert(
      fc.property(lines, fc.nat(), fc.nat(), (given, from, length) => {
        const page = pageOf(...paragraph(given));
        const flow = flowText(page, [{ start: 0, end: page.text.length }]);
        const start = from % flow.text.length;
        const part = { start, end: Math.min(flow.text.length, start + 1 + (length % 20)) };
        const back = pageRanges(flow, part)
          .map((range) => page.text.slice(range.start, range.end))
          .join('');
        expect(back.replace(/\s+/g, '')).toBe(flow.text.slice(part.start, part.end).replace(/\s+/g, ''));
      }),
    );
  });

  it('finds the parts that stand for offsets of the page, over white space', () => {
    const page = pageOf(...paragraph(['Planen antas nu.', 'Taxan höjs sedan.']));
    const flow = flowText(page, [{ start: 0, end: page.text.length }]);
    const wanted = wordsOf(page.text, 'antas nu.\nTaxan');
    const ranges = flowRange(flow, (offset) => offset >= wanted.start && offset < wanted.end);
    expect(ranges.map(({ start, end }) => flow.text.slice(start, end))).toEqual(['antas nu. Taxan']);
  });
});
