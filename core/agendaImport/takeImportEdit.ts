import type { Draft, DraftDocument, DraftItem } from '../draft/draft.ts';
import type { DraftEdit } from '../draft/draftEdit.ts';
import { numberingFor, withFewestFixed } from './importedNumbers.ts';
import { isSummonsItem } from './summonsItem.ts';
import type { ImportProposal, ProposedDocument, ProposedItem } from './proposal.ts';

/**
 * The edit that takes an accepted proposal into the draft, so that it is taken back in one: what the summons says of a
 * meeting that was still blank, new items with what is below them, documents for items that are there, and the files that
 * these use. Unplaced documents are not taken. Null for a proposal that was refused, or that brings nothing.
 */
export function takeImportEdit(draft: Draft, proposal: ImportProposal | null): DraftEdit | null {
  if (proposal === null) return null;
  const ofMeeting = meetingFound(draft, proposal);
  const content = contentFound(draft, proposal);
  const isNothing = Object.keys(ofMeeting).length === 0 && content === null;
  if (isNothing) return null;
  return { do: 'takeImport', items: [], documents: [], files: [], ...content, ...ofMeeting };
}

type TakeImport = Extract<DraftEdit, { do: 'takeImport' }>;

/** What the secretary wrote stays; only what is blank is filled. */
function meetingFound(
  { meeting }: Draft,
  { meeting: found }: ImportProposal,
): Pick<TakeImport, 'body' | 'meeting'> {
  const patch = {
    ...(meeting.title === '' && found.title !== null ? { title: found.title } : {}),
    ...(meeting.start === null && found.start !== null ? { start: found.start } : {}),
    ...(meeting.place === null && found.place !== null ? { place: found.place } : {}),
  };
  return {
    ...(meeting.body.name === '' && found.bodyName !== null
      ? { body: { ...meeting.body, name: found.bodyName } }
      : {}),
    ...(Object.keys(patch).length > 0 ? { meeting: patch } : {}),
  };
}

function contentFound(
  draft: Draft,
  proposal: ImportProposal,
): Pick<TakeImport, 'items' | 'documents' | 'files' | 'numbering'> | null {
  const known = new Set(idsOf(draft.items));
  const added = nested(proposal.items.filter(({ id }) => !known.has(id)));
  const documents = proposal.items
    .filter(({ id, documents: own }) => known.has(id) && own.length > 0)
    .map(({ id, documents: own }) => ({ itemId: id, documents: own.map(draftDocument) }));
  if (added.length === 0 && documents.length === 0) return null;
  const used = new Set(proposal.items.flatMap(({ documents: own }) => own.map(({ file }) => file)));
  const files = proposal.files.filter(({ sha256 }) => used.has(sha256));
  const numbering = numberingFor(draft, added);
  const items = [...withFewestFixed(draft, numbering, added)];
  const { style, first } = draft.numbering;
  const isCountedOtherwise = numbering.style !== style || numbering.first !== first;
  return { items, documents, files, ...(isCountedOtherwise ? { numbering } : {}) };
}

const idsOf = (items: readonly DraftItem[]): readonly string[] =>
  items.flatMap((item) => [item.id, ...idsOf(item.children)]);

/** Items of level 1 become children of the item before them. */
function nested(items: readonly ProposedItem[]): DraftItem[] {
  const roots: { item: ProposedItem; children: DraftItem[] }[] = [];
  for (const item of items) {
    const last = roots.at(-1);
    if (item.level > 0 && last !== undefined) last.children.push(draftItem(item, []));
    else roots.push({ item, children: [] });
  }
  return roots.map(({ item, children }) => draftItem(item, children));
}

const draftItem = (item: ProposedItem, children: readonly DraftItem[]): DraftItem => ({
  id: item.id,
  number: item.number,
  numberFixed: isSummonsItem(item),
  title: item.title,
  itemKind: item.itemKind,
  registryNumber: item.registryNumber,
  presenter: item.presenter,
  minutes: item.minutes,
  proposedDecision: [...item.proposedDecision],
  documents: item.documents.map(draftDocument),
  conflicts: [],
  seal: null,
  extensions: {},
  children: [...children],
});

const draftDocument = ({ id, title, documentKind, file, pages }: ProposedDocument): DraftDocument => ({
  id,
  title,
  documentKind,
  file,
  pages,
  personalData: false,
  withOriginal: false,
  extensions: {},
});
