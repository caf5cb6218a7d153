import type { AnnotationTarget, Selector } from '../annotation.ts';
import type { PageText } from '../../text/pageText.ts';
import { selectorsFor } from '../../text/textSelectors.ts';
import { findPage, hasTellingText } from './findPage.ts';
import type { DrawnPlacement } from './drawnPlace.ts';
import { drawnPlacement, nearbySelector } from './drawnPlace.ts';
import type { AnchoredQuote } from './findPlace.ts';
import { findPlace } from './findPlace.ts';
import type { HeldDocument, Holder } from './meetingDocuments.ts';
import type { CheckReason } from './notePlacement.ts';
import { pageSelectors, quoteSelectors, sourceOn } from './notePlacement.ts';
import type { PageRange, SearchableDocument } from './searchableText.ts';

/** A note whose document was replaced, with what is known of the old one. */
export interface NoteToPlace {
  readonly target: AnnotationTarget;
  /** What its document stood under when the note was made; null when no revision here says so. */
  readonly holder: Holder | null;
  /** First page of the old file that was the document's own. */
  readonly oldFromPage: number;
  /** Null when the old file is not here any more. */
  readonly old: SearchableDocument | null;
}

/** A place in words or, without a quote, a page; offsets are of the pages' text. */
export type FoundPlace =
  | {
      readonly kind: 'found' | 'check';
      readonly documentId: string;
      readonly score: number;
      readonly why: CheckReason;
      /** Empty for a whole page. */
      readonly ranges: readonly PageRange[];
      /** The document's own, 1-based. */
      readonly page: number;
    }
  | { readonly kind: 'nowhere' };

const nowhere: FoundPlace = { kind: 'nowhere' };

/** Looks for a note's place among documents that have been read. Never a silent guess. */
export function lookFor(note: NoteToPlace, documents: readonly SearchableDocument[]): FoundPlace {
  const quote = anchoredQuote(note);
  if (quote === null) return lookForPage(note, documents);
  const placement = findPlace(quote, documents);
  if (placement.kind === 'kept') return nowhere;
  if (placement.kind === 'tray') return isDrawn(note.target) ? lookForDrawn(note, documents) : nowhere;
  const { kind, documentId, score, ranges } = placement;
  return { kind, documentId, score, why: 'words', ranges, page: ranges[0]?.page ?? 1 };
}

/**
 * The quote of a note as one, also when it reaches over page breaks, or the words near what was drawn; null for a note
 * without words.
 */
export function anchoredQuote({ target, holder, oldFromPage, old }: NoteToPlace): AnchoredQuote | null {
  const quotes = quoteSelectors(target);
  const [page] = pageSelectors(target);
  const position = target.selectors.find((selector) => selector.type === 'TextPositionSelector');
  const nearby = quotes.length === 0 ? nearbySelector(target) : null;
  const exact = nearby?.exact ?? quotes.map((quote) => quote.exact).join('\n');
  if (target.source.type !== 'document' || page === undefined || exact.trim() === '') return null;
  const ownPage = page.page - oldFromPage + 1;
  return {
    documentId: target.source.document,
    itemId: holder?.id ?? target.source.item,
    sha256: page.sha256,
    exact,
    prefix: (nearby ?? quotes[0])?.prefix ?? '',
    suffix: (nearby ?? quotes.at(-1))?.suffix ?? '',
    share: old === null ? 0 : Math.min(1, (ownPage - 1) / Math.max(1, old.pages.length)),
    page: ownPage,
    start: (nearby ?? position)?.start ?? 0,
    old,
  };
}

/** The words under what was drawn are gone. Its page may still be there, but only the person can say whether it fits. */
function lookForDrawn(note: NoteToPlace, documents: readonly SearchableDocument[]): FoundPlace {
  const page = lookForPage(note, documents);
  return page.kind === 'nowhere' ? page : { ...page, kind: 'check' };
}

function lookForPage(note: NoteToPlace, documents: readonly SearchableDocument[]): FoundPlace {
  const { target, old, oldFromPage } = note;
  const [selector] = pageSelectors(target);
  if (selector === undefined || target.source.type !== 'document') return nowhere;
  const { document } = target.source;
  const page = selector.page - oldFromPage + 1;
  const own = documents.filter(({ documentId }) => documentId === document);
  if (old !== null && hasTellingText(old, page)) {
    const found = findPage(old, page, own) ?? findPage(old, page, documents);
    return found === null ? nowhere : { ...found, why: 'page', ranges: [] };
  }
  const [only] = own;
  if (only === undefined || page < 1 || page > only.pages.length) return nowhere;
  return { kind: 'check', documentId: document, score: 0, why: 'samePage', ranges: [], page };
}

/** A note drawn on a page, an area or ink, fits another page only if that is laid out alike. */
export const isDrawn = (target: AnnotationTarget): boolean =>
  quoteSelectors(target).length === 0 && pageSelectors(target).some(({ quads }) => quads.length > 0);

/** Where a drawn note stands by the words near it; null when it was not found by words. */
export function drawnAt(
  old: AnnotationTarget,
  place: Exclude<FoundPlace, { kind: 'nowhere' }>,
  document: HeldDocument,
  pages: PagesOfPlace,
): DrawnPlacement | null {
  const [range] = place.ranges;
  const geometry = range && pages.laidOut(range.page)?.geometry;
  if (!isDrawn(old) || range === undefined || geometry === undefined) return null;
  return drawnPlacement(old, selectorsOn(document, range, pages), document, geometry);
}

/** What is known of the own pages of the document in which a place was found. */
export interface PagesOfPlace {
  /** With the place of each letter; asked for the pages of the place only. */
  readonly laidOut: (page: number) => PageText | null;
  /** The words of any page. */
  readonly words: (page: number) => string | null;
}

/** The target that stands for a found place: words where they were found, else the whole page. */
export function targetAt(
  old: AnnotationTarget,
  place: Exclude<FoundPlace, { kind: 'nowhere' }>,
  document: HeldDocument,
  pages: PagesOfPlace,
): AnnotationTarget {
  const drawn = drawnAt(old, place, document, pages);
  if (drawn !== null) return drawn.target;
  const source = sourceOn(document);
  const worded = isDrawn(old) ? [] : place.ranges.flatMap((range) => selectorsOn(document, range, pages));
  if (worded.length > 0) return { ...old, source, selectors: worded };
  const filePage = document.fromPage + place.page - 1;
  const { sha256 } = document;
  const selectors = old.selectors.flatMap((selector): Selector[] => {
    // Words belong to the old page: the person who confirms a page has it written anew by moving the note.
    return selector.type === 'PageSelector' ? [{ ...selector, sha256, page: filePage }] : [];
  });
  return { ...old, source, selectors };
}

function selectorsOn(
  document: HeldDocument,
  { page, start, end }: PageRange,
  { laidOut, words }: PagesOfPlace,
): readonly Selector[] {
  const text = laidOut(page);
  if (text === null) return [];
  return (
    selectorsFor({
      sha256: document.sha256,
      filePage: document.fromPage + page - 1,
      page: text,
      range: { start, end },
      previousText: words(page - 1),
      nextText: words(page + 1),
    }) ?? []
  );
}

/** The documents to look in first: those with the old bytes, the note's own, and those of its item. */
export function nearDocuments(
  { target, holder }: Pick<NoteToPlace, 'target' | 'holder'>,
  documents: readonly HeldDocument[],
): readonly HeldDocument[] {
  const [selector] = pageSelectors(target);
  const { source } = target;
  if (source.type !== 'document') return [];
  return documents.filter(
    (document) =>
      document.id === source.document ||
      document.sha256 === selector?.sha256 ||
      document.holder.id === (holder?.id ?? source.item),
  );
}
