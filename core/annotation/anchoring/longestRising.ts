/** The longest part of the pairs, in order, in which `after` rises (M. L. Fredman, 1975). */
export function longestRising<P extends { readonly after: number }>(pairs: readonly P[]): readonly P[] {
  const tails: number[] = [];
  const previous = new Int32Array(pairs.length).fill(-1);
  for (const [index, { after }] of pairs.entries()) {
    let low = 0;
    let high = tails.length;
    while (low < high) {
      const middle = (low + high) >>> 1;
      if ((pairs[tails[middle] ?? 0]?.after ?? 0) < after) low = middle + 1;
      else high = middle;
    }
    previous[index] = low > 0 ? (tails[low - 1] ?? -1) : -1;
    tails[low] = index;
  }
  const chain: P[] = [];
  for (let at = tails.at(-1) ?? -1; at >= 0; at = previous[at] ?? -1) {
    const found = pairs[at];
    if (found !== undefined) chain.push(found);
  }
  return chain.toReversed();
}
