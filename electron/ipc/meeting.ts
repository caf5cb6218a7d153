import type { Handlers } from '../../core/contract.ts';
import type { LibraryService } from '../library/libraryService.ts';
import type { Emit } from './ports.ts';

/** What the handlers of `meeting` work on. */
export interface MeetingParts {
  readonly library: LibraryService;
  readonly emit: Emit;
}

export function meetingHandlers({ library, emit }: MeetingParts): Handlers['meeting'] {
  let shownMeetingId: string | null = null;
  let told = '';

  // A new revision, a base that came, a confirmed key: the meeting on screen follows, and hears nothing it knows.
  library.onChanged(() => {
    const view = shownMeetingId === null ? null : library.meetingView(shownMeetingId);
    if (view === null) return;
    const text = JSON.stringify(view);
    if (text === told) return;
    told = text;
    emit('meeting.changed', view);
  });

  return {
    open: async ({ meetingId }) => {
      const opened = await library.meeting(meetingId);
      if (opened.ok) shownMeetingId = meetingId;
      return opened;
    },
    markSeen: ({ meetingId }) => library.markSeen(meetingId),
    setPlace: ({ meetingId, place }) => library.setPlace(meetingId, place),
    setPosition: ({ meetingId, documentId, position }) =>
      library.setPosition(meetingId, documentId, position),
    addSeenPages: ({ meetingId, documentId, pages }) => library.addSeenPages(meetingId, documentId, pages),
    setReadState: ({ meetingId, documentId, readState }) =>
      library.setReadState(meetingId, documentId, readState),
    verify: ({ meetingId }) => library.verifyMeeting(meetingId),
  };
}
