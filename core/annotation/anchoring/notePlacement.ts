import type { Uuid } from '../../pack/manifest.ts';
import type { AnnotationSource, AnnotationTarget, Selector } from '../annotation.ts';
import type { HeldDocument, Holder, MeetingDocuments } from './meetingDocuments.ts';
import { hasFilePage } from './meetingDocuments.ts';

/** Raised when the rules of placing change: what was placed by other rules is placed anew. */
export const anchoringVersion = 3;

/** Under which heading a tray stands: the note's item or briefing, or the meeting when that is gone. */
export type TrayHeading = Holder | { readonly type: 'meeting' };

/**
 * Where a note stands in a revision. Derived, never stored as the note's own: the note's target is what the person said.
 * `found`: the same words in the same surroundings. `check`: probably here, the person must look. `tray`: nowhere.
 */
export type NotePlacement =
  | { readonly kind: 'kept' }
  | {
      readonly kind: 'found' | 'check';
      /** The place in the revision, as a target that the person may confirm. */
      readonly target: AnnotationTarget;
      /** Share of the quote's letters, or of the page's, that stand there unchanged, 0 to 1. */
      readonly score: number;
      readonly why: CheckReason;
    }
  | { readonly kind: 'tray'; readonly heading: TrayHeading; readonly why: TrayReason };

/**
 * `words`: found by the quoted words. `page`: found by the words of the whole page. `samePage`: there are no words to go
 * by, so it is the page with the same number.
 */
export const checkReasons = ['words', 'page', 'samePage'] as const;
export type CheckReason = (typeof checkReasons)[number];

/**
 * `gone`: what the note stood on was withdrawn. `noText`: the new document has no words to look in. `byPerson`: the
 * person keeps it there.
 */
export const trayReasons = ['notFound', 'gone', 'noText', 'byPerson'] as const;
export type TrayReason = (typeof trayReasons)[number];

export type PageSelector = Extract<Selector, { readonly type: 'PageSelector' }>;
export type QuoteSelector = Extract<Selector, { readonly type: 'TextQuoteSelector' }>;

export const pageSelectors = ({ selectors }: AnnotationTarget): readonly PageSelector[] =>
  selectors.filter((selector) => selector.type === 'PageSelector');

export const quoteSelectors = ({ selectors }: AnnotationTarget): readonly QuoteSelector[] =>
  selectors.filter((selector) => selector.type === 'TextQuoteSelector');

/**
 * What can be said of a note's place without reading a word; null when its document was replaced and must be read.
 * `before` are the earlier revisions, which know under what a document stood.
 */
export function placementAtOnce(
  target: AnnotationTarget,
  now: MeetingDocuments,
  before: readonly MeetingDocuments[],
): NotePlacement | null {
  const { source } = target;
  if (source.type !== 'document') return placementOfWhole(source, now);
  const own = now.documents.find(({ id }) => id === source.document);
  const pages = pageSelectors(target);
  const [first] = pages;
  if (first === undefined) return own === undefined ? trayOf(target, now, before, 'gone') : { kind: 'kept' };
  const holdsAll = (document: HeldDocument): boolean =>
    pages.every(({ sha256, page }) => sha256 === document.sha256 && hasFilePage(document, page));
  if (own !== undefined && holdsAll(own)) return { kind: 'kept' };
  const other = now.documents.find(holdsAll);
  if (other === undefined) return null;
  return { kind: 'found', target: { ...target, source: sourceOn(other) }, score: 1, why: 'words' };
}

function placementOfWhole(
  source: Exclude<AnnotationSource, { type: 'document' }>,
  now: MeetingDocuments,
): NotePlacement {
  const meetingTray = { kind: 'tray', heading: { type: 'meeting' }, why: 'gone' } as const;
  switch (source.type) {
    case 'meeting':
      return { kind: 'kept' };
    case 'item':
      return now.items.has(source.item) ? { kind: 'kept' } : meetingTray;
    case 'briefing':
      return now.briefings.has(source.briefing) ? { kind: 'kept' } : meetingTray;
    case 'point':
    case 'keyFigure':
    case 'commitment':
      if (!now.briefings.has(source.briefing)) return meetingTray;
      return now.parts.has(partOf(source))
        ? { kind: 'kept' }
        : { kind: 'tray', heading: { type: 'briefing', id: source.briefing }, why: 'gone' };
  }
}

/** The part of a briefing that a note is on. */
function partOf(source: Extract<AnnotationSource, { type: 'point' | 'keyFigure' | 'commitment' }>): Uuid {
  if (source.type === 'point') return source.point;
  return source.type === 'keyFigure' ? source.keyFigure : source.commitment;
}

/** What a note on a document is about, once it stands on this one. */
export const sourceOn = ({ id, holder }: HeldDocument): AnnotationSource => ({
  type: 'document',
  document: id,
  item: holder.type === 'item' ? holder.id : null,
});

/** The tray of the note's item or briefing, of the one its document stands in now, or stood in, else of the meeting. */
export function trayOf(
  target: AnnotationTarget,
  now: MeetingDocuments,
  before: readonly MeetingDocuments[],
  why: TrayReason,
): NotePlacement {
  return { kind: 'tray', heading: trayHeading(target.source, now, before), why };
}

/** Which tray a note goes to that the person keeps off the pages. */
export function trayHeading(
  source: AnnotationSource,
  now: MeetingDocuments,
  before: readonly MeetingDocuments[],
): TrayHeading {
  if (source.type === 'meeting') return { type: 'meeting' };
  if (source.type !== 'document')
    return firstKnown(
      [source.type === 'item' ? itemHolder(source.item) : { type: 'briefing', id: source.briefing }],
      now,
    );
  const holders = [now, ...before].flatMap(({ documents }) =>
    documents.filter(({ id }) => id === source.document).map(({ holder }) => holder),
  );
  return firstKnown([...(source.item === null ? [] : [itemHolder(source.item)]), ...holders], now);
}

const itemHolder = (id: Uuid): Holder => ({ type: 'item', id });

const firstKnown = (holders: readonly Holder[], { items, briefings }: MeetingDocuments): TrayHeading =>
  holders.find(({ type, id }) => (type === 'item' ? items : briefings).has(id)) ?? { type: 'meeting' };

/** Where the notes of a meeting stand in the revision shown. */
export interface PlacementsView {
  readonly meetingId: Uuid;
  readonly revision: number;
  /** By note. A note that stands where it was made is not listed, nor one that is still being looked for. */
  readonly placements: Readonly<Record<Uuid, NotePlacement>>;
  /** Notes still being looked for; null when none is. */
  readonly looking: { readonly done: number; readonly total: number } | null;
}
