import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { sentencesOf } from '../../../core/reading/sentences.ts';

const cut = (text: string): string[] => sentencesOf(text).map(({ start, end }) => text.slice(start, end));

describe('sentences of Swedish text', () => {
  it.each([
    ['Nämnden beslutar i dag. Planen godkänns.', ['Nämnden beslutar i dag.', 'Planen godkänns.']],
    [
      'Det gäller bl.a. Kyrkbyn och t.ex. Norra torget.',
      ['Det gäller bl.a. Kyrkbyn och t.ex. Norra torget.'],
    ],
    [
      'Enligt 5 kap. 15 § kommunallagen. Se även 2 kap. Regeringsformen.',
      ['Enligt 5 kap. 15 § kommunallagen.', 'Se även 2 kap. Regeringsformen.'],
    ],
    ['Den 3. juni kl. 08.30 möts nämnden.', ['Den 3. juni kl. 08.30 möts nämnden.']],
    [
      'Beslutet togs 2026-06-01. Det gäller från 1 jan. 2027.',
      ['Beslutet togs 2026-06-01.', 'Det gäller från 1 jan. 2027.'],
    ],
    [
      'Bussar, tåg m.m. ingår. Bilar m.m. Kommunen betalar.',
      ['Bussar, tåg m.m. ingår.', 'Bilar m.m.', 'Kommunen betalar.'],
    ],
    ['Kostnaden är 4,5 mnkr. Den täcks av budgeten.', ['Kostnaden är 4,5 mnkr.', 'Den täcks av budgeten.']],
    ['Hon åker bil. Han går.', ['Hon åker bil.', 'Han går.']],
    ['Se bil. 3 och nr. 7.', ['Se bil. 3 och nr. 7.']],
    ['M. Ekdala och Karin B. Lund yttrar sig.', ['M. Ekdala och Karin B. Lund yttrar sig.']],
    ['1. Planen godkänns. 2. Avgiften höjs.', ['1. Planen godkänns.', '2. Avgiften höjs.']],
    ['Beslut: 1. Planen antas.', ['Beslut: 1. Planen antas.']],
    ['Varför då? ”Ingen vet.” Så sade hon.', ['Varför då?', '”Ingen vet.”', 'Så sade hon.']],
    ['”Vem betalar?” frågade hon.', ['”Vem betalar?” frågade hon.']],
    ['Det dröjer … kanske. Eller?', ['Det dröjer … kanske.', 'Eller?']],
    ['Läs på www.kyrkbyn.example i dag. Klart.', ['Läs på www.kyrkbyn.example i dag.', 'Klart.']],
    ['Rubrik utan punkt\nBrödtext här.', ['Rubrik utan punkt', 'Brödtext här.']],
  ])('cuts %j', (text, sentences) => {
    expect(cut(text)).toEqual(sentences);
  });
});

describe('sentences of English text', () => {
  it.each([
    [
      'Mr. Smith met Dr. Jones, i.e. Anna. They agreed.',
      ['Mr. Smith met Dr. Jones, i.e. Anna.', 'They agreed.'],
    ],
    ['The answer is no. We vote.', ['The answer is no.', 'We vote.']],
    ['See fig. 4 (cf. Table 2). It shows this.', ['See fig. 4 (cf. Table 2).', 'It shows this.']],
  ])('cuts %j', (text, sentences) => {
    expect(cut(text)).toEqual(sentences);
  });
});

describe('sentences of any text', () => {
  it('hold every character that is not a space, once and in order', () => {
    const words = fc.stringMatching(/^[A-ZÅa-zö0-9.,?!§\n\t ”"-]{0,300}$/u);
    fc.assert(
      fc.property(words, (text) => {
        const joined = cut(text).join('');
        expect(joined.replace(/\s/g, '')).toBe(text.replace(/\s/g, ''));
      }),
    );
  });

  it('are never longer than a voice takes', () => {
    const longest = Math.max(
      ...sentencesOf('ord och åter ord '.repeat(400)).map(({ start, end }) => end - start),
    );
    expect(longest).toBeLessThanOrEqual(480);
    expect(sentencesOf('x'.repeat(5000)).length).toBeGreaterThan(10);
  });
});
