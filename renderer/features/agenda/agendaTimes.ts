import type { AgendaEntry } from '../../../core/library/views.ts';

/** Minutes planned for an item: its own, otherwise those of its children together; null when nobody planned any. */
export function plannedMinutes(entry: AgendaEntry): number | null {
  if (entry.minutes !== null) return entry.minutes;
  return entry.children.reduce<number | null>((sum, child) => {
    const minutes = plannedMinutes(child);
    return minutes === null ? sum : (sum ?? 0) + minutes;
  }, null);
}

export function totalMinutes(agenda: readonly AgendaEntry[]): number {
  return agenda.reduce((sum, entry) => sum + (plannedMinutes(entry) ?? 0), 0);
}

/**
 * When each top-level item is expected to start, in minutes after the meeting's start. An item after one without planned
 * minutes gets no time: a guess would look like a promise.
 */
export function startMinutes(agenda: readonly AgendaEntry[]): ReadonlyMap<string, number> {
  const starts = new Map<string, number>();
  if (totalMinutes(agenda) === 0) return starts;
  let elapsed = 0;
  for (const entry of agenda) {
    starts.set(entry.id, elapsed);
    const minutes = plannedMinutes(entry);
    if (minutes === null) break;
    elapsed += minutes;
  }
  return starts;
}
