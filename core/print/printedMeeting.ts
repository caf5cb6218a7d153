import type { MeetingEntry } from '../library/views.ts';
import type { AgendaItem, Manifest, PackDocument, UnitBriefing, Uuid } from '../pack/manifest.ts';
import { packPages } from '../pack/pageNumbers.ts';
import type { PackPages } from '../pack/pageNumbers.ts';

/** What printing needs to know of a meeting; a MeetingView fits. */
export interface PrintedMeeting {
  readonly meeting: Pick<
    MeetingEntry,
    'title' | 'bodyName' | 'municipality' | 'start' | 'place' | 'revision'
  >;
  readonly agenda: readonly PrintedItem[];
  readonly briefings: readonly PrintedBriefing[];
}

export interface PrintedItem extends Pick<
  AgendaItem,
  'id' | 'number' | 'title' | 'registryNumber' | 'sealed'
> {
  readonly documents: readonly PrintedDocument[];
  readonly children: readonly PrintedItem[];
}

export interface PrintedBriefing extends Omit<UnitBriefing, 'documents' | 'extensions'> {
  readonly documents: readonly PrintedDocument[];
}

export interface PrintedDocument extends Pick<
  PackDocument,
  'id' | 'title' | 'sha256' | 'pageCount' | 'pages'
> {
  readonly mediaType: string;
  /** Pack page of the document's page 1; null when not paged. */
  readonly firstPackPage: number | null;
}

/** A meeting straight from its manifest, without a library. */
export function printedManifest(manifest: Manifest): PrintedMeeting {
  const mediaTypes = new Map(manifest.files.map(({ sha256, mediaType }) => [sha256, mediaType]));
  const pages = packPages(manifest);
  const { meeting, issuer, pack } = manifest;
  const documentsOf = (holder: AgendaItem | UnitBriefing): readonly PrintedDocument[] =>
    holder.documents.map((document) => printedDocument(document, mediaTypes, pages));
  const item = (entry: AgendaItem): PrintedItem => ({
    ...entry,
    documents: documentsOf(entry),
    children: entry.children.map(item),
  });
  return {
    meeting: {
      title: meeting.title,
      bodyName: meeting.body.name,
      municipality: issuer.municipality,
      start: meeting.start,
      place: meeting.place,
      revision: pack.revision,
    },
    agenda: manifest.agenda.map(item),
    briefings: manifest.briefings.map((briefing) => ({ ...briefing, documents: documentsOf(briefing) })),
  };
}

function printedDocument(
  document: PackDocument,
  mediaTypes: ReadonlyMap<string, string>,
  pages: PackPages,
): PrintedDocument {
  return {
    ...document,
    mediaType: mediaTypes.get(document.sha256) ?? 'application/octet-stream',
    firstPackPage: pages.documents.get(document.id)?.first ?? null,
  };
}

/** An item or briefing, and how deep it stands: 0 for those of the agenda itself and for briefings. */
export interface PrintedHolder {
  readonly id: Uuid;
  readonly depth: number;
  readonly item: PrintedItem | null;
  readonly briefing: PrintedBriefing | null;
}

/** Items with their children, then briefings, in the order of the pack pages. */
export function printedHolders({
  agenda,
  briefings,
}: Pick<PrintedMeeting, 'agenda' | 'briefings'>): readonly PrintedHolder[] {
  const below = (items: readonly PrintedItem[], depth: number): readonly PrintedHolder[] =>
    items.flatMap((item) => [
      { id: item.id, depth, item, briefing: null },
      ...below(item.children, depth + 1),
    ]);
  return [
    ...below(agenda, 0),
    ...briefings.map((briefing) => ({ id: briefing.id, depth: 0, item: null, briefing })),
  ];
}

/** "§ 7 Detaljplan Kyrkbyn", or the unit of a briefing. */
export const holderName = ({ item, briefing }: PrintedHolder): string =>
  item === null
    ? (briefing?.unit.name ?? '')
    : [item.number, item.title].filter((word) => word !== null).join(' ');

/** What an item or briefing carries. Nothing of a sealed one can be printed, whatever its manifest lists. */
export function openDocumentsOf({ item, briefing }: PrintedHolder): readonly PrintedDocument[] {
  const holder = item ?? briefing;
  return holder === null || holder.sealed !== null ? [] : holder.documents;
}

/** Pages that a document comes to on paper: its own, or the one of a picture. */
export const paperPages = (document: Pick<PrintedDocument, 'pageCount'>): number =>
  Math.max(1, document.pageCount);
