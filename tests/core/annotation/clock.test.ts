import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { clockStart, laterReading, nextReading, timeOf } from '../../../core/annotation/clock.ts';

describe('the clock of operations', () => {
  it('shows the time and starts its counter again with every millisecond', () => {
    expect(nextReading(clockStart, 1_780_000_000_000)).toBe('1780000000000-0000');
    expect(nextReading('1780000000000-0000', 1_780_000_000_000)).toBe('1780000000000-0001');
    expect(nextReading('1780000000000-0001', 1_780_000_000_001)).toBe('1780000000001-0000');
  });

  it('goes on from the last reading when the computer is set back', () => {
    expect(nextReading('1780000000000-000f', 5)).toBe('1780000000000-0010');
  });

  it('borrows a millisecond when the counter is full', () => {
    expect(nextReading('1780000000000-ffff', 5)).toBe('1780000000001-0000');
  });

  it('rises at every reading, whatever the computer says the time is', () => {
    fc.assert(
      fc.property(fc.array(fc.double()), (times) => {
        let last = clockStart;
        for (const time of times) {
          const next = nextReading(last, time);
          expect(next).toMatch(/^\d{13}-[0-9a-f]{4}$/);
          expect(next > last).toBe(true);
          last = next;
        }
      }),
    );
  });

  it('takes over a later reading from elsewhere, but not one that would carry it to its end', () => {
    expect(laterReading('1780000000000-0000', '1790000000000-0000')).toBe('1790000000000-0000');
    expect(laterReading('1780000000000-0000', '1770000000000-ffff')).toBe('1780000000000-0000');
    expect(laterReading('1780000000000-0000', '9999999999999-ffff')).toBe('1780000000000-0000');
  });

  it('gives the time back in milliseconds', () => {
    expect(timeOf('1780000000000-00ff')).toBe(1_780_000_000_000);
  });
});
