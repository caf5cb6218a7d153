import { boxOfQuad } from '../../../../core/annotation/drawn/drawnFrame.ts';
import { lineNear } from '../../../../core/annotation/drawn/nearbyText.ts';
import type { FlowText } from '../../../../core/structure/flowText.ts';
import { flowRange } from '../../../../core/structure/flowText.ts';
import type { PageText } from '../../../../core/text/pageText.ts';
import type { TextRange } from '../../../../core/text/textRanges.ts';
import { isOnPageItself } from '../pageTools/isOnPageItself.ts';
import type { ReaderMark } from '../readerTypes.ts';
import { lettersWithin } from './pageOffsets.ts';

/** A mark and the letters of its page that it lies on. */
export interface MarkedLetters {
  readonly mark: ReaderMark;
  readonly within: Uint8Array;
}

/** The words that are looked for on a page, as ranges of its text. */
export interface FoundLetters {
  readonly hits: readonly TextRange[];
  readonly current: TextRange | null;
}

/** A link and the letters of its page that it lies on. */
export interface LinkedLetters {
  readonly id: number;
  /** Its words and where it leads. */
  readonly label: string;
  readonly follow: () => void;
  readonly within: Uint8Array;
}

/** A piece of flowing text under the same marks. */
export interface MarkedPart {
  readonly text: string;
  readonly marks: readonly ReaderMark[];
  /** Marks whose last words these are: their buttons follow. */
  readonly ending: readonly ReaderMark[];
  /** Whether these words were looked for; `current` is the hit that one is at. */
  readonly found: 'no' | 'hit' | 'current';
  /** The link that these words are. */
  readonly link: LinkedLetters | null;
}

const nothingFound: FoundLetters = { hits: [], current: null };

/** The marks on words of a page; those on the page as a whole are left out. */
export function markedLetters(page: PageText, marks: readonly ReaderMark[]): readonly MarkedLetters[] {
  return marks
    .filter((mark) => mark.quads.length > 0)
    .map((mark) => ({
      mark,
      within: isOnPageItself(mark) ? letterBeside(page, mark) : lettersWithin(page, mark.quads),
    }));
}

/** What is drawn or written on the page stands after the paragraph that is nearest to it: the last letter of that. */
function letterBeside(page: PageText, { quads }: ReaderMark): Uint8Array {
  const within = new Uint8Array(page.text.length);
  const frame = quads[0] ? boxOfQuad(quads[0]) : null;
  const line = frame && lineNear(page, frame);
  const block = line && page.blocks[line.block];
  const last = block ? page.lines[block.endLine - 1] : line;
  if (last) within[Math.max(last.start, last.end - 1)] = 1;
  return within;
}

/** Cuts flowing text where marks and hits begin and end. */
export function markedParts(
  flow: FlowText,
  marks: readonly MarkedLetters[],
  { hits, current }: FoundLetters = nothingFound,
  links: readonly LinkedLetters[] = [],
): readonly MarkedPart[] {
  const lying = marks
    .map(({ mark, within }) => ({ mark, within, ranges: flowRange(flow, (offset) => within[offset] === 1) }))
    .filter(({ ranges }) => ranges.length > 0);
  const found = hits.map((hit) => ({
    isCurrent: hit.start === current?.start,
    ranges: flowRange(flow, (offset) => offset >= hit.start && offset < hit.end),
  }));
  const linked = links
    .map((link) => ({ link, ranges: flowRange(flow, (offset) => link.within[offset] === 1) }))
    .filter(({ ranges }) => ranges.length > 0);
  const edges = new Set([0, flow.text.length]);
  for (const { ranges } of [...lying, ...found, ...linked])
    for (const { start, end } of ranges) edges.add(start).add(end);
  const cuts = [...edges].toSorted((a, b) => a - b);
  return cuts.slice(0, -1).map((start, i) => {
    const part = { start, end: cuts[i + 1] ?? start };
    const on = lying.filter(({ ranges }) => ranges.some((range) => holds(range, part)));
    const hit = found.find(({ ranges }) => ranges.some((range) => holds(range, part)));
    return {
      text: flow.text.slice(part.start, part.end),
      marks: on.map(({ mark }) => mark),
      ending: on
        .filter(({ within, ranges }) => ranges.at(-1)?.end === part.end && endsAt(flow, within, part.end))
        .map(({ mark }) => mark),
      found: hit === undefined ? 'no' : hit.isCurrent ? 'current' : 'hit',
      link: linked.find(({ ranges }) => ranges.some((range) => holds(range, part)))?.link ?? null,
    };
  });
}

const holds = (range: TextRange, part: TextRange): boolean =>
  range.start <= part.start && range.end >= part.end;

/** Whether no later words of the page lie under the mark: it may go on in the next paragraph. */
function endsAt(flow: FlowText, within: Uint8Array, end: number): boolean {
  return within.indexOf(1, flow.ends[end - 1] ?? 0) < 0;
}
