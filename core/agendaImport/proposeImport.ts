import type { DraftFile } from '../draft/draft.ts';
import type { AgendaEntry } from './agendaEntry.ts';
import { allowedText } from './allowedText.ts';
import type { DescribedDocument } from './describedDocument.ts';
import { describeDocument, documentTitle } from './describedDocument.ts';
import { documentHead } from './documentHead.ts';
import { gatherItems } from './gatherItems.ts';
import type { ObservedDocument, ObservedFile } from './observed.ts';
import type { Placement } from './placeDocuments.ts';
import { placeDocuments } from './placeDocuments.ts';
import { placeFolders } from './placeFolders.ts';
import type { ImportProposal, ProposedDocument, ProposedItem } from './proposal.ts';
import { isMerged } from './cuts/isMerged.ts';
import { splitMerged } from './cuts/splitMerged.ts';
import { joinAgendas } from './joinAgendas.ts';
import { readSummons } from './summons.ts';
import { summonsPlace } from './summonsItem.ts';

/** Everything an import found. */
export interface ImportMaterial {
  readonly files: readonly ObservedFile[];
  /** Relative paths of all folders, also of those without files. */
  readonly folders: readonly string[];
  /** What the draft will keep of each of them. */
  readonly draftFiles: readonly DraftFile[];
  readonly leftOut: ImportProposal['leftOut'];
  /** An agenda that was pasted or given as a table; null when there was none. */
  readonly agenda: readonly AgendaEntry[] | null;
  /** The items the draft has already. */
  readonly existing: readonly AgendaEntry[];
  readonly newId: () => string;
}

/**
 * Makes items of files: the agenda from what was given, the summons, folders, or the documents themselves; each document
 * in the item it most likely belongs to, with how certain that is and why. Items of the draft keep their ids.
 */
export function proposeImport(material: ImportMaterial): ImportProposal {
  const { files, existing, newId } = material;
  const observed = files.flatMap((file) =>
    documentsOf(file, files, [...existing, ...(material.agenda ?? [])]),
  );
  const documents = observed.map(describeDocument);
  const summons = readSummons(files, documents, newId);
  const given = joinAgendas(existing, material.agenda ?? summons.agenda);
  const hasAgenda = material.agenda !== null || summons.agenda.length > 0;
  const folders = placeFolders(documents, material.folders, given, newId);
  const loose = documents.filter(
    (document, at) => folders.places[at] === null && document.documentKind !== 'summons',
  );
  const isComplete = hasAgenda || (existing.length > 0 && isCovered(existing, loose));
  // Beside folders only numbers make items: a loose file may belong to any of them.
  const gathering =
    folders.entries.length === 0 ? loose : loose.filter(({ name }) => name.itemNumber !== null);
  const gathered = isComplete ? [] : gatherItems(gathering, newId);
  const ofSummons = summonsPlace(
    documents.some(({ documentKind }, at) => documentKind === 'summons' && folders.places[at] === null),
    existing,
    newId,
  );
  const matters = joinAgendas([...given, ...folders.entries], gathered);
  const entries = ofSummons?.isNew === true ? [ofSummons.entry, ...matters] : matters;
  const placements = placeDocuments(matters, documents);
  const places = documents.map((document, at): Placement => {
    const folder = folders.places[at];
    if (folder !== null && folder !== undefined) return { entry: folder, certainty: 0.97, because: 'folder' };
    if (document.documentKind === 'summons')
      return { entry: ofSummons?.entry ?? null, certainty: ofSummons === null ? 0 : 0.9, because: 'heading' };
    return placements[at] ?? { entry: null, certainty: 0, because: 'titleInName' };
  });
  const known = new Set(existing.map(({ id }) => id));
  const items = entries
    .map((entry) => proposedItem(entry, documents, places, newId))
    .filter((item) => item.documents.length > 0 || !known.has(item.id));
  return {
    items,
    unplaced: documents.flatMap((document, at) =>
      places[at]?.entry === null ? [proposedDocument(document, places[at], newId)] : [],
    ),
    files: [...material.draftFiles],
    leftOut: [...material.leftOut],
    meeting: summons.meeting,
    convertedPlainly: material.draftFiles.some(({ converted }) => converted?.by === 'builtIn'),
  };
}

function documentsOf(
  file: ObservedFile,
  all: readonly ObservedFile[],
  agenda: readonly AgendaEntry[],
): readonly ObservedDocument[] {
  const { pdf, sha256, path } = file;
  if (pdf !== null && isMerged(file, all)) return splitMerged(file, pdf, agenda);
  return [
    {
      sha256,
      path,
      pages: null,
      head: pdf === null ? null : documentHead(pdf.pages.slice(0, 3)),
      certainty: 1,
    },
  ];
}

/** Whether the draft's own items are an agenda for these documents, and not only opening and closing the meeting. */
function isCovered(existing: readonly AgendaEntry[], documents: readonly DescribedDocument[]): boolean {
  const places = placeDocuments(existing, documents);
  return places.filter(({ entry }) => entry !== null).length >= 0.7 * documents.length;
}

function proposedItem(
  entry: AgendaEntry,
  documents: readonly DescribedDocument[],
  places: readonly Placement[],
  newId: () => string,
): ProposedItem {
  const own = documents
    .flatMap((document, at) => {
      const place = places[at];
      return place?.entry?.id === entry.id ? [{ document, place }] : [];
    })
    .toSorted((a, b) => compareDocuments(a.document, b.document));
  const { page: _page, ...rest } = entry;
  return {
    ...rest,
    number: entry.number === null ? null : allowedText(entry.number),
    title: allowedText(entry.title),
    registryNumber: entry.registryNumber === null ? null : allowedText(entry.registryNumber),
    presenter: entry.presenter === null ? null : allowedText(entry.presenter),
    proposedDecision: [...entry.proposedDecision],
    documents: own.map(({ document, place }) => proposedDocument(document, place, newId)),
  };
}

const proposedDocument = (
  document: DescribedDocument,
  place: Placement | undefined,
  newId: () => string,
): ProposedDocument => ({
  id: newId(),
  title: allowedText(documentTitle(document)),
  documentKind: document.documentKind,
  file: document.observed.sha256,
  pages: document.observed.pages,
  certainty: Math.round(100 * Math.min(place?.certainty ?? 0, document.observed.certainty)) / 100,
  because: place?.because ?? 'titleInName',
});

const kinds = ['summons', 'officialReport', 'minutesExtract', 'attachment', 'other'];
const byNumberedName = new Intl.Collator('sv', { numeric: true });

/** The report first, then minutes, then attachments by their number; parts of a merged file stay as they lay. */
function compareDocuments(a: DescribedDocument, b: DescribedDocument): number {
  if (a.observed.pages !== null && b.observed.pages !== null && a.observed.sha256 === b.observed.sha256)
    return a.observed.pages.from - b.observed.pages.from;
  return (
    kinds.indexOf(a.documentKind) - kinds.indexOf(b.documentKind) ||
    (a.name.attachmentNumber ?? 1000) - (b.name.attachmentNumber ?? 1000) ||
    byNumberedName.compare(a.observed.path, b.observed.path)
  );
}
