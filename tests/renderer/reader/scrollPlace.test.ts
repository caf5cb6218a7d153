import { describe, expect, it } from 'vitest';
import { ScrollPlace } from '../../../renderer/features/reader/scroll/ScrollPlace.ts';
import { drawUrgency, textUrgency } from '../../../renderer/features/reader/scroll/urgency.ts';
import type { PageRow } from '../../../renderer/features/reader/scroll/scrollLayout.ts';

describe('the way one is going', () => {
  const headingAfter = (...tops: number[]): number => {
    const place = new ScrollPlace();
    for (const top of tops) place.foresee(0, top);
    return place.heading;
  };

  it('is down at first, up after moving up, and down again after moving down', () => {
    expect(headingAfter()).toBe(1);
    expect(headingAfter(800, 500)).toBe(-1);
    expect(headingAfter(800, 500, 510)).toBe(1);
  });

  it('is down after a jump, also one far up: there one reads on', () => {
    expect(headingAfter(90_000, 400)).toBe(1);
  });

  it('is not changed by the rounding of a place', () => {
    expect(headingAfter(800, 799.6)).toBe(1);
  });
});

describe('pages out of view', () => {
  const page = (top: number): PageRow => ({
    kind: 'page',
    documentIndex: 0,
    page: 1,
    scale: 1,
    left: 0,
    top,
    width: 800,
    height: 1000,
    band: 0,
  });
  const view = { left: 0, top: 2000, width: 800, height: 600 };

  it('are drawn where one is going first, however near the page is that was left', () => {
    expect(drawUrgency(page(3600), view, 1)).toBeLessThan(drawUrgency(page(990), view, 1));
    expect(drawUrgency(page(990), view, -1)).toBeLessThan(drawUrgency(page(2700), view, -1));
  });

  it('wait for the drawings and the words of those in view', () => {
    const inView = [page(1800), page(2500)].flatMap((row) => [
      drawUrgency(row, view, 1),
      textUrgency(row, view, 1),
    ]);
    expect(Math.max(...inView)).toBeLessThan(drawUrgency(page(2601), view, 1));
  });
});
