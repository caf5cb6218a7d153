/** A small reproducible generator (mulberry32): the same seed gives the same run. */
export interface Random {
  /** 0 ≤ n < limit, whole. */
  readonly below: (limit: number) => number;
  readonly pick: <T>(choices: readonly T[]) => T;
}

export function seededRandom(seed: number): Random {
  let state = seed >>> 0;
  const next = (): number => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
  const below = (limit: number): number => Math.floor(next() * limit);
  return {
    below,
    pick: <T>(choices: readonly T[]): T => {
      const choice = choices[below(choices.length)];
      if (choice === undefined) throw new RangeError('nothing to pick from');
      return choice;
    },
  };
}

/** What a fuzz run may take, and where it starts; both can be set from outside to repeat a run. */
export const fuzzRun = {
  milliseconds: Number(process.env['FUZZ_SECONDS'] ?? '60') * 1000,
  seed: Number(process.env['FUZZ_SEED'] ?? '1'),
};
