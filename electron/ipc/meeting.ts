import type { Handlers } from '../../core/contract.ts';
import { ok } from '../../core/errors.ts';
import type { VerifyProgress } from '../../core/library/views.ts';
import type { LibraryService } from '../library/libraryService.ts';
import type { Emit } from './ports.ts';

/** What the handlers of `meeting` work on. */
export interface MeetingParts {
  readonly library: LibraryService;
  readonly emit: Emit;
  readonly now: () => number;
}

export function meetingHandlers({ library, emit, now }: MeetingParts): Handlers['meeting'] {
  const verifying = new Map<string, AbortController>();
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
    setBeside: ({ meetingId, beside }) => library.setBeside(meetingId, beside),
    setPosition: ({ meetingId, documentId, position }) =>
      library.setPosition(meetingId, documentId, position),
    addSeenPages: ({ meetingId, documentId, pages }) => library.addSeenPages(meetingId, documentId, pages),
    setReadState: ({ meetingId, documentId, readState }) =>
      library.setReadState(meetingId, documentId, readState),
    verify: async ({ meetingId }) => {
      verifying.get(meetingId)?.abort();
      const controller = new AbortController();
      verifying.set(meetingId, controller);
      const tell = everyHundredMs(
        (progress: VerifyProgress) => emit('meeting.verifyProgress', progress),
        now,
      );
      const verified = await library.verifyMeeting(meetingId, {
        signal: controller.signal,
        onProgress: (bytesDone, bytesTotal) => tell({ meetingId, bytesDone, bytesTotal }),
      });
      if (verifying.get(meetingId) === controller) verifying.delete(meetingId);
      return verified;
    },
    cancelVerify: ({ meetingId }) => {
      verifying.get(meetingId)?.abort();
      return Promise.resolve(ok(undefined));
    },
  };
}

const leastPauseMs = 100;

/** Tells at most ten times a second: reading is faster than anybody looks. */
function everyHundredMs<T>(tell: (what: T) => void, now: () => number): (what: T) => void {
  let last = -Infinity;
  return (what) => {
    if (now() - last < leastPauseMs) return;
    last = now();
    tell(what);
  };
}
