import { neededContents } from '../draft/draftFiles.ts';
import { allDraftItems } from '../draft/agendaTree.ts';
import type { Draft } from '../draft/draft.ts';
import { isCalendarDate } from '../pack/calendar.ts';
import { packLimits } from '../pack/packLimits.ts';
import type { PreflightContext } from './fileFacts.ts';
import { found, type Found } from './makeFinding.ts';

const isBlank = (text: string | null): boolean => text === null || text.trim() === '';

/** What the meeting itself lacks, and whether the pack would be too large. */
export function meetingChecks(draft: Draft, context: PreflightContext): readonly Found[] {
  const { meeting, items, briefings, issuer } = draft;
  const all: Found[] = [];
  if (meeting.start === null) all.push(found('noStart'));
  // A cancelled meeting takes place nowhere.
  if (isBlank(meeting.place) && meeting.state === 'scheduled') all.push(found('noPlace'));
  if (items.length === 0 && briefings.length === 0) all.push(found('noItems'));
  if (isBlank(meeting.title)) all.push(found('noTitle', { about: 'meeting', detail: { what: 'meeting' } }));
  if (isBlank(meeting.body.name)) all.push(found('noTitle', { about: 'body', detail: { what: 'body' } }));
  if (isBlank(issuer.municipality) || isBlank(issuer.office))
    all.push(found('noTitle', { about: 'issuer', detail: { what: 'issuer' } }));
  return [...all, ...sizeChecks(draft), ...deadlineChecks(draft, context)];
}

/** A pack has a manifest of at most 8 MiB, README, keys and headers beside its documents. */
const roomForTheRest = 16 * 1024 * 1024;

function sizeChecks(draft: Draft): readonly Found[] {
  const needed = neededContents(draft);
  const files = draft.files.filter(({ sha256 }) => needed.has(sha256));
  const bytes = files.reduce((sum, { size }) => sum + size, 0);
  const limit = packLimits.packBytes - roomForTheRest;
  if (bytes <= limit) return [];
  return [found('packTooLarge', { detail: { size: bytes, limit } })];
}

const dayMs = 86_400_000;
/** Days before the deadline at which it is close. */
const closeDays = 2;

function deadlineChecks({ meeting, base, items }: Draft, { now, today }: PreflightContext): readonly Found[] {
  const { summonsDeadline: deadline, deadlineSource } = meeting;
  if (meeting.state === 'cancelled' || meeting.start === null) return [];
  // The summons went out with the first revision; what comes later is told to those who read it.
  if (base !== null) return [];
  if (deadline === null) {
    return allDraftItems(items).length === 0
      ? []
      : [found('deadlineUnknown', { detail: { body: meeting.body.name } })];
  }
  const left = daysLeft(deadline, now, today);
  const detail = {
    deadline: deadline.slice(0, 10),
    source: deadlineSource ?? 'none',
    days: Math.max(0, left),
  };
  if (left < 0) return [found('deadlinePassed', { about: deadline, detail })];
  return left <= closeDays ? [found('deadlineClose', { about: deadline, detail })] : [];
}

/** Whole days that are left; a date lasts until its day is over, an instant until its moment. */
function daysLeft(deadline: string, now: number, today: string): number {
  if (isCalendarDate(deadline)) {
    return Math.round((Date.parse(`${deadline}T00:00:00Z`) - Date.parse(`${today}T00:00:00Z`)) / dayMs);
  }
  return Math.floor((Date.parse(deadline) - now) / dayMs);
}
