import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { chunkBytes, createChunkStore } from '../../../core/pdf/chunkStore.ts';
import { createRangeCache } from '../../../core/pdf/rangeCache.ts';

const megabyte = 1024 * 1024;
const file = (size: number): Uint8Array => Uint8Array.from({ length: size }, (_, i) => (i * 31) & 0xff);

describe('createRangeCache', () => {
  it('gives the bytes of the file, whatever is asked and however little it may hold', () => {
    const bytes = file(3 * chunkBytes + 777);
    const range = fc.tuple(fc.nat(bytes.length + 100), fc.nat(bytes.length + 100));
    fc.assert(
      fc.property(
        fc.array(range, { maxLength: 12 }),
        fc.constantFrom(0, chunkBytes, 9 * chunkBytes),
        (reads, held) => {
          const cache = createRangeCache(
            bytes.length,
            (from, to) => bytes.subarray(from, to),
            createChunkStore(held),
          );
          for (const [a, b] of reads) {
            const [from, to] = a < b ? [a, b] : [b, a];
            expect(Buffer.compare(Buffer.from(cache.read(from, to) ?? []), bytes.subarray(from, to))).toBe(0);
          }
        },
      ),
      { numRuns: 60 },
    );
  });

  it('asks for a chunk once while there is room', () => {
    const bytes = file(2 * chunkBytes);
    const asked: number[] = [];
    const cache = createRangeCache(
      bytes.length,
      (from, to) => {
        asked.push(from);
        return bytes.subarray(from, to);
      },
      createChunkStore(megabyte),
    );
    cache.read(10, 20);
    cache.read(chunkBytes - 5, chunkBytes + 5);
    cache.read(0, bytes.length);
    expect(asked).toEqual([0, chunkBytes]);
  });

  it('never holds more than it may', () => {
    const bytes = file(6 * chunkBytes);
    const cache = createRangeCache(
      bytes.length,
      (from, to) => bytes.subarray(from, to),
      createChunkStore(2 * chunkBytes),
    );
    cache.read(0, bytes.length);
    expect(cache.missing(chunkBytes)).toHaveLength(4);
  });

  it('names what is missing in ranges of the size asked for, and takes it in', () => {
    const bytes = file(5 * chunkBytes + 10);
    const never = (): null => null;
    const cache = createRangeCache(bytes.length, never, createChunkStore(64 * megabyte));
    cache.add(chunkBytes, bytes.subarray(chunkBytes, 2 * chunkBytes), 'others');
    expect(cache.missing(2 * chunkBytes)).toEqual([
      { from: 0, to: chunkBytes },
      { from: 2 * chunkBytes, to: 4 * chunkBytes },
      { from: 4 * chunkBytes, to: bytes.length },
    ]);
    for (const { from, to } of cache.missing(2 * chunkBytes))
      cache.add(from, bytes.subarray(from, to), 'others');
    expect(cache.missing(chunkBytes)).toEqual([]);
    expect(Buffer.compare(Buffer.from(cache.read(0, bytes.length) ?? []), bytes)).toBe(0);
  });

  it('says that there is no room instead of pushing out what is in use', () => {
    const bytes = file(4 * chunkBytes);
    const cache = createRangeCache(bytes.length, () => null, createChunkStore(2 * chunkBytes));
    expect(cache.add(0, bytes.subarray(0, 2 * chunkBytes), 'others')).toBe(true);
    expect(cache.add(2 * chunkBytes, bytes.subarray(2 * chunkBytes), 'others')).toBe(false);
    expect(cache.read(0, 10)).toEqual(bytes.subarray(0, 10));
  });

  it('reads right while several files share the room', () => {
    const files = [file(3 * chunkBytes + 5), file(2 * chunkBytes + 99).reverse()];
    const store = createChunkStore(3 * chunkBytes);
    const caches = files.map((bytes) =>
      createRangeCache(bytes.length, (from, to) => bytes.subarray(from, to), store),
    );
    const read = fc.record({
      which: fc.nat(1),
      from: fc.nat(3 * chunkBytes),
      length: fc.nat(2 * chunkBytes),
    });
    fc.assert(
      fc.property(fc.array(read, { maxLength: 12 }), (reads) => {
        for (const { which, from, length } of reads) {
          const expected = files[which]?.subarray(from, from + length) ?? [];
          expect(
            Buffer.compare(
              Buffer.from(caches[which]?.read(from, from + length) ?? []),
              Buffer.from(expected),
            ),
          ).toBe(0);
        }
      }),
      { numRuns: 60 },
    );
  });

  it('makes room for what is read ahead of one file at the cost of others', () => {
    const [one, other] = [file(2 * chunkBytes), file(2 * chunkBytes)];
    const store = createChunkStore(3 * chunkBytes);
    const inUse = createRangeCache(one.length, (from, to) => one.subarray(from, to), store);
    const opened = createRangeCache(other.length, () => null, store);
    inUse.read(0, one.length);
    expect(opened.add(0, other, 'others')).toBe(true);
    expect(opened.missing(chunkBytes)).toEqual([]);
    expect(inUse.missing(chunkBytes)).toHaveLength(1);
  });

  it('goes through a whole file without pushing out what stays', () => {
    const bytes = file(30 * chunkBytes + 5);
    const store = createChunkStore(3 * chunkBytes);
    const asked: number[] = [];
    const fetchRange = (from: number, to: number): Uint8Array => {
      asked.push(from / chunkBytes);
      return bytes.subarray(from, to);
    };
    const cache = createRangeCache(bytes.length, fetchRange, store);
    cache.read(0, 3 * chunkBytes);
    const places = fc.sample(fc.nat(30 * chunkBytes), { numRuns: 40, seed: 7 }).toSorted((a, b) => a - b);
    for (const place of places) {
      for (const { from, to } of cache.following())
        expect(cache.add(from, bytes.subarray(from, to), 'passing')).toBe(true);
      expect(cache.read(place, place + 4)).toEqual(bytes.subarray(place, place + 4));
    }
    cache.read(0, 3 * chunkBytes);
    expect(asked.filter((index) => index < 3)).toEqual([0, 1, 2]);
    expect(asked).toHaveLength(3);
  });

  it('lets go of the chunks of a file that is closed', () => {
    const bytes = file(2 * chunkBytes);
    const store = createChunkStore(2 * chunkBytes);
    const closed = createRangeCache(bytes.length, (from, to) => bytes.subarray(from, to), store);
    closed.read(0, bytes.length);
    closed.clear();
    expect(closed.missing(chunkBytes)).toHaveLength(2);
    const next = createRangeCache(bytes.length, () => null, store);
    expect(next.add(0, bytes, 'others')).toBe(true);
    expect(next.read(0, bytes.length)).toEqual(bytes);
  });

  it('gives nothing when a read fails or comes up short', () => {
    expect(createRangeCache(100, () => null, createChunkStore(megabyte)).read(0, 10)).toBeNull();
    expect(
      createRangeCache(100, () => new Uint8Array(40), createChunkStore(megabyte)).read(0, 10),
    ).toBeNull();
  });
});
