import type { Handlers } from '../../core/contract.ts';
import { failure, ok } from '../../core/errors.ts';
import type { Result } from '../../core/errors.ts';
import type { MeetingView, VerifyProgress } from '../../core/library/views.ts';
import type { LibraryService } from '../library/libraryService.ts';
import type { SealedReading } from '../sealing/sealedReading.ts';
import type { Emit } from './ports.ts';

/** What the handlers of `meeting` work on. */
export interface MeetingParts {
  readonly library: LibraryService;
  readonly emit: Emit;
  readonly now: () => number;
  /** Fills in the sealed items that the person's keys open. */
  readonly sealed: SealedReading;
}

export function meetingHandlers({ library, emit, now, sealed }: MeetingParts): Handlers['meeting'] {
  const verifying = new Map<string, AbortController>();
  let shownMeetingId: string | null = null;
  let told = '';

  // A new revision, a base that came, a confirmed key: the meeting on screen follows, and hears nothing it knows.
  const follow = async (): Promise<void> => {
    if (shownMeetingId === null) return;
    await sealed.prepare(shownMeetingId);
    const view = shownMeetingId === null ? null : library.meetingView(shownMeetingId);
    if (view === null) return;
    const shown = sealed.view(view);
    const text = JSON.stringify(shown);
    if (text === told) return;
    told = text;
    emit('meeting.changed', shown);
  };
  library.onChanged(() => void follow());
  sealed.onChanged(() => void follow());

  const unlocked = (view: Result<MeetingView>): Result<MeetingView> =>
    view.ok ? ok(sealed.view(view.value)) : view;

  return {
    open: async ({ meetingId }) => {
      const opened = await library.meeting(meetingId);
      if (!opened.ok) return opened;
      shownMeetingId = meetingId;
      await sealed.prepare(meetingId);
      return unlocked(opened);
    },
    markSeen: async ({ meetingId }) => unlocked(await library.markSeen(meetingId)),
    setPlace: ({ meetingId, place }) => library.setPlace(meetingId, place),
    setBeside: ({ meetingId, beside }) => library.setBeside(meetingId, beside),
    setPosition: ({ meetingId, documentId, position }) => {
      if (!sealed.ownsDocument(documentId)) return library.setPosition(meetingId, documentId, position);
      sealed.setPosition(documentId, position);
      return Promise.resolve(ok(undefined));
    },
    addSeenPages: ({ meetingId, documentId, pages }) =>
      sealed.ownsDocument(documentId)
        ? Promise.resolve(ok(undefined))
        : library.addSeenPages(meetingId, documentId, pages),
    setReadState: async ({ meetingId, documentId, readState }) => {
      if (!sealed.ownsDocument(documentId)) {
        return unlocked(await library.setReadState(meetingId, documentId, readState));
      }
      sealed.setReadState(documentId, readState);
      const view = library.meetingView(meetingId);
      return view === null ? failure('meetingUnknown') : ok(sealed.view(view));
    },
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
