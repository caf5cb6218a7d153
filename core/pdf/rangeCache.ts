import type { ByteSource } from './pdfEngine.ts';

/** A file read in chunks that are kept while there is room, the least recently used going first. */
export interface RangeCache extends ByteSource {
  /** Chunks that are not here, as byte ranges of at most `maxBytes` in file order. */
  missing(maxBytes: number): readonly { readonly from: number; readonly to: number }[];
  /** Puts in bytes fetched elsewhere; `from` is a multiple of the chunk size. Returns false when there is no room. */
  add(from: number, bytes: Uint8Array): boolean;
  /** Bytes held. */
  heldBytes(): number;
  clear(): void;
}

export const chunkBytes = 256 * 1024;

/**
 * Reads `size` bytes through `fetchRange` (the bytes `[from, to)`, or null when they cannot be had), in chunks of
 * 256 KiB, holding at most `maxHeldBytes`.
 */
export function createRangeCache(
  size: number,
  fetchRange: (from: number, to: number) => Uint8Array | null,
  maxHeldBytes: number,
): RangeCache {
  const chunks = new Map<number, Uint8Array>();
  const maxChunks = Math.max(2, Math.floor(maxHeldBytes / chunkBytes));
  const count = Math.ceil(size / chunkBytes);

  const keep = (index: number, bytes: Uint8Array): void => {
    chunks.delete(index);
    chunks.set(index, bytes);
    const oldest = chunks.keys().next();
    if (chunks.size > maxChunks && !oldest.done) chunks.delete(oldest.value);
  };

  const chunk = (index: number): Uint8Array | null => {
    const held = chunks.get(index);
    const from = index * chunkBytes;
    const to = Math.min(size, from + chunkBytes);
    const bytes = held ?? fetchRange(from, to);
    if (bytes === null || bytes.length !== to - from) return null;
    keep(index, bytes);
    return bytes;
  };

  return {
    size,
    read(from, to) {
      const end = Math.min(size, to);
      if (from < 0 || from >= end) return new Uint8Array(0);
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
    missing(maxBytes) {
      const ranges: { from: number; to: number }[] = [];
      const perRange = Math.max(1, Math.floor(maxBytes / chunkBytes));
      for (let index = 0; index < count; index++) {
        if (chunks.has(index)) continue;
        const last = ranges.at(-1);
        const from = index * chunkBytes;
        const to = Math.min(size, from + chunkBytes);
        if (last && last.to === from && to - last.from <= perRange * chunkBytes) last.to = to;
        else ranges.push({ from, to });
      }
      return ranges;
    },
    add(from, bytes) {
      for (let at = 0; at < bytes.length; at += chunkBytes) {
        if (chunks.size >= maxChunks) return false;
        const index = (from + at) / chunkBytes;
        // Not copied: the parts of what was fetched together are mostly used together.
        if (!chunks.has(index)) chunks.set(index, bytes.subarray(at, at + chunkBytes));
      }
      return true;
    },
    heldBytes() {
      let sum = 0;
      for (const bytes of chunks.values()) sum += bytes.length;
      return sum;
    },
    clear() {
      chunks.clear();
    },
  };
}
