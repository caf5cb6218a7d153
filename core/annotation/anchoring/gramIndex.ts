/** Letters in a gram: long enough to be rare, short enough to survive a misread letter nearby. */
export const gramLength = 6;
/** A pack has hundreds of short documents: each gets a table of its size. */
const fewestBits = 10;
const mostBits = 18;

/** Where each six-letter sequence of a text stands. Different sequences may share a bucket: what is found is compared. */
export interface GramIndex {
  readonly positionsOf: (text: string, at: number) => Uint32Array;
}

/** Builds the index by counting sort: two passes, memory of one number a letter. */
export function gramIndexOf(text: string): GramIndex {
  const count = Math.max(0, text.length - gramLength + 1);
  const bits = Math.min(mostBits, Math.max(fewestBits, Math.ceil(Math.log2(count + 1)) + 2));
  const buckets = 1 << bits;
  const ends = new Uint32Array(buckets + 1);
  for (let at = 0; at < count; at += 1) bump(ends, bucketOf(text, at, bits) + 1);
  for (let bucket = 1; bucket <= buckets; bucket += 1) {
    ends[bucket] = (ends[bucket] ?? 0) + (ends[bucket - 1] ?? 0);
  }
  const next = ends.slice(0, buckets);
  const positions = new Uint32Array(count);
  for (let at = 0; at < count; at += 1) {
    const bucket = bucketOf(text, at, bits);
    positions[next[bucket] ?? 0] = at;
    bump(next, bucket);
  }
  return {
    positionsOf: (query, at) => {
      const bucket = bucketOf(query, at, bits);
      return positions.subarray(ends[bucket], ends[bucket + 1]);
    },
  };
}

const bump = (counts: Uint32Array, at: number): void => {
  counts[at] = (counts[at] ?? 0) + 1;
};

function bucketOf(text: string, at: number, bits: number): number {
  let hash = 2166136261;
  for (let i = at; i < at + gramLength; i += 1) hash = Math.imul(hash ^ text.charCodeAt(i), 16777619);
  return (hash ^ (hash >>> bits)) & ((1 << bits) - 1);
}
