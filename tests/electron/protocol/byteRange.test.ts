import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readByteRange } from '../../../electron/protocol/byteRange.ts';

describe('a Range header', () => {
  it.each([
    ['bytes=0-99', 1000, { first: 0, last: 99 }],
    ['bytes=900-', 1000, { first: 900, last: 999 }],
    ['bytes=-100', 1000, { first: 900, last: 999 }],
    ['bytes=-5000', 1000, { first: 0, last: 999 }],
    ['bytes=990-2000', 1000, { first: 990, last: 999 }],
    [' bytes=0-0 ', 1000, { first: 0, last: 0 }],
  ])('%s of %i bytes is read as RFC 9110 has it', (header, size, range) => {
    expect(readByteRange(header, size)).toEqual(range);
  });

  it.each([
    null,
    '',
    'bytes=-',
    'bytes=9-3',
    'bytes=0-1,4-5',
    'items=0-1',
    'bytes=a-b',
    'bytes=0x1-2',
    'bytes=1-2-3',
  ])('%s is ignored', (header) => {
    expect(readByteRange(header, 1000)).toBe('whole');
  });

  it.each([
    ['bytes=1000-', 1000],
    ['bytes=5000-6000', 1000],
    ['bytes=-0', 1000],
    ['bytes=0-', 0],
    ['bytes=-1', 0],
  ])('%s of %i bytes cannot be satisfied', (header, size) => {
    expect(readByteRange(header, size)).toBe('unsatisfiable');
  });

  it('never leads outside the file, whatever it says', () => {
    const numberOrNothing = fc.oneof(fc.constant(''), fc.maxSafeNat().map(String));
    fc.assert(
      fc.property(numberOrNothing, numberOrNothing, fc.nat(10_000), (from, to, size) => {
        const range = readByteRange(`bytes=${from}-${to}`, size);
        if (typeof range === 'string') return;
        expect(range.first).toBeGreaterThanOrEqual(0);
        expect(range.first).toBeLessThanOrEqual(range.last);
        expect(range.last).toBeLessThan(size);
      }),
    );
  });
});
