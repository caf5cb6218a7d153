import { describe, expect, it } from 'vitest';
import type { LinkableScroll } from '../../../renderer/features/reader/readerTypes.ts';
import { linkScrolling } from '../../../renderer/features/reader/sideBySide/linkScrolling.ts';

const frames: (() => void)[] = [];
/** Scrolling is told in the frame after it, until nothing moves any more. */
function nextFrames(): void {
  for (let n = 0; n < 20; n++) for (const tell of frames.splice(0)) tell();
  expect(frames).toEqual([]);
}

/** A reader of so many pages that tells of its scrolling, also when another moved it. */
function reader(pages: number, start = 0): LinkableScroll {
  let place = start;
  const listeners = new Set<() => void>();
  return {
    place: () => place,
    moveTo(to) {
      const before = place;
      place = Math.max(0, Math.min(pages, to));
      if (place !== before) frames.push(() => listeners.forEach((listener) => listener()));
    },
    onScroll(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
  };
}

function scroll(side: LinkableScroll, to: number): void {
  side.moveTo(to);
  nextFrames();
}

describe('linked scrolling', () => {
  it('keeps the distance that was there when the sides were linked', () => {
    const [one, other] = [reader(20, 2), reader(20, 5)];
    linkScrolling(one, other);
    scroll(one, 4.5);
    expect(other.place()).toBe(7.5);
    scroll(other, 9);
    expect(one.place()).toBe(6);
  });

  it('finds the distance again after one side stood at its end', () => {
    const [one, other] = [reader(20), reader(3)];
    linkScrolling(one, other);
    scroll(one, 10);
    expect([one.place(), other.place()]).toEqual([10, 3]);
    scroll(one, 2);
    expect([one.place(), other.place()]).toEqual([2, 2]);
  });

  it('goes by matching places, and follows only the side that the person moves', () => {
    const [one, other] = [reader(20), reader(40)];
    let leader: 'one' | 'other' = 'one';
    linkScrolling(
      one,
      other,
      { ofOther: (place) => 2 * place, ofOne: (place) => place / 2 },
      (which) => which === leader,
    );
    scroll(one, 4);
    expect(other.place()).toBe(8);
    scroll(other, 20);
    expect(one.place()).toBe(4);
    leader = 'other';
    scroll(other, 21);
    expect(one.place()).toBe(10.5);
  });

  it('lets the sides go', () => {
    const [one, other] = [reader(20), reader(20)];
    linkScrolling(one, other)();
    scroll(one, 4);
    expect(other.place()).toBe(0);
  });
});
