import type { Uuid } from '../pack/manifest.ts';
import { claimsByMeeting } from './claims.ts';
import type { LibraryData, MeetingRecord } from './libraryData.ts';
import type { ReadingPlace } from './views.ts';

const nothingYet: MeetingRecord = { seen: null, place: null, lastOpenedAt: null };

function changeMeeting(data: LibraryData, meetingId: Uuid, patch: Partial<MeetingRecord>): LibraryData {
  const record = { ...(data.meetings[meetingId] ?? nothingYet), ...patch };
  return { ...data, meetings: { ...data.meetings, [meetingId]: record } };
}

/**
 * The person opened a meeting. At the very first opening the revision shown counts as seen; later ones keep what was
 * last seen, so that "new" stays until `markSeen`.
 */
export function openMeeting(data: LibraryData, meetingId: Uuid, at: number): LibraryData {
  const opened = changeMeeting(data, meetingId, { lastOpenedAt: at });
  return opened.meetings[meetingId]?.seen === null ? markSeen(opened, meetingId) : opened;
}

/** The person has seen what is new: the revision shown now is the one that later revisions are compared with. */
export function markSeen(data: LibraryData, meetingId: Uuid): LibraryData {
  const claim = claimsByMeeting(data).get(meetingId);
  if (claim === undefined) return data;
  const { revision, manifest } = claim.revision;
  return changeMeeting(data, meetingId, { seen: { packId: claim.packId, revision, manifest } });
}

/** Remembers the item, briefing and document last shown. */
export const withPlace = (data: LibraryData, meetingId: Uuid, place: ReadingPlace): LibraryData =>
  changeMeeting(data, meetingId, { place: { ...place } });
