/**
 * A way back from each unit of one text to an offset in another that mostly runs in step with it: pairs of a unit and its
 * offset, where the step changes. Much smaller than an offset a unit.
 */
export type OffsetRuns = Uint32Array;

/** Writes the runs of offsets as they come. */
export class OffsetRunsWriter {
  readonly #pairs: number[] = [];
  #unit = 0;
  #step = Number.NaN;

  /** The offset of the next unit. */
  add(offset: number): void {
    if (offset - this.#unit !== this.#step) {
      this.#step = offset - this.#unit;
      this.#pairs.push(this.#unit, offset);
    }
    this.#unit += 1;
  }

  /** Takes back the last units. */
  drop(count: number): void {
    this.#unit -= count;
    while (this.#pairs.length > 0 && (this.#pairs.at(-2) ?? 0) >= this.#unit) this.#pairs.length -= 2;
    this.#step = (this.#pairs.at(-1) ?? Number.NaN) - (this.#pairs.at(-2) ?? 0);
  }

  runs(): OffsetRuns {
    return Uint32Array.from(this.#pairs);
  }
}

/** The runs of a list of offsets. */
export function offsetRuns(offsets: readonly number[]): OffsetRuns {
  const writer = new OffsetRunsWriter();
  for (const offset of offsets) writer.add(offset);
  return writer.runs();
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
