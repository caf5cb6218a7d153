import type { Random } from './seededRandom.ts';

type Mutation = (bytes: Uint8Array, random: Random) => Uint8Array;

const join = (...parts: readonly Uint8Array[]): Uint8Array => new Uint8Array(Buffer.concat(parts));
const interesting = [0, 1, 0x10, 0x7f, 0x80, 0xff];

const mutations: readonly Mutation[] = [
  function flipBit(bytes, random) {
    const changed = bytes.slice();
    const at = random.below(changed.length);
    changed[at] = (changed[at] ?? 0) ^ (1 << random.below(8));
    return changed;
  },
  function overwrite(bytes, random) {
    const changed = bytes.slice();
    const at = random.below(changed.length);
    changed.fill(random.pick(interesting), at, at + 1 + random.below(8));
    return changed;
  },
  function cut(bytes, random) {
    return bytes.slice(0, random.below(bytes.length));
  },
  function removeBlock(bytes, random) {
    const at = random.below(bytes.length);
    return join(bytes.subarray(0, at), bytes.subarray(at + 1 + random.below(64)));
  },
  function repeatBlock(bytes, random) {
    const at = random.below(bytes.length);
    const end = Math.min(bytes.length, at + 1 + random.below(200));
    return join(bytes.subarray(0, end), bytes.subarray(at));
  },
  function swapBlocks(bytes, random) {
    const [a, b] = [random.below(bytes.length), random.below(bytes.length)].sort((x, y) => x - y);
    const [first, second] = [a ?? 0, b ?? 0];
    const size = Math.min(1 + random.below(64), second - first, bytes.length - second);
    const changed = bytes.slice();
    changed.set(bytes.subarray(second, second + size), first);
    changed.set(bytes.subarray(first, first + size), second);
    return changed;
  },
  function insert(bytes, random) {
    const at = random.below(bytes.length);
    const noise = Uint8Array.from({ length: 1 + random.below(32) }, () => random.below(256));
    return join(bytes.subarray(0, at), noise, bytes.subarray(at));
  },
];

/** One to four random changes: bits, bytes and blocks flipped, cut, removed, repeated, swapped or put in. */
export function mutateBytes(bytes: Uint8Array, random: Random): Uint8Array {
  let changed = bytes;
  for (let left = 1 + random.below(4); left > 0 && changed.length > 0; left -= 1) {
    changed = random.pick(mutations)(changed, random);
  }
  return changed;
}
