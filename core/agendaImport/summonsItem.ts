import type { AgendaEntry } from './agendaEntry.ts';
import type { ImportProposal, ProposedItem } from './proposal.ts';

/** The title of the item that carries the summons itself. */
const title = 'Kallelse';

/** Where a summons that came as a document goes: the draft's own item for it, or a new one before all others. */
export interface SummonsPlace {
  readonly entry: AgendaEntry;
  readonly isNew: boolean;
}

/**
 * The place for the summons; null when there is none, or when a draft that has items already has none for it: nothing is
 * put before what the secretary has ordered.
 */
export function summonsPlace(
  hasSummons: boolean,
  existing: readonly AgendaEntry[],
  newId: () => string,
): SummonsPlace | null {
  if (!hasSummons) return null;
  const known = existing.find((entry) => entry.number === null && entry.title.trim() === title);
  if (known !== undefined) return { entry: known, isNew: false };
  if (existing.length > 0) return null;
  return { entry: { ...unnumbered, id: newId(), title }, isNew: true };
}

const unnumbered = {
  number: null,
  itemKind: 'formality',
  registryNumber: null,
  presenter: null,
  minutes: null,
  proposedDecision: [],
  level: 0,
  page: null,
} as const;

/** The item is the summons' own: it takes no number, and the count of the others begins after it. */
export const isSummonsItem = ({ number, documents }: Pick<ProposedItem, 'number' | 'documents'>): boolean =>
  number === null &&
  documents.length > 0 &&
  documents.every(({ documentKind }) => documentKind === 'summons');

/** The new item for the summons, when the proposal has one. */
export const proposedSummons = (proposal: ImportProposal): ProposedItem | null =>
  proposal.items.find(isSummonsItem) ?? null;

/** The summons is not taken along: readers have the agenda itself, and a summons can be made of it. */
export const leaveSummonsOut = (proposal: ImportProposal): ImportProposal => ({
  ...proposal,
  items: proposal.items.filter((item) => !isSummonsItem(item)),
});
