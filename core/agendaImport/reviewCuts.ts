import type { ImportProposal, ProposedDocument } from './proposal.ts';
import type { Place } from './reviewEdits.ts';
import { documentsIn, mapDocuments } from './reviewEdits.ts';

/** A document that is some pages of a file, 1-based and inclusive. */
export interface Part {
  readonly document: ProposedDocument;
  readonly place: Place;
  readonly from: number;
  readonly to: number;
}

/** The documents of one file in the order of their pages. Pages of documents that are left out belong to none. */
export function partsOf(proposal: ImportProposal, file: string): readonly Part[] {
  const pageCount = pagesOf(proposal, file);
  return documentsIn(proposal)
    .filter(({ document }) => document.file === file)
    .map(({ document, place }) => ({
      document,
      place,
      from: document.pages?.from ?? 1,
      to: document.pages?.to ?? pageCount,
    }))
    .toSorted((a, b) => a.from - b.from);
}

const pagesOf = (proposal: ImportProposal, file: string): number =>
  proposal.files.find(({ sha256 }) => sha256 === file)?.pageCount ?? 0;

/** Files that are several documents. */
export const sharedFiles = (proposal: ImportProposal): readonly string[] =>
  proposal.files
    .map(({ sha256 }) => sha256)
    .filter((sha256) =>
      documentsIn(proposal).some(({ document }) => document.file === sha256 && document.pages !== null),
    );

/** Pages after which a document ends and another begins. */
export const cutsOf = (proposal: ImportProposal, file: string): readonly number[] =>
  partsOf(proposal, file)
    .slice(0, -1)
    .map(({ to }) => to);

const withRange = (document: ProposedDocument, from: number, to: number): ProposedDocument => ({
  ...document,
  pages: { from, to },
  certainty: 1,
  because: 'person',
});

/** Puts documents in the place of one, or nothing. */
const replaced = (
  proposal: ImportProposal,
  changes: ReadonlyMap<string, readonly ProposedDocument[]>,
): ImportProposal =>
  mapDocuments(proposal, (documents) =>
    documents.flatMap((document) => changes.get(document.id) ?? [document]),
  );

/** Cuts after a page: the pages behind it become a document of their own in the same place. */
export function addCut(
  proposal: ImportProposal,
  file: string,
  after: number,
  newDocument: { readonly id: string; readonly title: string },
): ImportProposal {
  const part = partsOf(proposal, file).find(({ from, to }) => from <= after && after < to);
  if (part === undefined) return proposal;
  const { document } = part;
  const behind = { ...document, id: newDocument.id, title: newDocument.title };
  return replaced(
    proposal,
    new Map([[document.id, [withRange(document, part.from, after), withRange(behind, after + 1, part.to)]]]),
  );
}

/** Takes a cut away: the document behind it becomes pages of the one before. */
export function removeCut(proposal: ImportProposal, file: string, after: number): ImportProposal {
  const parts = partsOf(proposal, file);
  const before = parts.find(({ to }) => to === after);
  const behind = parts.find(({ from }) => from === after + 1);
  if (before === undefined || behind === undefined) return proposal;
  const joined = withRange(before.document, before.from, behind.to);
  return replaced(
    proposal,
    new Map<string, readonly ProposedDocument[]>([
      [before.document.id, [joined]],
      [behind.document.id, []],
    ]),
  );
}

/** Moves a cut, as far as leaves each of the two documents a page. */
export function moveCut(proposal: ImportProposal, file: string, after: number, to: number): ImportProposal {
  const parts = partsOf(proposal, file);
  const before = parts.find((part) => part.to === after);
  const behind = parts.find(({ from }) => from === after + 1);
  if (before === undefined || behind === undefined || to < before.from || to >= behind.to || to === after)
    return proposal;
  return replaced(
    proposal,
    new Map([
      [before.document.id, [withRange(before.document, before.from, to)]],
      [behind.document.id, [withRange(behind.document, to + 1, behind.to)]],
    ]),
  );
}
