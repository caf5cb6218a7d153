import type { Annotation } from '../../annotation/annotation.ts';
import type { ProposalKind, Stance } from '../../annotation/noteDetails.ts';
import type { Uuid } from '../../pack/manifest.ts';
import type { ItemSheet, SheetAgendaItem, SheetNote } from '../sheet.ts';
import { itemSheets } from '../sheet.ts';

/** Words that stand in an open document, with its own page. */
export interface OfferedQuote {
  readonly noteId: Uuid;
  readonly text: string;
  readonly document: string;
  readonly page: number;
}

/** A note of the class To the office: the person gave it away already. */
export interface OfferedNote {
  readonly noteId: Uuid;
  readonly proposalKind: ProposalKind | null;
  readonly text: string;
  readonly reason: string;
}

/** What of an item may go out, each part only when the person chooses it. */
export interface OfferedItem {
  readonly id: Uuid;
  readonly number: string | null;
  readonly title: string;
  readonly proposedDecision: readonly string[];
  readonly stance: Stance | null;
  readonly quotes: readonly OfferedQuote[];
  readonly notes: readonly OfferedNote[];
  readonly documents: readonly { readonly id: Uuid; readonly title: string }[];
}

/** A conflict of interest is nobody's business; a stance has its own place. */
const neverOut: ReadonlySet<Annotation['kind']> = new Set(['conflict', 'stance', 'task']);

/**
 * What a public digest may be made of. Sealed items are not in it, nor what stands below them, also when the person may
 * read them. Of a private note or one of the party group at most the words it quotes from an open document are offered:
 * neither its text nor names, tags and reasons.
 */
export function digestOffer(
  agenda: readonly SheetAgendaItem[],
  notes: readonly Annotation[],
): readonly OfferedItem[] {
  return itemSheets(openItems(agenda), notes).map(offeredItem);
}

/** The agenda without sealed items and what stands below them. */
export const openItems = (agenda: readonly SheetAgendaItem[]): readonly SheetAgendaItem[] =>
  agenda
    .filter(({ sealed }) => sealed === null)
    .map((item) => ({ ...item, children: openItems(item.children) }));

function offeredItem({ item, stance, all }: ItemSheet): OfferedItem {
  return {
    id: item.id,
    number: item.number,
    title: item.title,
    proposedDecision: item.proposedDecision,
    stance,
    quotes: all.flatMap(offeredQuote),
    notes: all.flatMap(offeredNote),
    documents: item.documents.map(({ id, title }) => ({ id, title })),
  };
}

/** Only what stands on a page of the revision shown: an old quote may be what was taken out of the document. */
function offeredQuote({ note, quote, document, page }: SheetNote): readonly OfferedQuote[] {
  if (quote === '' || document === null || page === null || neverOut.has(note.kind)) return [];
  return [{ noteId: note.id, text: quote, document, page }];
}

function offeredNote({ note }: SheetNote): readonly OfferedNote[] {
  const { id, kind, noteClass, text, reason = '', proposalKind = null } = note;
  if (noteClass !== 'toOffice' || neverOut.has(kind)) return [];
  const words = { text: text.trim(), reason: reason.trim() };
  if (words.text === '' && words.reason === '') return [];
  return [{ noteId: id, proposalKind: kind === 'proposal' ? proposalKind : null, ...words }];
}
