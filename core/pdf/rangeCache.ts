import type { ChunkStore, Room } from './chunkStore.ts';
import { chunkBytes, passingChunks } from './chunkStore.ts';
import type { ByteSource } from './pdfEngine.ts';

/** The bytes `[from, to)`. */
export interface ByteRange {
  readonly from: number;
  readonly to: number;
}

/** A file read in chunks that are kept in a store while there is room. What `read` gives is valid until the next read. */
export interface RangeCache extends ByteSource {
  /** Chunks that are not here, as byte ranges of at most `maxBytes` in file order. */
  missing(maxBytes: number): readonly ByteRange[];
  /** The same of the chunks from the place that was read last on, as many as may pass by. */
  following(): readonly ByteRange[];
  /** Copies in bytes fetched elsewhere; `from` is a multiple of the chunk size. Returns false when there is no such room. */
  add(from: number, bytes: Uint8Array, room: Exclude<Room, 'any'>): boolean;
  /** Lets go of all that was read. */
  clear(): void;
}

/** Reads `size` bytes through `fetchRange` (the bytes `[from, to)`, or null when they cannot be had), in chunks of 256 KiB. */
export function createRangeCache(
  size: number,
  fetchRange: (from: number, to: number) => Uint8Array | null,
  store: ChunkStore,
): RangeCache {
  const owner = store.owner();
  const count = Math.ceil(size / chunkBytes);

  let lastRead = 0;

  const chunk = (index: number): Uint8Array | null => {
    lastRead = index;
    const held = store.take(owner, index);
    if (held) return held;
    const from = index * chunkBytes;
    const to = Math.min(size, from + chunkBytes);
    const bytes = fetchRange(from, to);
    if (bytes === null || bytes.length !== to - from) return null;
    store.put(owner, index, bytes, 'any');
    return store.take(owner, index);
  };

  const missing = (first: number, end: number, maxBytes: number): readonly ByteRange[] => {
    const ranges: { from: number; to: number }[] = [];
    for (let index = first; index < end; index++) {
      if (store.has(owner, index)) continue;
      const last = ranges.at(-1);
      const from = index * chunkBytes;
      const to = Math.min(size, from + chunkBytes);
      if (last && last.to === from && to - last.from <= maxBytes) last.to = to;
      else ranges.push({ from, to });
    }
    return ranges;
  };

  return {
    size,
    read(from, to) {
      const end = Math.min(size, to);
      if (from < 0 || from >= end) return new Uint8Array(0);
      const first = Math.floor(from / chunkBytes);
      if (end <= (first + 1) * chunkBytes)
        return chunk(first)?.subarray(from - first * chunkBytes, end - first * chunkBytes) ?? null;
      const result = new Uint8Array(end - from);
      for (let at = from; at < end;) {
        const index = Math.floor(at / chunkBytes);
        const bytes = chunk(index);
        if (bytes === null) return null;
        const start = at - index * chunkBytes;
        const part = bytes.subarray(start, Math.min(bytes.length, start + end - at));
        result.set(part, at - from);
        at += part.length;
      }
      return result;
    },
    missing: (maxBytes) => missing(0, count, maxBytes),
    following: () => missing(lastRead, Math.min(count, lastRead + passingChunks), Infinity),
    add(from, bytes, room) {
      for (let at = 0; at < bytes.length; at += chunkBytes) {
        const index = (from + at) / chunkBytes;
        if (store.has(owner, index)) continue;
        if (!store.put(owner, index, bytes.subarray(at, at + chunkBytes), room)) return false;
      }
      return true;
    },
    clear: () => store.drop(owner),
  };
}
