/**
 * A way back from each unit of one text to an offset in another that mostly runs in step with it: pairs of a unit and its
 * offset, where the step changes. Much smaller than an offset a unit.
 */
export type OffsetRuns = Uint32Array;

/** The runs of a list of offsets. */
export function offsetRuns(offsets: ArrayLike<number>): OffsetRuns {
  const pairs: number[] = [];
  let step = Number.NaN;
  for (let unit = 0; unit < offsets.length; unit += 1) {
    const offset = offsets[unit] ?? 0;
    if (offset - unit === step) continue;
    step = offset - unit;
    pairs.push(unit, offset);
  }
  return Uint32Array.from(pairs);
}

/** The offset of one unit; 0 when there are no runs. */
export function offsetIn(runs: OffsetRuns, unit: number): number {
  let low = 0;
  let high = runs.length / 2 - 1;
  while (low < high) {
    const middle = Math.ceil((low + high) / 2);
    if ((runs[middle * 2] ?? 0) <= unit) low = middle;
    else high = middle - 1;
  }
  return (runs[low * 2 + 1] ?? 0) + unit - (runs[low * 2] ?? 0);
}
