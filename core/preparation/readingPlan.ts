import type { CalendarDate, ItemKind, Uuid } from '../pack/manifest.ts';
import type { PageRanges } from '../reading/pageRanges.ts';
import { boundedSpeed } from '../reading/readingSpeed.ts';

/** What a page costs while its words are not known. */
const wordsOfUnknownPage = 300;
/** With fewer words a page is a map, a picture or a table: it is looked at for so long, however fast one reads. */
const fewWords = 40;
const minutesToLook = 0.5;

export interface PlannedDocument {
  readonly id: Uuid;
  readonly pageCount: number;
  /** Words of each page, null for a page not read yet; null as a whole when nothing is known. */
  readonly words: readonly (number | null)[] | null;
  /** Pages that were in view already. */
  readonly seen: PageRanges;
  readonly isRead: boolean;
}

export interface PlannedItem {
  readonly id: Uuid;
  readonly itemKind: ItemKind | null;
  readonly documents: readonly PlannedDocument[];
}

export interface PlanSettings {
  readonly wordsPerMinute: number;
  /** Null: no limit. */
  readonly minutesAvailable: number | null;
  /** The person's own order; items not in it come after. */
  readonly order: readonly Uuid[];
  /** Days by which items are to have been read. */
  readonly deadlines: Readonly<Record<Uuid, CalendarDate>>;
  readonly today: CalendarDate;
}

export interface PlanLine {
  readonly id: Uuid;
  /** Minutes left to read, at least one while anything is left; 0 for what is read. */
  readonly minutes: number;
  readonly isDecision: boolean;
  readonly isDone: boolean;
  /** It is still within the time there is, when read in the order of the plan. */
  readonly fits: boolean;
  readonly deadline: CalendarDate | null;
  /** The day is over and something is left to read. */
  readonly isLate: boolean;
}

export interface ReadingPlan {
  /** In the person's own order, then decisions, then the rest, each in the order of the agenda. Items without documents are not in it. */
  readonly lines: readonly PlanLine[];
  readonly totalMinutes: number;
  readonly decisionMinutes: number;
  /** Items of which something is left, and how many of them fit. */
  readonly leftCount: number;
  readonly fitCount: number;
}

/** Minutes for each item with documents, and what fits into the time there is. */
export function readingPlan(items: readonly PlannedItem[], settings: PlanSettings): ReadingPlan {
  const speed = boundedSpeed(settings.wordsPerMinute);
  const place = new Map(settings.order.map((id, at) => [id, at]));
  const rank = (id: Uuid): number => place.get(id) ?? settings.order.length;
  const lines = items
    .filter(({ documents }) => documents.some(({ pageCount }) => pageCount > 0))
    .map(({ id, itemKind, documents }) => ({
      id,
      isDecision: itemKind === 'decision' || itemKind === 'election',
      minutes: minutesOf(documents, speed),
    }))
    .toSorted((a, b) => rank(a.id) - rank(b.id) || Number(b.isDecision) - Number(a.isDecision));
  let used = 0;
  const planned = lines.map((line): PlanLine => {
    used += line.minutes;
    const isDone = line.minutes === 0;
    const deadline = settings.deadlines[line.id] ?? null;
    return {
      ...line,
      isDone,
      fits: isDone || settings.minutesAvailable === null || used <= settings.minutesAvailable,
      deadline,
      isLate: !isDone && deadline !== null && deadline < settings.today,
    };
  });
  const left = planned.filter(({ isDone }) => !isDone);
  return {
    lines: planned,
    totalMinutes: sum(planned),
    decisionMinutes: sum(planned.filter(({ isDecision }) => isDecision)),
    leftCount: left.length,
    fitCount: left.filter(({ fits }) => fits).length,
  };
}

const sum = (lines: readonly { readonly minutes: number }[]): number =>
  lines.reduce((total, { minutes }) => total + minutes, 0);

function minutesOf(documents: readonly PlannedDocument[], speed: number): number {
  const minutes = documents.reduce((total, document) => total + minutesLeft(document, speed), 0);
  return minutes === 0 ? 0 : Math.max(1, Math.round(minutes));
}

function minutesLeft({ pageCount, words, seen, isRead }: PlannedDocument, speed: number): number {
  if (isRead) return 0;
  let minutes = 0;
  for (let page = 1; page <= pageCount; page += 1) {
    if (seen.some(([from, to]) => from <= page && page <= to)) continue;
    minutes += minutesOfPage(words?.[page - 1] ?? null, speed);
  }
  return minutes;
}

const minutesOfPage = (words: number | null, speed: number): number =>
  words !== null && words < fewWords ? minutesToLook : (words ?? wordsOfUnknownPage) / speed;

/** The order after one item was put where another stands; the same order when there is nothing to move. */
export function movedInPlan(lines: readonly PlanLine[], id: Uuid, to: number): readonly Uuid[] {
  const ids = lines.map((line) => line.id);
  const from = ids.indexOf(id);
  const target = Math.max(0, Math.min(ids.length - 1, to));
  if (from < 0 || from === target) return ids;
  ids.splice(from, 1);
  ids.splice(target, 0, id);
  return ids;
}

/** Whole minutes from now until an instant; null when it is past. Both in milliseconds since 1970. */
export const minutesUntil = (start: number, now: number): number | null =>
  start <= now ? null : Math.floor((start - now) / 60_000);
