import { diffIndices } from 'node-diff3';
import { longestRising } from '../annotation/anchoring/longestRising.ts';

/** A stretch of both sequences: `same` pairs equal members one to one; otherwise either side may be empty. */
export interface AlignedStretch {
  readonly same: boolean;
  /** Indexes `[from, to)`. */
  readonly before: readonly [number, number];
  readonly after: readonly [number, number];
}

/** How many pairs of equal members may be compared; above it only members that occur once on each side are paired. */
const mostPairs = 200_000;

/**
 * Pairs the equal members of two sequences in order. The stretches cover both sequences from beginning to end. Not the
 * shortest difference when members are repeated very often, but always a right one, and quick.
 */
export function alignSequences(
  before: readonly string[],
  after: readonly string[],
): readonly AlignedStretch[] {
  const paired: Paired[] = [];
  pair(before, after, 0, 0, paired);
  return stretches(paired, before.length, after.length);
}

/** Runs of equal members: both indexes and their number. */
interface Paired {
  readonly before: number;
  readonly after: number;
  readonly count: number;
}

function pair(
  before: readonly string[],
  after: readonly string[],
  beforeAt: number,
  afterAt: number,
  paired: Paired[],
): void {
  const start = commonStart(before, after);
  const end = commonEnd(before, after, start);
  if (start > 0) paired.push({ before: beforeAt, after: afterAt, count: start });
  const middleBefore = before.slice(start, before.length - end);
  const middleAfter = after.slice(start, after.length - end);
  if (middleBefore.length > 0 && middleAfter.length > 0)
    pairMiddle(middleBefore, middleAfter, beforeAt + start, afterAt + start, paired);
  if (end > 0)
    paired.push({
      before: beforeAt + before.length - end,
      after: afterAt + after.length - end,
      count: end,
    });
}

function pairMiddle(
  before: readonly string[],
  after: readonly string[],
  beforeAt: number,
  afterAt: number,
  paired: Paired[],
): void {
  if (equalPairs(before, after) <= mostPairs) {
    paired.push(...shortest(before, after, beforeAt, afterAt));
    return;
  }
  const anchors = uniqueAnchors(before, after);
  let last = { before: 0, after: 0 };
  for (const anchor of anchors) {
    pair(
      before.slice(last.before, anchor.before),
      after.slice(last.after, anchor.after),
      beforeAt + last.before,
      afterAt + last.after,
      paired,
    );
    paired.push({ before: beforeAt + anchor.before, after: afterAt + anchor.after, count: 1 });
    last = { before: anchor.before + 1, after: anchor.after + 1 };
  }
  if (anchors.length > 0)
    pair(
      before.slice(last.before),
      after.slice(last.after),
      beforeAt + last.before,
      afterAt + last.after,
      paired,
    );
}

function shortest(
  before: readonly string[],
  after: readonly string[],
  beforeAt: number,
  afterAt: number,
): readonly Paired[] {
  const paired: Paired[] = [];
  let last = { before: 0, after: 0 };
  const keep = (nextBefore: number): void => {
    const count = nextBefore - last.before;
    if (count > 0) paired.push({ before: beforeAt + last.before, after: afterAt + last.after, count });
  };
  for (const { buffer1, buffer2 } of diffIndices([...before], [...after])) {
    keep(buffer1[0]);
    last = { before: buffer1[0] + buffer1[1], after: buffer2[0] + buffer2[1] };
  }
  keep(before.length);
  return paired;
}

/** Members that occur exactly once on each side, in the longest order both sides share. */
function uniqueAnchors(
  before: readonly string[],
  after: readonly string[],
): readonly { readonly before: number; readonly after: number }[] {
  const onceBefore = once(before);
  const onceAfter = once(after);
  const pairs = [...onceBefore].flatMap(([key, at]) => {
    const other = onceAfter.get(key);
    return other === undefined ? [] : [{ before: at, after: other }];
  });
  return longestRising(pairs.toSorted((a, b) => a.before - b.before));
}

function once(members: readonly string[]): ReadonlyMap<string, number> {
  const places = new Map<string, number>();
  for (const [at, member] of members.entries()) places.set(member, places.has(member) ? -1 : at);
  return new Map([...places].filter(([, at]) => at >= 0));
}

function commonStart(a: readonly string[], b: readonly string[]): number {
  const most = Math.min(a.length, b.length);
  let count = 0;
  while (count < most && a[count] === b[count]) count += 1;
  return count;
}

function commonEnd(a: readonly string[], b: readonly string[], start: number): number {
  const most = Math.min(a.length, b.length) - start;
  let count = 0;
  while (count < most && a.at(-1 - count) === b.at(-1 - count)) count += 1;
  return count;
}

function equalPairs(a: readonly string[], b: readonly string[]): number {
  const counts = new Map<string, number>();
  for (const member of a) counts.set(member, (counts.get(member) ?? 0) + 1);
  return b.reduce((sum, member) => sum + (counts.get(member) ?? 0), 0);
}

function stretches(
  paired: readonly Paired[],
  beforeLength: number,
  afterLength: number,
): readonly AlignedStretch[] {
  const found: AlignedStretch[] = [];
  let before = 0;
  let after = 0;
  const put = (same: boolean, toBefore: number, toAfter: number): void => {
    const last = found.at(-1);
    if (same && last?.same)
      found[found.length - 1] = { same, before: [last.before[0], toBefore], after: [last.after[0], toAfter] };
    else if (toBefore > before || toAfter > after)
      found.push({ same, before: [before, toBefore], after: [after, toAfter] });
    before = toBefore;
    after = toAfter;
  };
  for (const run of paired) {
    if (run.before > before || run.after > after) put(false, run.before, run.after);
    put(true, run.before + run.count, run.after + run.count);
  }
  put(false, beforeLength, afterLength);
  return found;
}
