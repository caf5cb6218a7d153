import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { compareDocuments } from '../../../core/revisionDiff/compareDocuments.ts';
import { newText } from '../../../core/revisionDiff/wordDifference.ts';

const places = ['Kyrkbyn', 'Granån', 'Ekdala', 'Norrby', 'Stationen', 'Lunden', 'Hamnen'];
const matters = ['gatan', 'skolan', 'badet', 'parken', 'dammen'];
const sentence = (number: number): string =>
  `Mening ${number} säger hur kommunen sköter ${matters[number % 5]} i ${places[number % 7]} ${1900 + number}.`;

/** Pages of sentences, a running head on each, lines of about so many characters. */
function printed(
  sentences: readonly string[],
  { perPage = 6, width = 60, head = 'Provkommunen' } = {},
): string[] {
  const pages: string[] = [];
  for (let at = 0; at < sentences.length; at += perPage) {
    const body = sentences
      .slice(at, at + perPage)
      .join(' ')
      .replace(new RegExp(`(.{1,${width}})(?: |$)`, 'g'), '$1\n');
    pages.push(`${head}\n\n${body}\nSida ${pages.length + 1} (9)`);
  }
  return pages;
}

const sentences = Array.from({ length: 40 }, (_, at) => sentence(at + 1));

describe('two revisions of a document', () => {
  it('say the same when only pages and lines are broken elsewhere', () => {
    const { verdict, passages } = compareDocuments(
      printed(sentences),
      printed(sentences, { perPage: 9, width: 43 }),
    );
    expect(verdict).toBe('layout');
    expect(passages.map(({ kind }) => kind)).toEqual(['same']);
  });

  it('differ in the words that differ, where they stand', () => {
    const after = sentences.with(20, sentence(21).replace('kommunen', 'staden'));
    const [before, now] = [printed(sentences), printed(after)];
    const { verdict, passages, removedRanges, addedRanges, pairs } = compareDocuments(before, now);
    expect(verdict).toBe('text');
    expect(passages.map(({ kind }) => kind)).toEqual(['same', 'changed', 'same']);
    const wordsAt = (pages: readonly string[], ranges: typeof addedRanges): readonly string[] =>
      ranges.map(({ page, start, end }) => (pages[page - 1] ?? '').slice(start, end));
    expect(wordsAt(before, removedRanges)).toEqual(['kommunen']);
    expect(wordsAt(now, addedRanges)).toEqual(['staden']);
    expect(pairs.filter(({ isChanged }) => isChanged)).toEqual([{ before: 4, after: 4, isChanged: true }]);
  });

  it('differ once when the head of every page is another', () => {
    const { verdict, passages } = compareDocuments(
      printed(sentences),
      printed(sentences, { head: 'Provkommunen 2026-05-29' }),
    );
    expect(verdict).toBe('text');
    expect(passages.filter(({ kind }) => kind !== 'same')).toHaveLength(1);
  });

  it('differ when a figure at the edge of a page is another, although such lines stand on every page', () => {
    const figures = (change: number): string[] =>
      Array.from(
        { length: 6 },
        (_, page) => `Tabell ${page + 1}\n${sentence(page)}\n${1000 + page} ${page === 3 ? change : 7} kr`,
      );
    expect(compareDocuments(figures(7), figures(9)).verdict).toBe('text');
  });

  it('tell a moved passage from one that was removed and one that was added', () => {
    const moved = [
      ...sentences.slice(0, 3),
      ...sentences.slice(6, 30),
      ...sentences.slice(3, 6),
      ...sentences.slice(30),
    ];
    const { passages } = compareDocuments(printed(sentences), printed(moved));
    expect(passages.filter(({ kind }) => kind !== 'same')).toMatchObject([
      { kind: 'removed', isMoved: true },
      { kind: 'added', isMoved: true },
    ]);
  });

  it('cannot be compared without text, and a page without words is never called the same', () => {
    expect(compareDocuments(['', ''], printed(sentences)).verdict).toBe('noText');
    expect(compareDocuments(printed(sentences), ['', '']).verdict).toBe('noText');
    expect(compareDocuments([...printed(sentences), ''], [...printed(sentences), '']).verdict).toBe(
      'unknown',
    );
  });

  it('read as the new one, passage by passage, whatever was changed', () => {
    const edits = fc.array(
      fc.record({
        at: fc.nat(39),
        what: fc.constantFrom<'remove' | 'add' | 'change'>('remove', 'add', 'change'),
      }),
      { maxLength: 12 },
    );
    fc.assert(
      fc.property(edits, fc.integer({ min: 4, max: 12 }), (made, perPage) => {
        const after = [...sentences];
        for (const { at, what } of made) {
          if (what === 'remove' && after.length > 5) after.splice(at % after.length, 1);
          else if (what === 'add') after.splice(at, 0, `Ny mening ${at} om nästa år.`);
          else after[at % after.length] = `Ändrad mening ${at} om hur kommunen gör.`;
        }
        const { passages } = compareDocuments(printed(sentences), printed(after, { perPage }));
        const told = passages.flatMap((passage) =>
          passage.kind === 'same' ? [] : [newText(passage.words).trim()],
        );
        const unchanged = new Set(sentences);
        for (const one of after)
          if (!unchanged.has(one)) expect(told.some((words) => words.includes(one))).toBe(true);
      }),
      { numRuns: 60 },
    );
  });

  it('have every page in one pair, in order', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 40 }), fc.integer({ min: 1, max: 12 }), (count, perPage) => {
        const [before, after] = [printed(sentences), printed(sentences.slice(0, count), { perPage })];
        const { pairs } = compareDocuments(before, after);
        const pages = (side: 'before' | 'after') => pairs.flatMap((pair) => pair[side] ?? []);
        expect(pages('before')).toEqual(before.map((_, at) => at + 1));
        expect(pages('after')).toEqual(after.map((_, at) => at + 1));
      }),
    );
  });
});
