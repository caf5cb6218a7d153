import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { spokenWords } from '../../../core/reading/spokenWords.ts';

describe('words for a Swedish voice', () => {
  it.each([
    ['enligt 5 kap. 15 § kommunallagen', 'enligt 5 kapitlet 15 paragraf kommunallagen'],
    ['§§ 94–96', 'paragraferna 94–96'],
    ['bl.a. vägar, t.ex. Storgatan m.m.', 'bland annat vägar, till exempel Storgatan med mera'],
    ['fr.o.m. den 1 juli t.o.m. den 3', 'från och med den 1 juli till och med den 3'],
    ['kl. 08.30, dnr KS 2026/12, 450 tkr', 'klockan 08.30, diarienummer KS 2026/12, 450 tusen kronor'],
    ['Intäkter\t12\t14', 'Intäkter, 12, 14'],
    ['1 Inledning ............ 3', '1 Inledning , 3'],
    ['skalle', 'skalle'],
  ])('says %j as %j', (written, spoken) => {
    expect(spokenWords(written, 'sv').text).toBe(spoken);
  });

  it('leaves English alone', () => {
    expect(spokenWords('see § 5, kap. 2', 'en-GB').text).toBe('see § 5, kap. 2');
  });

  it('knows for each letter said where it is written, never going back', () => {
    const text = fc
      .array(fc.constantFrom('bl.a. ', '§ ', 'gata ', '\t', 'kl. 8 ', '…… ', 'm.m. '))
      .map((a) => a.join(''));
    fc.assert(
      fc.property(text, (written) => {
        const { text: spoken, starts } = spokenWords(written, 'sv');
        expect(starts.length).toBe(spoken.length);
        expect([...starts].every((at, i) => at < written.length && at >= (starts[i - 1] ?? 0))).toBe(true);
      }),
    );
  });
});
