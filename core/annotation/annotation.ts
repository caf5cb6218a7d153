import type { Sha256, Uuid } from '../pack/manifest.ts';
import type { NoteDetails } from './noteDetails.ts';

/** Kinds that a later Beredd adds are carried on unread. */
export const annotationKinds = [
  'highlight',
  'underline',
  'note',
  'bookmark',
  'question',
  'freeText', // words written on the page itself
  'ink',
  'area', // a map, table or picture: the quad of its PageSelector
  'task',
  'stance', // where the person stands on an item
  'speech', // a piece of the speech draft of an item
  'proposal', // a motion (yrkande) to be made
  'reservation',
  'conflict', // the self-check of a conflict of interest, always private
] as const;
export type AnnotationKind = (typeof annotationKinds)[number];

/** Drawn or written on the page itself: the quad of the PageSelector is the frame around it. */
export const drawnKinds = ['freeText', 'ink', 'area'] as const satisfies readonly AnnotationKind[];
export type DrawnKind = (typeof drawnKinds)[number];

export const isDrawnKind = (kind: AnnotationKind): kind is DrawnKind =>
  drawnKinds.some((drawn) => drawn === kind);

/** Always visible on a note: Privat (the default), Partigrupp, Till kansliet. */
export const noteClasses = ['private', 'partyGroup', 'toOffice'] as const;
export type NoteClass = (typeof noteClasses)[number];

export const highlightColours = ['yellow', 'green', 'blue', 'pink'] as const;
export type HighlightColour = (typeof highlightColours)[number];

/** What a note is about. Ids are those of the pack, so they outlive renumbering, renaming and replacing. */
export type AnnotationSource =
  | { readonly type: 'meeting' }
  | { readonly type: 'item'; readonly item: Uuid }
  | { readonly type: 'document'; readonly document: Uuid; readonly item: Uuid | null }
  | { readonly type: 'briefing'; readonly briefing: Uuid }
  | { readonly type: 'point'; readonly briefing: Uuid; readonly point: Uuid }
  | { readonly type: 'keyFigure'; readonly briefing: Uuid; readonly keyFigure: Uuid }
  | { readonly type: 'commitment'; readonly briefing: Uuid; readonly commitment: Uuid };

/**
 * Where in a document, said in several ways at once (W3C Web Annotation Data Model), so that the place can be found
 * again when the document is replaced.
 */
export type Selector =
  | {
      readonly type: 'PageSelector';
      /** The exact file the note was made on. */
      readonly sha256: Sha256;
      /** 1-based page of that file (not of the document, when several documents share a file). */
      readonly page: number;
      /**
       * One entry a line of marked text, eight numbers each, PDF user space, in the order of QuadPoints
       * (ISO 32000-1, 12.5.6.10): upper left, upper right, lower left, lower right. Empty for a whole page.
       */
      readonly quads: readonly (readonly number[])[];
    }
  | {
      readonly type: 'TextQuoteSelector';
      readonly exact: string;
      /** 32 characters before and after, fewer at the ends of the document. */
      readonly prefix: string;
      readonly suffix: string;
      /** Version of the text normalisation (core/text/normaliseText.ts) these were taken from. */
      readonly normalisation: number;
    }
  | {
      readonly type: 'TextPositionSelector';
      /** Offsets in UTF-16 units of the page's normalised text. */
      readonly start: number;
      readonly end: number;
    }
  | {
      /**
       * The words under something drawn or written on a page, or nearest to it. They are not what the note is about; they
       * say where it belongs when the document is replaced.
       */
      readonly type: 'NearbyTextSelector';
      readonly exact: string;
      readonly prefix: string;
      readonly suffix: string;
      readonly normalisation: number;
      /** Offset in UTF-16 units of the page's normalised text. */
      readonly start: number;
      /** Where these words stood, one entry a line, as in a PageSelector. */
      readonly quads: readonly (readonly number[])[];
    };

export interface AnnotationTarget {
  readonly meeting: Uuid;
  readonly source: AnnotationSource;
  readonly selectors: readonly Selector[];
}

/** A note as people see it: the result of folding its operations. */
export interface Annotation extends NoteDetails {
  readonly id: Uuid;
  readonly kind: AnnotationKind;
  readonly noteClass: NoteClass;
  /** Only for highlights and underlines. */
  readonly colour: HighlightColour | null;
  readonly target: AnnotationTarget;
  /** What the person wrote; may be empty for marks. Plain text with line feeds. */
  readonly text: string;
  /** Milliseconds since 1970, from the operations' clock. */
  readonly createdAt: number;
  readonly modifiedAt: number;
  /**
   * Other texts written at the same time on other devices that could not be merged; empty in the ordinary case. The
   * person's next edit replaces them all.
   */
  readonly conflictingTexts: readonly string[];
  /** The person keeps it in the tray, whatever place a revision offers; left out: no. */
  readonly inTray?: boolean;
}

/** What the screen sends to make a note; main gives it its id, clock and place in the log. */
export interface AnnotationDraft extends NoteDetails {
  readonly kind: AnnotationKind;
  readonly noteClass: NoteClass;
  readonly colour: HighlightColour | null;
  readonly target: AnnotationTarget;
  readonly text: string;
}

/** A change to a note: only the named fields change. */
export interface AnnotationPatch extends NoteDetails {
  readonly text?: string;
  readonly colour?: HighlightColour;
  readonly noteClass?: NoteClass;
  readonly kind?: AnnotationKind;
  /** The person says where it belongs now; what it was made on stays in the log. */
  readonly target?: AnnotationTarget;
  readonly inTray?: boolean;
}
