import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Visit } from '../../../renderer/app/workspace/places/PlaceHistory.ts';
import { PlaceHistory } from '../../../renderer/app/workspace/places/PlaceHistory.ts';

const visit = (page: number, documentId = 'd1'): Visit => ({
  side: 'first',
  place: { itemId: 'i1', briefingId: null, documentId },
  position: { documentId, page, offset: 0 },
});
const always = (): boolean => true;

describe('the places visited', () => {
  it('go back in the order they were left, and forward again', () => {
    fc.assert(
      fc.property(
        fc.uniqueArray(fc.integer({ min: 1, max: 500 }), { minLength: 2, maxLength: 30 }),
        (pages) => {
          const history = new PlaceHistory();
          pages.slice(0, -1).forEach((page) => history.leave(visit(page)));
          let here = visit(pages.at(-1) ?? 0);
          const walked = (direction: 'back' | 'forward'): number[] => {
            const found: number[] = [];
            for (let next = history[direction](here, always); next; next = history[direction](here, always)) {
              here = next;
              found.push(next.position?.page ?? 0);
            }
            return found;
          };
          expect(walked('back')).toEqual(pages.slice(0, -1).toReversed());
          expect(walked('forward')).toEqual(pages.slice(1));
          expect([history.canGoBack(), history.canGoForward()]).toEqual([true, false]);
        },
      ),
    );
  });

  it('forget what lay ahead when one jumps anew', () => {
    const history = new PlaceHistory();
    history.leave(visit(1));
    history.back(visit(2), always);
    history.leave(visit(1));
    expect(history.canGoForward()).toBe(false);
    expect(history.back(visit(9), always)?.position?.page).toBe(1);
  });

  it('hold a place once, however often one leaves it', () => {
    const history = new PlaceHistory();
    history.leave(visit(1));
    history.leave({ ...visit(1), position: { documentId: 'd1', page: 1, offset: 0.05 } });
    history.back(visit(5), always);
    expect(history.canGoBack()).toBe(false);
  });

  it('pass over what a new revision took away', () => {
    const history = new PlaceHistory();
    history.leave(visit(1));
    history.leave(visit(4, 'gone'));
    expect(history.back(visit(9), (candidate) => candidate.place.documentId !== 'gone')?.position?.page).toBe(
      1,
    );
  });
});
