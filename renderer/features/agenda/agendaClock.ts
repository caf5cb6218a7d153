import type { Instant } from '../../../core/pack/manifest.ts';

/** The wall clock of the town hall so many minutes after an instant, written without a zone; null when unreadable. */
export function clockAfter(start: Instant, minutes: number): string | null {
  const written = /^(\d{4}-\d{2}-\d{2}T\d{2}:\d{2})/.exec(start)?.[1];
  if (written === undefined) return null;
  const moment = new Date(`${written}:00Z`).getTime() + minutes * 60_000;
  return Number.isNaN(moment) ? null : new Date(moment).toISOString();
}
