import type { Annotation } from '../annotation/annotation.ts';
import { groupNotes, quoteOf } from '../annotation/noteList.ts';
import type { NoteHeading } from '../annotation/noteList.ts';
import type { Uuid } from '../pack/manifest.ts';
import { openDocumentsOf, printedHolders } from './printedMeeting.ts';
import type { PrintedDocument, PrintedMeeting } from './printedMeeting.ts';
import type { PrintChoice } from './printOrder.ts';
import { eachPage } from './pageWords.ts';

/** A note as it is printed. */
export interface ListedNote {
  /** Counts from 1 through everything that is printed; the same on the page and in the list. */
  readonly number: number;
  readonly note: Annotation;
  readonly quote: string;
  readonly document: PrintedDocument | null;
  /** The document's own page; null when the note stands on no page of what is in the pack now. */
  readonly page: number | null;
  readonly packPage: number | null;
  readonly quads: readonly (readonly number[])[];
}

export interface ListedGroup {
  readonly heading: NoteHeading;
  readonly notes: readonly ListedNote[];
}

/** The notes that belong to what is printed, numbered in reading order under their headings. */
export function listNotes(
  notes: readonly Annotation[],
  meeting: PrintedMeeting,
  choice: PrintChoice,
): readonly ListedGroup[] {
  const documents = new Map(
    printedHolders(meeting)
      .flatMap(openDocumentsOf)
      .map((document) => [document.id, document]),
  );
  const belongs = membership(choice);
  let number = 0;
  return groupNotes(notes, meeting).flatMap(({ heading, notes: members }) => {
    const listed = members
      .map((note) => placed(note, documents))
      .filter((note) => belongs(heading, note))
      .map((note) => ({ ...note, number: (number += 1) }));
    return listed.length === 0 ? [] : [{ heading, notes: listed }];
  });
}

type PlacedNote = Omit<ListedNote, 'number'>;

function placed(note: Annotation, documents: ReadonlyMap<Uuid, PrintedDocument>): PlacedNote {
  const { source, selectors } = note.target;
  const document = source.type === 'document' ? (documents.get(source.document) ?? null) : null;
  const nowhere = { note, quote: quoteOf(note), document, page: null, packPage: null, quads: [] };
  const selector = selectors.find(({ type }) => type === 'PageSelector');
  if (document === null || selector?.type !== 'PageSelector' || selector.sha256 !== document.sha256)
    return nowhere;
  const page = selector.page - (document.pages?.from ?? 1) + 1;
  if (page < 1 || page > document.pageCount) return nowhere;
  const packPage = document.firstPackPage === null ? null : document.firstPackPage + page - 1;
  return { ...nowhere, page, packPage, quads: selector.quads };
}

function membership(choice: PrintChoice): (heading: NoteHeading, note: PlacedNote) => boolean {
  switch (choice.what) {
    case 'meeting':
      return () => true;
    case 'items': {
      const ids = new Set(choice.ids);
      return (heading) => ids.has(holderOf(heading) ?? '');
    }
    case 'pages': {
      const pages = new Map(choice.documents.map(({ id, pages: ranges }) => [id, ranges]));
      return (_heading, { document, page }) => {
        if (document === null || !pages.has(document.id)) return false;
        const ranges = pages.get(document.id) ?? null;
        if (ranges === null) return true;
        return page !== null && eachPage(ranges, document.pageCount).includes(page);
      };
    }
  }
}

function holderOf(heading: NoteHeading): Uuid | null {
  if (heading.type === 'item') return heading.item;
  return heading.type === 'briefing' ? heading.briefing : null;
}
