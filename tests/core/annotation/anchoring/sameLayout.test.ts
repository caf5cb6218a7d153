import { describe, expect, it } from 'vitest';
import { sameLayout } from '../../../../core/annotation/anchoring/sameLayout.ts';
import type { PageText } from '../../../../core/text/pageText.ts';

const page = (lines: number, { down = 0, width = 400, top = 842 } = {}): PageText => ({
  text: '',
  boxes: new Float32Array(),
  blocks: [],
  geometry: { left: 0, bottom: 0, right: 595, top, quarterTurns: 0 },
  lines: Array.from({ length: lines }, (_, at) => ({
    left: 70,
    right: 70 + width,
    bottom: 700 - at * 20 - down,
    top: 712 - at * 20 - down,
    start: 0,
    end: 0,
    turns: 0,
    block: 0,
  })),
});

describe('a page that takes over what was drawn on another', () => {
  it('has its lines in the same places', () => {
    expect(sameLayout(page(20), page(20))).toBe(true);
    expect(sameLayout(page(20), page(20, { down: 1 }))).toBe(true);
    expect(sameLayout(page(20), page(21))).toBe(true);
  });

  it('is another when lines stand lower, are longer, or when the paper is', () => {
    expect(sameLayout(page(20), page(20, { down: 8 }))).toBe(false);
    expect(sameLayout(page(20), page(20, { width: 430 }))).toBe(false);
    expect(sameLayout(page(20), page(20, { top: 700 }))).toBe(false);
  });

  it('is never one without words', () => {
    expect(sameLayout(page(0), page(0))).toBe(false);
  });
});
