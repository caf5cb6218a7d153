import type { MeetingEntry } from '../../../core/library/views.ts';
import { daysLeft } from '../../ui/formats.ts';

export interface MeetingGroups {
  /** The nearest meeting that is held; null when none is ahead. */
  readonly next: MeetingEntry | null;
  /** The others that are not over, nearest first; cancelled ones too. */
  readonly coming: readonly MeetingEntry[];
  /** Over, this year, latest first. */
  readonly past: readonly MeetingEntry[];
  /** Over, by year, latest first. */
  readonly earlierYears: readonly { readonly year: number; readonly meetings: readonly MeetingEntry[] }[];
}

const startOf = (meeting: MeetingEntry): number => Date.parse(meeting.start);
const yearOf = (meeting: MeetingEntry): number => Number(meeting.start.slice(0, 4));

/** A meeting is over when its day is: during the day, and late in the evening, it is still the one people look for. */
export function groupMeetings(meetings: readonly MeetingEntry[], now: number): MeetingGroups {
  const byStart = meetings.toSorted((a, b) => startOf(a) - startOf(b));
  const ahead = byStart.filter((meeting) => daysLeft(meeting.end ?? meeting.start, now) >= 0);
  const over = byStart.filter((meeting) => !ahead.includes(meeting)).toReversed();
  const next = ahead.find((meeting) => meeting.state === 'scheduled') ?? null;
  const thisYear = new Date(now).getFullYear();
  const years = [...new Set(over.map(yearOf))].filter((year) => year < thisYear);
  return {
    next,
    coming: ahead.filter((meeting) => meeting !== next),
    past: over.filter((meeting) => yearOf(meeting) >= thisYear),
    earlierYears: years.map((year) => ({
      year,
      meetings: over.filter((meeting) => yearOf(meeting) === year),
    })),
  };
}

export interface BodyEntry {
  readonly bodyId: string;
  readonly name: string;
  readonly municipality: string;
  readonly meetingCount: number;
}

/** The bodies of the library by municipality and name; the name is that of the body's latest meeting. */
export function bodiesOf(meetings: readonly MeetingEntry[]): readonly BodyEntry[] {
  const bodies = new Map<string, BodyEntry>();
  for (const meeting of meetings.toSorted((a, b) => startOf(a) - startOf(b))) {
    bodies.set(meeting.bodyId, {
      bodyId: meeting.bodyId,
      name: meeting.bodyName,
      municipality: meeting.municipality,
      meetingCount: (bodies.get(meeting.bodyId)?.meetingCount ?? 0) + 1,
    });
  }
  return [...bodies.values()].toSorted(
    (a, b) => a.municipality.localeCompare(b.municipality, 'sv') || a.name.localeCompare(b.name, 'sv'),
  );
}
