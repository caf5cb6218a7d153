import type { Uuid } from '../pack/manifest.ts';
import { claimsByMeeting } from './claims.ts';
import type { LibraryData, MeetingRecord } from './libraryData.ts';
import type { Beside, ReadingPlace } from './views.ts';

const nothingYet: MeetingRecord = { seen: null, place: null, lastOpenedAt: null };

function changeMeeting(data: LibraryData, meetingId: Uuid, patch: Partial<MeetingRecord>): LibraryData {
  const record = { ...(data.meetings[meetingId] ?? nothingYet), ...patch };
  return { ...data, meetings: { ...data.meetings, [meetingId]: record } };
}

/** A revision that was on screen. */
export type SeenRevision = NonNullable<MeetingRecord['seen']>;

/** The revision shown for a meeting now; null when no pack of it is here. */
export function shownRevision(data: LibraryData, meetingId: Uuid): SeenRevision | null {
  const claim = claimsByMeeting(data).get(meetingId);
  if (claim === undefined) return null;
  const { revision, manifest } = claim.revision;
  return { packId: claim.packId, revision, manifest };
}

/**
 * The person opened a meeting that showed `shown`. At the very first opening that counts as seen; later ones keep what
 * was last seen, so that "new" stays until `markSeen`. What was shown is an argument because the change may be applied
 * after the next revision has come.
 */
export const openMeeting = (
  data: LibraryData,
  meetingId: Uuid,
  shown: SeenRevision,
  at: number,
): LibraryData =>
  changeMeeting(data, meetingId, { lastOpenedAt: at, seen: data.meetings[meetingId]?.seen ?? { ...shown } });

/** The person has seen what is new in `shown`: later revisions are compared with it. */
export const markSeen = (data: LibraryData, meetingId: Uuid, shown: SeenRevision): LibraryData =>
  changeMeeting(data, meetingId, { seen: { ...shown } });

/** Remembers the item, briefing and document last shown. */
export const withPlace = (data: LibraryData, meetingId: Uuid, place: ReadingPlace): LibraryData =>
  changeMeeting(data, meetingId, { place: { ...place } });

/** Remembers what stands beside it; null when nothing does. */
export const withBeside = (data: LibraryData, meetingId: Uuid, beside: Beside | null): LibraryData =>
  changeMeeting(data, meetingId, { beside: beside && { ...beside, place: { ...beside.place } } });
