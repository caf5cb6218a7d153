import type { Handlers } from '../../core/contract.ts';
import type { AgendaEntry, MeetingView, ReadingPlace } from '../../core/library/views.ts';
import type { Emit } from '../ipc/ports.ts';
import type { LibraryService } from '../library/libraryService.ts';
import { meetingToShow, openPacks } from './openPacks.ts';

/** The first place of a meeting with a document that can be drawn, in agenda order, then the briefings; or null. */
export function firstReadablePlace(meeting: MeetingView): ReadingPlace | null {
  return placeInAgenda(meeting.agenda) ?? placeInBriefings(meeting);
}

function placeInAgenda(entries: readonly AgendaEntry[]): ReadingPlace | null {
  for (const entry of entries) {
    const document = entry.documents.find(({ available }) => available);
    if (document !== undefined) return { itemId: entry.id, briefingId: null, documentId: document.id };
    const inside = placeInAgenda(entry.children);
    if (inside !== null) return inside;
  }
  return null;
}

function placeInBriefings(meeting: MeetingView): ReadingPlace | null {
  for (const briefing of meeting.briefings) {
    const document = briefing.documents.find(({ available }) => available);
    if (document !== undefined) return { itemId: null, briefingId: briefing.id, documentId: document.id };
  }
  return null;
}

/** The meeting to show when none was asked for: the next one with documents, else the latest. Null in an empty library. */
export function meetingToStartWith(library: Pick<LibraryService, 'view'>, now: Date): string | null {
  const readable = library.view().meetings.filter(({ documentCount }) => documentCount > 0);
  const byStart = readable.toSorted((a, b) => Date.parse(a.start) - Date.parse(b.start));
  const next = byStart.find(({ start }) => Date.parse(start) >= now.getTime()) ?? byStart.at(-1);
  return next?.meetingId ?? null;
}

export interface FirstPageParts {
  readonly library: LibraryService;
  readonly importFiles: Handlers['library']['importFiles'];
  readonly emit: Emit;
}

/**
 * For `--once`: takes in the packs, or chooses a meeting when there are none, and shows it where there is a page to draw.
 * Returns why no page can be drawn, or null.
 */
export async function prepareFirstPage(
  { library, importFiles, emit }: FirstPageParts,
  packs: readonly string[],
): Promise<string | null> {
  let why: string | null = 'no meeting to show';
  const show = async (meetingId: string): Promise<void> => {
    why = await startAtFirstPage(library, meetingId);
  };
  if (packs.length > 0) {
    const imported = await openPacks(importFiles, emit, packs, show);
    return imported.ok && meetingToShow(imported.value) !== null ? why : 'the pack was refused';
  }
  const meetingId = meetingToStartWith(library, new Date());
  if (meetingId === null) return why;
  await show(meetingId);
  emit('app.showMeeting', { meetingId });
  return why;
}

/** A person who was somewhere in the meeting stays there. */
async function startAtFirstPage(library: LibraryService, meetingId: string): Promise<string | null> {
  const meeting = await library.meeting(meetingId);
  if (!meeting.ok) return meeting.error.code;
  const place = firstReadablePlace(meeting.value);
  if (place === null) return 'the meeting has no document here';
  if (meeting.value.lastPlace?.documentId) return null;
  const set = await library.setPlace(meetingId, place);
  return set.ok ? null : set.error.code;
}
