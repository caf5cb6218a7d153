import type { ReactNode } from 'react';
import type { Instant } from '../../../core/pack/manifest.ts';
import { useMessages } from '../../ui/messages.tsx';

/** A leaf of a calendar beside a meeting. The full date stands in words too, so this one is only for the eye. */
export function DateBlock({ start, isLarge = false }: { start: Instant; isLarge?: boolean }): ReactNode {
  const { formatDate } = useMessages();
  const [weekday = '', day = '', month = ''] = formatDate(start, 'monthDay').split(' ');
  return (
    <span className={`lib-date${isLarge ? ' lib-date--large' : ''}`} aria-hidden>
      <span className="lib-date__weekday">{weekday}</span>
      <span className="lib-date__day">{day}</span>
      <span className="lib-date__month">{month.slice(0, 3)}</span>
    </span>
  );
}
