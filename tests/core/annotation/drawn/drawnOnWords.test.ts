import { describe, expect, it } from 'vitest';
import type { AnnotationTarget } from '../../../../core/annotation/annotation.ts';
import { drawnOnWords } from '../../../../core/annotation/drawn/drawnOnWords.ts';
import { meeting, noteId } from '../someNotes.ts';

const target = (...selectors: AnnotationTarget['selectors']): AnnotationTarget => ({
  meeting,
  source: { type: 'document', document: noteId(1), item: null },
  selectors,
});
const drawn = target({
  type: 'PageSelector',
  sha256: 'a'.repeat(64),
  page: 1,
  quads: [[100, 200, 140, 200, 100, 180, 140, 180]],
});
const words = target(
  {
    type: 'PageSelector',
    sha256: 'b'.repeat(64),
    page: 4,
    quads: [[200, 510, 300, 510, 200, 490, 300, 490]],
  },
  { type: 'TextQuoteSelector', exact: 'fyra miljoner', prefix: 'blir ', suffix: '.', normalisation: 1 },
  { type: 'TextPositionSelector', start: 12, end: 25 },
);

describe('a drawing for which words are pointed out', () => {
  it('lies over the middle of them in its own size, and belongs to them from then on', () => {
    expect(drawnOnWords(drawn, words).selectors).toEqual([
      {
        type: 'PageSelector',
        sha256: 'b'.repeat(64),
        page: 4,
        quads: [[230, 510, 270, 510, 230, 490, 270, 490]],
      },
      {
        type: 'NearbyTextSelector',
        exact: 'fyra miljoner',
        prefix: 'blir ',
        suffix: '.',
        normalisation: 1,
        start: 12,
        quads: [[200, 510, 300, 510, 200, 490, 300, 490]],
      },
    ]);
  });

  it('stands where the words do when its frame is not known', () => {
    expect(drawnOnWords(target(), words)).toBe(words);
  });
});
