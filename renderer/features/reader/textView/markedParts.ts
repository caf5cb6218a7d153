import type { FlowText } from '../../../../core/structure/flowText.ts';
import { flowRange } from '../../../../core/structure/flowText.ts';
import type { PageText } from '../../../../core/text/pageText.ts';
import type { ReaderMark } from '../readerTypes.ts';
import { lettersWithin } from './pageOffsets.ts';

/** A mark and the letters of its page that it lies on. */
export interface MarkedLetters {
  readonly mark: ReaderMark;
  readonly within: Uint8Array;
}

/** A piece of flowing text under the same marks. */
export interface MarkedPart {
  readonly text: string;
  readonly marks: readonly ReaderMark[];
  /** Marks whose last words these are: their buttons follow. */
  readonly ending: readonly ReaderMark[];
}

/** The marks on words of a page; those on the page as a whole are left out. */
export function markedLetters(page: PageText, marks: readonly ReaderMark[]): readonly MarkedLetters[] {
  return marks
    .filter((mark) => mark.quads.length > 0)
    .map((mark) => ({ mark, within: lettersWithin(page, mark.quads) }));
}

/** Cuts flowing text where marks begin and end. */
export function markedParts(flow: FlowText, marks: readonly MarkedLetters[]): readonly MarkedPart[] {
  const lying = marks
    .map(({ mark, within }) => ({ mark, within, ranges: flowRange(flow, (offset) => within[offset] === 1) }))
    .filter(({ ranges }) => ranges.length > 0);
  if (lying.length === 0) return [{ text: flow.text, marks: [], ending: [] }];
  const edges = new Set([0, flow.text.length]);
  for (const { ranges } of lying) for (const { start, end } of ranges) edges.add(start).add(end);
  const cuts = [...edges].toSorted((a, b) => a - b);
  return cuts.slice(0, -1).map((start, i) => {
    const end = cuts[i + 1] ?? start;
    const on = lying.filter(({ ranges }) => ranges.some((range) => range.start <= start && range.end >= end));
    return {
      text: flow.text.slice(start, end),
      marks: on.map(({ mark }) => mark),
      ending: on
        .filter(({ within, ranges }) => ranges.at(-1)?.end === end && endsHere(flow, within, end))
        .map(({ mark }) => mark),
    };
  });
}

/** Whether no later words of the page lie under the mark: it may go on in the next paragraph. */
function endsHere(flow: FlowText, within: Uint8Array, end: number): boolean {
  const after = flow.ends[end - 1] ?? 0;
  return within.indexOf(1, after) < 0;
}
