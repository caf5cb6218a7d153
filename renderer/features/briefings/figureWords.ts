import type { KeyFigure } from '../../../core/pack/manifest.ts';
import type { Messages } from '../../ui/messages.tsx';

/** Numbers of figures as people write them: no more decimals than were given. */
export function figureNumber({ formatNumber }: Messages, value: number): string {
  return formatNumber(value, { maximumFractionDigits: 6 });
}

/** "+20", "−3", "±0": always with its sign. */
export function signedNumber({ formatNumber }: Messages, value: number): string {
  if (value === 0) return '±0';
  return formatNumber(value, { maximumFractionDigits: 6, signDisplay: 'always' }).replace('-', '−');
}

/** A difference of decimals without the noise of binary fractions: 0.3, not 0.30000000000000004. */
export function difference(value: number, baseline: number): number {
  return Number((value - baseline).toPrecision(12));
}

type Series = KeyFigure['series'];

/** Column heads of a series: only the year when every entry has a year of its own, otherwise the whole date. */
export function seriesHeads({ formatDate }: Messages, series: Series): readonly string[] {
  const years = series.map((entry) => entry.asOf.slice(0, 4));
  return new Set(years).size === years.length
    ? years
    : series.map((entry) => formatDate(entry.asOf, 'short'));
}

export const oldestFirst = (series: Series): Series =>
  [...series].sort((one, other) => (one.asOf < other.asOf ? -1 : one.asOf > other.asOf ? 1 : 0));
