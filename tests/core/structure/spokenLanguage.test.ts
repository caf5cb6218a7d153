import { describe, expect, it } from 'vitest';
import { spokenLanguage } from '../../../core/structure/spokenLanguage.ts';

describe('the language that a text is read aloud in', () => {
  it.each([
    ['sv-SE', 'Nämnden föreslår.', 'sv-SE'],
    ['fi', 'Lautakunta päättää.', 'fi'],
    ['', 'Nämnden föreslår.', 'sv'],
    ['<script>', 'Nämnden föreslår.', 'sv'],
    ['en-GB', 'The committee approves the plan as proposed by the office.', 'en-GB'],
  ])('of a file that says "%s" is %s', (declared, text, language) => {
    expect(spokenLanguage(declared, text)).toBe(language);
  });

  it('is Swedish for Swedish words that a word processor called English', () => {
    expect(spokenLanguage('en-US', 'Nämnden föreslår att åtgärden godkänns.')).toBe('sv');
  });

  it('stays English when only a name has a Swedish letter', () => {
    expect(spokenLanguage('en-US', 'The plan was drawn by Åsa.')).toBe('en-US');
  });
});
