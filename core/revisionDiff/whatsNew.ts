import { itemAspects } from '../pack/holderAspects.ts';
import type { BriefingAspect, ItemAspect } from '../pack/holderAspects.ts';
import type {
  AgendaItem,
  BriefingSection,
  Instant,
  Manifest,
  PackDocument,
  UnitBriefing,
  Uuid,
} from '../pack/manifest.ts';
import type { ManifestDifference } from '../pack/manifestDifference.ts';
import { manifestDifference } from '../pack/manifestDifference.ts';
import { placedItems } from '../pack/manifestWalk.ts';
import type { DocumentNews } from './documentNews.ts';
import { documentNewsBetween } from './documentNews.ts';

/** What differs between two revisions of a meeting, as far as their manifests tell. */
export interface WhatsNew {
  readonly meetingId: Uuid;
  readonly since: { readonly revision: number; readonly issued: Instant };
  readonly now: { readonly revision: number; readonly issued: Instant };
  /** The person has said that they have seen it: it is shown once more against the revision before. */
  readonly isSeen: boolean;
  readonly packNote: string;
  readonly meeting: MeetingNews;
  /** In the order of the agenda, briefings after items, what was withdrawn last. Only what differs. */
  readonly holders: readonly HolderNews[];
  readonly itemCount: number;
}

export interface MeetingNews {
  readonly start: Instant;
  readonly place: string | null;
  readonly movedFrom: { readonly start: Instant; readonly place: string | null } | null;
  readonly cancelled: boolean;
  readonly reinstated: boolean;
  readonly previousTitle: string | null;
  readonly title: string;
}

/** An item or briefing that differs. */
export interface HolderNews {
  readonly type: 'item' | 'briefing';
  readonly id: Uuid;
  readonly number: string | null;
  readonly title: string;
  readonly change: 'new' | 'changed' | 'moved' | 'withdrawn';
  readonly previousNumber: string | null;
  readonly previousTitle: string | null;
  /** Every document it had was read. */
  readonly wasRead: boolean;
  /** Null when it is the same. */
  readonly proposedDecision: { readonly before: readonly string[]; readonly after: readonly string[] } | null;
  /** Sections of a briefing that differ, each with its points; none when left out. */
  readonly sections?: readonly SectionNews[];
  /** What else differs, apart from the documents. */
  readonly aspects: readonly (ItemAspect | BriefingAspect)[];
  readonly documents: readonly DocumentNews[];
  /** It came out of a seal that the person's key opened; left out: no. */
  readonly isSealed?: boolean;
}

/** A section of a briefing before and after; empty where it does not stand. */
export interface SectionNews {
  readonly id: Uuid;
  readonly title: string;
  readonly before: readonly string[];
  readonly after: readonly string[];
}

export interface RevisionsToCompare {
  readonly before: Manifest;
  readonly after: Manifest;
  readonly isSeen: boolean;
  /** Whether the person had read this content. */
  readonly wasRead: (document: PackDocument) => boolean;
  /** Ids of items and briefings whose content stands here although it is sealed; none when left out. */
  readonly sealedIds?: ReadonlySet<Uuid>;
}

/** Derives what is new from two manifests; documents are compared later, by their text. */
export function whatsNew({ before, after, isSeen, wasRead, sealedIds = none }: RevisionsToCompare): WhatsNew {
  const difference = manifestDifference(before, after);
  const compared: Compared = { before, after, difference, wasRead };
  const itemsBefore = byId(placedItems(before).map(({ item }) => item));
  const briefingsBefore = byId(before.briefings);
  const items = placedItems(after).map(({ item }) => item);
  return {
    meetingId: after.meeting.id,
    since: { revision: before.pack.revision, issued: before.pack.issued },
    now: { revision: after.pack.revision, issued: after.pack.issued },
    isSeen,
    packNote: after.pack.note,
    meeting: meetingNews(after, difference),
    holders: [
      ...items.flatMap((item) => itemNews(itemsBefore.get(item.id), item, compared)),
      ...after.briefings.flatMap((briefing) =>
        briefingNews(briefingsBefore.get(briefing.id), briefing, compared),
      ),
      ...difference.withdrawnItems.map((item) => withdrawnItem(item, compared)),
      ...difference.withdrawnBriefings.map((briefing) => withdrawnBriefing(briefing, compared)),
    ].map((holder) => (sealedIds.has(holder.id) ? { ...holder, isSealed: true } : holder)),
    itemCount: items.length,
  };
}

interface Compared extends Pick<RevisionsToCompare, 'before' | 'after' | 'wasRead'> {
  readonly difference: ManifestDifference;
}

const byId = <T extends { readonly id: Uuid }>(all: readonly T[]): ReadonlyMap<Uuid, T> =>
  new Map(all.map((one) => [one.id, one]));

function meetingNews({ meeting }: Manifest, { meeting: difference }: ManifestDifference): MeetingNews {
  const { start, place, title } = meeting;
  return { start, place, title, ...difference };
}

function itemNews(
  before: AgendaItem | undefined,
  item: AgendaItem,
  compared: Compared,
): readonly HolderNews[] {
  const found = compared.difference.items.get(item.id);
  if (found === undefined || found.change === 'none') return [];
  const aspects =
    before === undefined ? [] : itemAspects(before, item, { ...compared, changedDocuments: none });
  const differs =
    aspects.includes('proposedDecision') || (before === undefined && item.proposedDecision.length > 0);
  return [
    {
      type: 'item',
      id: item.id,
      number: item.number,
      title: item.title,
      change: found.change,
      previousNumber: found.previousNumber,
      previousTitle: previousTitle(before?.title, item.title),
      wasRead: wereRead(before?.documents ?? [], compared),
      proposedDecision: differs
        ? { before: before?.proposedDecision ?? [], after: item.proposedDecision }
        : null,
      aspects: aspects.filter(
        (aspect) => aspect !== 'proposedDecision' && aspect !== 'documents' && aspect !== 'title',
      ),
      documents: documentNewsBetween(before?.documents ?? [], item.documents, compared),
    },
  ];
}

const none: ReadonlySet<Uuid> = new Set();

function briefingNews(
  before: UnitBriefing | undefined,
  briefing: UnitBriefing,
  compared: Compared,
): readonly HolderNews[] {
  const found = compared.difference.briefings.get(briefing.id);
  if (found === undefined || found.change === 'none') return [];
  return [
    {
      ...plainHolder('briefing', briefing.id, briefing.unit.name),
      change: found.change,
      previousTitle: previousTitle(before?.unit.name, briefing.unit.name),
      wasRead: wereRead(before?.documents ?? [], compared),
      ...(before === undefined ? {} : { sections: sectionNews(before.sections, briefing.sections) }),
      aspects: found.aspects.filter(
        (aspect) => aspect !== 'documents' && aspect !== 'unit' && aspect !== 'sections',
      ),
      documents: documentNewsBetween(before?.documents ?? [], briefing.documents, compared),
    },
  ];
}

/** Sections in their new order, those that are gone last. */
function sectionNews(
  before: readonly BriefingSection[],
  after: readonly BriefingSection[],
): readonly SectionNews[] {
  const old = byId(before);
  const kept = new Set(after.map(({ id }) => id));
  const pairs: readonly (readonly [BriefingSection | undefined, BriefingSection | undefined])[] = [
    ...after.map((section) => [old.get(section.id), section] as const),
    ...before.filter(({ id }) => !kept.has(id)).map((section) => [section, undefined] as const),
  ];
  return pairs.flatMap(([was, is]) => {
    const section = is ?? was;
    const [words, newWords] = [wordsOfSection(was), wordsOfSection(is)];
    if (section === undefined || words.join('\n') === newWords.join('\n')) return [];
    return [{ id: section.id, title: section.title, before: words, after: newWords }];
  });
}

const wordsOfSection = (section: BriefingSection | undefined): readonly string[] =>
  section === undefined ? [] : section.points.map(({ text }) => text);

const withdrawnItem = (item: AgendaItem, compared: Compared): HolderNews => ({
  ...plainHolder('item', item.id, item.title),
  number: item.number,
  change: 'withdrawn',
  wasRead: wereRead(item.documents, compared),
  documents: documentNewsBetween(item.documents, [], compared),
});

const withdrawnBriefing = (briefing: UnitBriefing, compared: Compared): HolderNews => ({
  ...plainHolder('briefing', briefing.id, briefing.unit.name),
  change: 'withdrawn',
  wasRead: wereRead(briefing.documents, compared),
  documents: documentNewsBetween(briefing.documents, [], compared),
});

const plainHolder = (type: HolderNews['type'], id: Uuid, title: string) => ({
  type,
  id,
  title,
  number: null,
  previousNumber: null,
  previousTitle: null,
  proposedDecision: null,
  aspects: [],
});

const previousTitle = (before: string | undefined, after: string): string | null =>
  before === undefined || before === after ? null : before;

const wereRead = (documents: readonly PackDocument[], { wasRead }: Compared): boolean =>
  documents.length > 0 && documents.every(wasRead);
