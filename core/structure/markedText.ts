import { artifact } from '../pdf/structureElement.ts';
import type { TextRange } from '../text/textRanges.ts';
import type { SourcedText } from '../text/layOutText.ts';
import type { Words } from './pageStructure.ts';

/** The page's text by marked content. Each piece of content is given out once: a tree may name it twice. */
export interface MarkedText {
  /** The words of a marked-content identifier; empty when there are none or they were taken before. */
  take(mark: number): Words;
  /** Offsets that nobody took and that are no artifact, in order. White space does not count. */
  left(): readonly number[];
  /** Units of the text that are not white space: those taken, and those that are artifacts. */
  counts(): { readonly all: number; readonly taken: number; readonly artifacts: number };
}

export function markedText({ text, sources }: SourcedText, marks: Int32Array): MarkedText {
  const offsets = new Map<number, number[]>();
  const markAt = (offset: number): number | null => {
    const source = sources[offset] ?? -1;
    return source < 0 ? null : (marks[source] ?? null);
  };
  let all = 0;
  for (let offset = 0; offset < text.text.length; offset++) {
    const mark = markAt(offset);
    if (mark === null) continue;
    all++;
    const list = offsets.get(mark);
    if (list) list.push(offset);
    else offsets.set(mark, [offset]);
  }
  const artifacts = offsets.get(artifact)?.length ?? 0;
  offsets.delete(artifact);
  let taken = 0;
  return {
    take(mark) {
      if (mark < 0) return [];
      const found = offsets.get(mark) ?? [];
      offsets.delete(mark);
      taken += found.length;
      return toRanges(found, sources);
    },
    left: () => [...offsets.values()].flat().toSorted((a, b) => a - b),
    counts: () => ({ all, taken, artifacts }),
  };
}

/** Joins ascending offsets that have nothing but separators between them. */
export function toRanges(offsets: readonly number[], sources: Int32Array): TextRange[] {
  const ranges: { start: number; end: number }[] = [];
  for (const offset of offsets) {
    const last = ranges.at(-1);
    if (last && onlySeparators(sources, last.end, offset)) last.end = offset + 1;
    else ranges.push({ start: offset, end: offset + 1 });
  }
  return ranges;
}

/** Joins ranges in reading order where one goes on where the other ended. */
export function joinRanges(words: Words, sources: Int32Array): Words {
  const joined: { start: number; end: number }[] = [];
  for (const { start, end } of words) {
    const last = joined.at(-1);
    if (last && last.end <= start && onlySeparators(sources, last.end, start)) last.end = end;
    else joined.push({ start, end });
  }
  return joined;
}

function onlySeparators(sources: Int32Array, from: number, to: number): boolean {
  for (let at = from; at < to; at++) if ((sources[at] ?? -1) >= 0) return false;
  return true;
}
