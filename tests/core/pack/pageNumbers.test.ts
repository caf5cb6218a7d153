import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { findPackPage, packPages } from '../../../core/pack/pageNumbers.ts';
import type { ItemSpec } from '../../support/testManifest.ts';
import { testId, testManifest } from '../../support/testManifest.ts';

const pagesOf = (agenda: readonly ItemSpec[], briefings: Parameters<typeof testManifest>[0] = {}) =>
  packPages(testManifest({ agenda, ...briefings }).manifest);
const documents = (...pageCounts: number[]) => pageCounts.map((pageCount) => ({ pageCount }));

describe('pack pages', () => {
  test('run through documents, then children, then the next item, then briefings', () => {
    const pages = pagesOf(
      [
        {
          documents: documents(2, 3),
          children: [{ documents: documents(4), children: [{ documents: documents(1) }] }],
        },
        { documents: documents(5) },
      ],
      { briefings: [{ documents: documents(6) }] },
    );
    expect([...pages.documents.values()]).toEqual([
      { first: 1, last: 2 },
      { first: 3, last: 5 },
      { first: 6, last: 9 },
      { first: 10, last: 10 },
      { first: 11, last: 15 },
      { first: 16, last: 21 },
    ]);
    expect(pages.total).toBe(21);
  });

  test('count a sealed item, so that the number is the same for everyone', () => {
    const pages = pagesOf([
      { documents: documents(2) },
      { sealed: { pageCount: 7 } },
      { documents: documents(1) },
    ]);
    expect(pages.sealed.get(testId('item', 2))).toEqual({ first: 3, last: 9 });
    expect([...pages.documents.values()].at(-1)).toEqual({ first: 10, last: 10 });
  });

  test('leave out a document without pages', () => {
    const pages = pagesOf([{ documents: documents(1, 0, 1) }]);
    expect([...pages.documents.values()]).toEqual([{ first: 1, last: 1 }, null, { first: 2, last: 2 }]);
  });

  const counts = fc.array(fc.array(fc.nat({ max: 40 }), { maxLength: 4 }), { maxLength: 8 });

  test('cover 1 to the total without gap or overlap, and each leads back to its page', () => {
    fc.assert(
      fc.property(counts, fc.nat({ max: 9 }), (items, sealedPages) => {
        const agenda = [
          ...items.map((each) => ({ documents: documents(...each) })),
          { sealed: { pageCount: sealedPages } },
        ];
        const pages = pagesOf(agenda);
        expect(pages.total).toBe(items.flat().reduce((sum, count) => sum + count, sealedPages));
        const ranges = [...pages.documents, ...pages.sealed];
        const seen = new Set<string>();
        for (let page = 1; page <= pages.total; page += 1) {
          const place = findPackPage(pages, page);
          const id = place?.kind === 'document' ? place.documentId : place?.holderId;
          const range = ranges.find(([key]) => key === id)?.[1];
          expect((range?.first ?? 0) + (place?.page ?? 0) - 1).toBe(page);
          seen.add(`${id} ${place?.page}`);
        }
        expect(seen.size).toBe(pages.total);
        expect(findPackPage(pages, 0)).toBeNull();
        expect(findPackPage(pages, pages.total + 1)).toBeNull();
      }),
      { seed: 1 },
    );
  });
});
