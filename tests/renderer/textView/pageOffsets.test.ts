import { describe, expect, it } from 'vitest';
import type { PageText } from '../../../core/text/pageText.ts';
import { quadsOf } from '../../../core/text/textQuads.ts';
import {
  lettersWithin,
  offsetAtShare,
  shareAtOffset,
} from '../../../renderer/features/reader/textView/pageOffsets.ts';
import { pageOf, paragraph } from '../../core/text/charactersOf.ts';

const page = pageOf(...paragraph(['Första raden.', 'Andra raden.', 'Tredje raden.']));
const turned: PageText = { ...page, geometry: { ...page.geometry, quarterTurns: 2 } };

describe('places on a page', () => {
  it.each([0, 1, 2])('lead to the line that stands there and back: line %i', (index) => {
    const line = page.lines[index];
    const share = shareAtOffset(page, line?.start ?? -1);
    expect(offsetAtShare(page, share)).toBe(line?.start);
  });

  it('are those of the page as shown when it is turned', () => {
    const [first, , last] = turned.lines;
    expect(shareAtOffset(turned, last?.start ?? 0)).toBeLessThan(shareAtOffset(turned, first?.start ?? 0));
  });

  it('below the last line are the end of the page', () => {
    expect(offsetAtShare(page, 0.9)).toBe(page.text.length);
  });

  it('tell the letters under a mark, neither more nor fewer', () => {
    const start = page.text.indexOf('raden.\nAndra');
    const end = start + 'raden.\nAndra'.length;
    const within = lettersWithin(page, quadsOf(page, { start, end }));
    const letters = [...page.text].filter((letter, offset) => within[offset] === 1 && letter.trim() !== '');
    expect(letters.join('')).toBe('raden.Andra');
  });
});
