import { around } from '../../text/pageText.ts';
import type { AnnotationTarget } from '../annotation.ts';
import { boxOfQuad, shiftedQuad } from './drawnFrame.ts';

/**
 * Where something drawn stands when the person points out words for it: its frame keeps its size and lies over the middle of
 * them, on their first page. The words' own target when the frame is not known.
 */
export function drawnOnWords(drawn: AnnotationTarget, words: AnnotationTarget): AnnotationTarget {
  const frame = drawn.selectors.find((selector) => selector.type === 'PageSelector')?.quads[0];
  const page = words.selectors.find((selector) => selector.type === 'PageSelector');
  const quote = words.selectors.find((selector) => selector.type === 'TextQuoteSelector');
  const position = words.selectors.find((selector) => selector.type === 'TextPositionSelector');
  const box = frame === undefined ? null : boxOfQuad(frame);
  const lines = (page?.quads ?? []).map(boxOfQuad).filter((line) => line !== null);
  if (frame === undefined || box === null || page === undefined || lines.length === 0) return words;
  const under = around(lines);
  const dx = (under.left + under.right - box.left - box.right) / 2;
  const dy = (under.bottom + under.top - box.bottom - box.top) / 2;
  const { sha256, quads } = page;
  return {
    ...words,
    selectors: [
      { type: 'PageSelector', sha256, page: page.page, quads: [shiftedQuad(frame, dx, dy)] },
      ...(quote === undefined
        ? []
        : [
            {
              type: 'NearbyTextSelector' as const,
              exact: quote.exact,
              prefix: quote.prefix,
              suffix: quote.suffix,
              normalisation: quote.normalisation,
              start: position?.start ?? 0,
              quads,
            },
          ]),
    ],
  };
}
