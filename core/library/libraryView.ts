import { claimsByMeeting } from './claims.ts';
import type { LibraryData } from './libraryData.ts';
import type { LibraryContext } from './meetingEntry.ts';
import { meetingEntry } from './meetingEntry.ts';
import { libraryNotices } from './notices.ts';
import type { LibraryView, MeetingEntry, WatchedFolderEntry } from './views.ts';

/** What is known of a watched folder right now; nothing of it is stored. */
export type WatchedFolderNow = Pick<WatchedFolderEntry, 'state' | 'packCount'>;

/**
 * What the library screen shows, latest meeting first. Meetings whose manifest cannot be read now are left out; a
 * folder nothing is known of yet counts as watched and empty of news.
 */
export function libraryView(
  data: LibraryData,
  context: LibraryContext,
  folders: ReadonlyMap<string, WatchedFolderNow>,
): LibraryView {
  const meetings = [...claimsByMeeting(data).values()].flatMap((claim) => {
    const manifest = context.manifestOf(claim.revision.manifest);
    return manifest === null ? [] : [meetingEntry(data, context, claim, manifest)];
  });
  const titles = new Map(meetings.map((meeting) => [meeting.meetingId, meeting.title]));
  return {
    meetings: meetings.toSorted(latestFirst),
    watchedFolders: data.watchedFolders.map(({ id, path, lastSeenAt }) => {
      const now = folders.get(id) ?? { state: 'watching', packCount: 0 };
      return { id, path, lastSeenAt, state: now.state, packCount: now.packCount };
    }),
    notices: libraryNotices(data, (meetingId) => titles.get(meetingId) ?? null),
  };
}

const latestFirst = (a: MeetingEntry, b: MeetingEntry): number =>
  Date.parse(b.start) - Date.parse(a.start) || (a.meetingId < b.meetingId ? -1 : 1);
