import { describe, expect, it } from 'vitest';
import { cliTexts } from '../../../electron/cli/cliTexts.ts';

const told = (rule: string, path: string): string =>
  cliTexts('sv').sentences({ code: 'packManifest', file: 'kallelse.beredd', detail: { rule, path } });

describe('a failure on the command line', () => {
  it('says which rule a manifest breaks and where', () => {
    expect(told('unknown-key', 'meeting.extra')).toMatch(/En uppgift är okänd\. \(meeting\.extra\)$/);
    expect(told('not-json', '')).toMatch(/Den är inte JSON\.$/);
  });

  it('names no document where none is known', () => {
    expect(told('page-range', 'agenda.0.documents.0.pages')).not.toContain('–');
  });

  it.each([
    ['ENOENT', 'finns inte'],
    ['EISDIR', 'en mapp'],
    ['EIO', 'nekar läsning'],
  ])('says why a file cannot be opened: %s', (reason, words) => {
    const error = { code: 'packUnreadable', file: 'kallelse.beredd', detail: { reason } } as const;
    expect(cliTexts('sv').sentences(error)).toContain(words);
  });
});
