import type { Instant, Uuid } from '../pack/manifest.ts';
import type { DraftItem, DraftMeeting } from './draft.ts';
import { allDraftItems } from './agendaTree.ts';

/** When each item begins if every item takes its planned minutes. */
export interface RunningClock {
  /** By item id; with the offset of the meeting's start. */
  readonly starts: ReadonlyMap<Uuid, Instant>;
  readonly end: Instant;
  /** Items without planned minutes: the times after them are the earliest. */
  readonly unplanned: number;
}

/** Null while the meeting has no start. */
export function runningClock(
  meeting: Pick<DraftMeeting, 'start'>,
  items: readonly DraftItem[],
): RunningClock | null {
  const { start } = meeting;
  if (start === null) return null;
  const starts = new Map<Uuid, Instant>();
  let minutes = 0;
  let unplanned = 0;
  for (const item of allDraftItems(items)) {
    starts.set(item.id, laterBy(start, minutes));
    minutes += item.minutes ?? 0;
    if (item.minutes === null) unplanned += 1;
  }
  return { starts, end: laterBy(start, minutes), unplanned };
}

const parts = /^(.+?)(Z|[+-]\d{2}:\d{2})$/;

/** A moment some minutes later, written with the same offset and to the second. */
export function laterBy(start: Instant, minutes: number): Instant {
  const [, local = '', offset = 'Z'] = parts.exec(start) ?? [];
  const moment = new Date(Date.parse(`${local}Z`) + minutes * 60_000);
  return `${moment.toISOString().slice(0, 19)}${offset}`;
}
