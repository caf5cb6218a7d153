import type {
  AgendaItem,
  Manifest,
  PackDocument,
  PackFile,
  Sha256,
  Body,
  UnitBriefing,
  Uuid,
} from '../pack/manifest.ts';
import type { ManifestDifference } from '../pack/manifestDifference.ts';
import type { PackPages } from '../pack/pageNumbers.ts';
import { packPages } from '../pack/pageNumbers.ts';
import { claimsByMeeting } from './claims.ts';
import type { LibraryData } from './libraryData.ts';
import type { LibraryContext } from './meetingEntry.ts';
import { differenceSinceSeen, meetingEntry, openDocuments } from './meetingEntry.ts';
import { combineReadStates, positionOf, readStateOf } from './readStates.ts';
import { seenPagesOf } from './seenPages.ts';
import type { AgendaEntry, BriefingEntry, DocumentEntry, MeetingView } from './views.ts';

/** What the meeting's workspace shows; null when no pack of this meeting is here or its manifest cannot be read now. */
export function meetingView(data: LibraryData, context: LibraryContext, meetingId: Uuid): MeetingView | null {
  const claim = claimsByMeeting(data).get(meetingId);
  const manifest = claim === undefined ? null : context.manifestOf(claim.revision.manifest);
  if (claim === undefined || manifest === null) return null;
  const scene: Scene = {
    body: manifest.meeting.body,
    data,
    stored: context.stored,
    pages: packPages(manifest),
    files: new Map(manifest.files.map((file) => [file.sha256, file])),
    difference: differenceSinceSeen(data, context, claim),
  };
  const { place = null, beside = null } = data.meetings[meetingId] ?? {};
  return {
    meeting: meetingEntry(data, context, claim, manifest),
    webcast: manifest.meeting.webcast,
    returnBy: manifest.pack.returnBy,
    eraseAfter: manifest.pack.eraseAfter,
    agenda: manifest.agenda.map((item) => agendaEntry(scene, item)),
    briefings: manifest.briefings.map((briefing) => briefingEntry(scene, briefing)),
    lastPlace: place === null ? null : { ...place },
    ...(beside === null ? {} : { lastBeside: { ...beside, place: { ...beside.place } } }),
  };
}

/** What every entry of one meeting is made with. */
interface Scene {
  readonly body: Body;
  readonly data: LibraryData;
  readonly stored: ReadonlySet<Sha256>;
  readonly pages: PackPages;
  readonly files: ReadonlyMap<Sha256, PackFile>;
  readonly difference: ManifestDifference | null;
}

function agendaEntry(scene: Scene, item: AgendaItem): AgendaEntry {
  const documents = item.documents.map((document) => documentEntry(scene, document));
  const difference = scene.difference?.items.get(item.id);
  return {
    id: item.id,
    number: item.number,
    title: item.title,
    itemKind: item.itemKind,
    registryNumber: item.registryNumber,
    presenter: item.presenter,
    minutes: item.minutes,
    proposedDecision: item.proposedDecision,
    sealed: item.sealed,
    documents,
    children: item.children.map((child) => agendaEntry(scene, child)),
    ...withConflicts(item, scene.body),
    change: difference?.change ?? 'none',
    previousNumber: difference?.previousNumber ?? null,
    readState: combineReadStates(documents.map((document) => document.readState)),
    pageCount: item.sealed?.pageCount ?? documents.reduce((sum, document) => sum + document.pageCount, 0),
    firstPackPage:
      item.sealed === null
        ? (documents.find((document) => document.firstPackPage !== null)?.firstPackPage ?? null)
        : (scene.pages.sealed.get(item.id)?.first ?? null),
  };
}

/** Named from the body's roster; nothing where there are none. */
export function withConflicts(
  { conflicts }: Pick<AgendaItem, 'conflicts'>,
  { roster }: Pick<Body, 'roster'>,
): Pick<AgendaEntry, 'conflicts'> {
  if (conflicts.length === 0) return {};
  const members = new Map(roster?.members.map((member) => [member.id, member]));
  return {
    conflicts: conflicts.map(({ person, policy }) => {
      const member = members.get(person);
      const party = member === undefined || member.party === '' ? '' : ` (${member.party})`;
      return { person, policy, name: member === undefined ? null : `${member.name}${party}` };
    }),
  };
}

function briefingEntry(scene: Scene, briefing: UnitBriefing): BriefingEntry {
  const documents = briefing.documents.map((document) => documentEntry(scene, document));
  return {
    id: briefing.id,
    unit: briefing.unit,
    presenter: briefing.presenter,
    series: briefing.series,
    period: briefing.period,
    start: briefing.start,
    minutes: briefing.minutes,
    sections: briefing.sections,
    keyFigures: briefing.keyFigures,
    commitments: briefing.commitments,
    sealed: briefing.sealed,
    documents,
    change: scene.difference?.briefings.get(briefing.id)?.change ?? 'none',
    readState: combineReadStates(documents.map((document) => document.readState)),
  };
}

function documentEntry(
  { data, stored, pages, files, difference }: Scene,
  document: PackDocument,
): DocumentEntry {
  const file = files.get(document.sha256);
  return {
    id: document.id,
    title: document.title,
    documentKind: document.documentKind,
    sha256: document.sha256,
    mediaType: file?.mediaType ?? 'application/octet-stream',
    size: file?.size ?? 0,
    pageCount: document.pageCount,
    pages: document.pages,
    firstPackPage: pages.documents.get(document.id)?.first ?? null,
    personalData: document.personalData,
    available: stored.has(document.sha256),
    change: difference?.documents.get(document.id)?.change ?? 'none',
    readState: readStateOf(data, document),
    position: positionOf(data, document),
    seenPages: seenPagesOf(data, document),
  };
}

/** Finds a document of a manifest by its id; null when this revision has none. */
export const findDocument = (manifest: Manifest, documentId: Uuid): PackDocument | null =>
  openDocuments(manifest).find((document) => document.id === documentId) ?? null;
