import { describe, expect, it } from 'vitest';
import {
  daysLeft,
  formatDate,
  formatDateTime,
  formatDaysLeft,
  formatFileSize,
  formatNumber,
  formatTime,
} from '../../../renderer/ui/formats.ts';

const meeting = '2026-12-02T13:00:00+01:00';
const at = (text: string): number => Date.parse(text);

describe('dates and numbers', () => {
  it('write a meeting as Swedish councils do', () => {
    expect(formatDateTime('sv', meeting)).toBe('ons 2 december 2026 kl. 13.00');
  });

  it('write a meeting in English', () => {
    expect(formatDateTime('en', meeting)).toBe('Wed 2 December 2026, 13:00');
  });

  it('keep the wall clock of the town hall, whatever zone the pack was written in', () => {
    expect(formatTime('sv', '2026-07-01T18:30:00+09:00')).toBe('18.30');
    expect(formatDate('sv', '2026-07-01T23:30:00-08:00')).toBe('1 juli 2026');
  });

  it('write a date without a time', () => {
    expect(formatDate('sv', '2027-12-31')).toBe('31 december 2027');
  });

  it('write a moment of this computer in its own zone', () => {
    expect(formatDateTime('sv', at('2026-11-24T22:30:00Z'))).toBe('tis 24 november 2026 kl. 23.30');
  });

  it('show what cannot be read as it was written', () => {
    expect(formatDate('sv', 'snart')).toBe('snart');
    expect(formatTime('sv', 'snart')).toBe('snart');
  });

  it('count whole calendar days, not hours', () => {
    expect(daysLeft(meeting, at('2026-12-01T23:59:00+01:00'))).toBe(1);
    expect(daysLeft(meeting, at('2026-12-02T00:01:00+01:00'))).toBe(0);
    expect(daysLeft(meeting, at('2026-12-03T00:01:00+01:00'))).toBe(-1);
  });

  it('count over the change to summer time', () => {
    expect(daysLeft('2026-03-30T09:00:00+02:00', at('2026-03-28T12:00:00+01:00'))).toBe(2);
  });

  it('say how many days are left as people do', () => {
    const said = (days: number): string => formatDaysLeft('sv', meeting, at(meeting) - days * 86_400_000);
    expect([0, 1, 5, -1, -3].map(said)).toEqual([
      'i dag',
      'i morgon',
      'om 5 dagar',
      'i går',
      'för 3 dagar sedan',
    ]);
    expect(formatDaysLeft('en', meeting, at('2026-11-27T09:00:00+01:00'))).toBe('in 5 days');
  });

  it('group digits by language', () => {
    expect(formatNumber('sv', 155_923)).toBe('155\u00a0923');
    expect(formatNumber('en', 155_923)).toBe('155,923');
  });

  it('write file sizes in powers of a thousand', () => {
    expect(formatFileSize('sv', 0)).toMatch(/^0/);
    expect([148_213, 8_240_000, 61_400_000, 3_900_000_000].map((n) => formatFileSize('sv', n))).toEqual([
      '148 kB',
      '8,2 MB',
      '61 MB',
      '3,9 GB',
    ]);
  });
});
