import type { ReactNode } from 'react';
import type { KeyFigure } from '../../../core/pack/manifest.ts';

const width = 320;
const height = 92;
const padding = { top: 8, bottom: 18 };
const mostBars = 40;

/**
 * Bars over time, from zero, so that lengths can be compared. Only decoration for those who see it: the table under it
 * says the same, so the chart is hidden from screen readers.
 */
export function SeriesChart({
  series,
  heads,
}: {
  series: KeyFigure['series'];
  heads: readonly string[];
}): ReactNode {
  const shown = series.slice(-mostBars);
  const shownHeads = heads.slice(-mostBars);
  const values = shown.map((entry) => entry.value);
  const top = Math.max(0, ...values);
  const bottom = Math.min(0, ...values);
  const span = top - bottom || 1;
  const plot = height - padding.top - padding.bottom;
  const y = (value: number): number => padding.top + ((top - value) / span) * plot;
  const slot = width / shown.length;
  const bar = Math.min(34, slot * 0.62);
  return (
    <svg className="series-chart" viewBox={`0 0 ${width} ${height}`} aria-hidden focusable="false">
      <line className="series-chart__axis" x1="0" x2={width} y1={y(0)} y2={y(0)} />
      {shown.map((entry, index) => {
        const x = slot * index + slot / 2;
        const isNewest = index === shown.length - 1;
        return (
          <g key={index}>
            <rect
              className="series-chart__bar"
              data-newest={isNewest || undefined}
              x={x - bar / 2}
              y={Math.min(y(entry.value), y(0))}
              width={bar}
              height={Math.max(1, Math.abs(y(entry.value) - y(0)))}
              rx="2"
            />
            {(shown.length <= 8 || index === 0 || isNewest) && (
              <text className="series-chart__head" x={x} y={height - 4} textAnchor="middle">
                {shownHeads[index]}
              </text>
            )}
          </g>
        );
      })}
    </svg>
  );
}
