import type { AgendaItem, PackDocument, PackHeader } from '../../core/pack/manifest.ts';
import type { BuildFolderOptions } from './buildFolder.ts';
import type { IdentifiedBriefing } from './buildFolderBriefings.ts';
import { identifyBriefings, meetingBody, unitBriefing } from './buildFolderBriefings.ts';
import type { DocumentDraft, MeasuredFile, PlacedFiles } from './buildFolderDocuments.ts';
import { contentOf } from './buildFolderDocuments.ts';
import type { FolderDrafts } from './buildFolderDrafts.ts';
import { bodyIdOf, matchDocuments, matchItems, meetingIdOf } from './buildFolderIds.ts';
import type { MeetingInput } from './buildFolderInput.ts';
import type { ItemDraft } from './buildFolderItems.ts';
import { flatDrafts } from './buildFolderItems.ts';
import type { ManifestDraft } from './writePack.ts';

/** What was found out about the documents of all drafts. */
export interface Contents {
  readonly measured: ReadonlyMap<string, MeasuredFile>;
  readonly pageCounts: ReadonlyMap<DocumentDraft, number>;
  readonly placed: PlacedFiles;
}

/** Puts the manifest together: ids first, then everything in the order of the folder. */
export function assembleManifest(
  options: BuildFolderOptions,
  drafts: FolderDrafts,
  contents: Contents,
): ManifestDraft {
  const { meeting, items, briefingDocuments } = drafts;
  const previous = options.previous?.manifest ?? null;
  const bodyId =
    meeting.body.id ?? previous?.meeting.body.id ?? bodyIdOf(meeting.municipality, meeting.body.name);
  const itemMatches = matchItems(flatDrafts(items), previous);
  const briefings = identifyBriefings(meeting, previous?.briefings ?? [], options.newId);
  const packDocuments = identifyDocuments(options, drafts, contents, { itemMatches, briefings });
  const documentsOf = (all: readonly DocumentDraft[]): readonly PackDocument[] =>
    all.flatMap((draft) => packDocuments.get(draft) ?? []);
  const agendaItem = (item: ItemDraft): AgendaItem => ({
    id: item.id ?? itemMatches.get(item)?.id ?? options.newId(),
    number: item.number,
    title: item.title,
    itemKind: item.itemKind,
    registryNumber: item.registryNumber,
    presenter: item.presenter,
    minutes: item.minutes,
    proposedDecision: item.proposedDecision,
    documents: documentsOf(item.documents),
    children: item.children.map(agendaItem),
    conflicts: item.conflicts,
    sealed: null,
    extensions: item.extensions,
  });
  return {
    format: 'beredd',
    version: 1,
    requires: [],
    extensions: {},
    pack: packHeader(options, meeting),
    issuer: { municipality: meeting.municipality, office: meeting.office },
    meeting: {
      id: meeting.id ?? previous?.meeting.id ?? meetingIdOf(bodyId, meeting.start),
      kind: meeting.kind,
      state: meeting.state,
      title: meeting.title,
      body: meetingBody(meeting, bodyId),
      start: meeting.start,
      end: meeting.end,
      place: meeting.place,
      webcast: meeting.webcast,
      summonsDeadline: meeting.summonsDeadline,
      extensions: meeting.extensions,
    },
    agenda: items.map(agendaItem),
    briefings: briefings.map((briefing, i) =>
      unitBriefing(briefing, documentsOf(briefingDocuments[i] ?? []), options.newId),
    ),
  };
}

function packHeader(
  { previous, supplement, issued, newId }: BuildFolderOptions,
  meeting: MeetingInput,
): PackHeader {
  const base =
    previous === null
      ? null
      : { revision: previous.manifest.pack.revision, manifest: previous.manifestSha256 };
  return {
    id: meeting.packId ?? previous?.manifest.pack.id ?? newId(),
    revision: (base?.revision ?? 0) + 1,
    previous: base?.manifest ?? null,
    issued,
    note: meeting.note,
    supplementTo: supplement ? base : null,
    returnBy: meeting.returnBy,
    eraseAfter: meeting.eraseAfter,
  };
}

function identifyDocuments(
  { previous, newId }: BuildFolderOptions,
  { items, briefingDocuments }: FolderDrafts,
  { measured, pageCounts, placed }: Contents,
  matched: {
    readonly itemMatches: ReadonlyMap<ItemDraft, AgendaItem>;
    readonly briefings: readonly IdentifiedBriefing[];
  },
): ReadonlyMap<DocumentDraft, PackDocument> {
  const traits = (
    draft: DocumentDraft,
    holder: { readonly documents: readonly PackDocument[] } | null | undefined,
  ) => {
    const { sha256 } = contentOf(measured, draft);
    const entryFile = placed.entryFiles.get(sha256) ?? '';
    return { ...draft, draft, sha256, entryFile, previousHolder: holder?.documents ?? null };
  };
  const wanted = [
    ...flatDrafts(items).flatMap((item) =>
      item.documents.map((draft) => traits(draft, matched.itemMatches.get(item))),
    ),
    ...briefingDocuments.flatMap((documents, i) =>
      documents.map((draft) => traits(draft, matched.briefings[i]?.previous)),
    ),
  ];
  const matches = matchDocuments(wanted, previous?.manifest ?? null);
  return new Map(
    wanted.map((each) => [
      each.draft,
      {
        id: each.id ?? matches.get(each)?.id ?? newId(),
        title: each.title,
        documentKind: each.documentKind,
        sha256: each.sha256,
        pageCount: pageCounts.get(each.draft) ?? 0,
        pages: each.pages,
        personalData: each.personalData,
        extensions: each.extensions,
      },
    ]),
  );
}
