import type { PageCharacters } from './pdfEngine.ts';
import type { MarkedDrawing } from './structureDrawings.ts';

/** An element of a page's structure tree (ISO 32000-1, 14.7.2) with what of it lies on that page. */
export interface StructureElement {
  /** A standard structure type (14.8.4) where the file's role map leads to one, else the file's own word. */
  readonly type: string;
  /** BCP 47, as the file says it; empty when it does not. */
  readonly language: string;
  /** What stands for a picture. Empty when the file does not say. */
  readonly alternative: string;
  /** Table attributes (14.8.5.7): spans are at least 1. */
  readonly scope: 'column' | 'row' | 'both' | null;
  readonly columnSpan: number;
  readonly rowSpan: number;
  /** Elements and marked-content identifiers, in reading order. */
  readonly kids: readonly (StructureElement | number)[];
}

/** Instead of a marked-content identifier: the character belongs to none. */
export const unmarked = -1;
/** Instead of a marked-content identifier: an artifact (14.8.2.2), such as a page number. */
export const artifact = -2;

/** A page's characters and what the file says about their meaning. */
export interface TaggedPage {
  readonly characters: PageCharacters;
  /** For each character: its marked-content identifier, `unmarked` or `artifact`. */
  readonly marks: Int32Array;
  /** For each character: 1 when it is set in bold letters. */
  readonly bold: Uint8Array;
  /** Empty when the file has no structure tree. */
  readonly roots: readonly StructureElement[];
  /** Language of the document (BCP 47); empty when the file does not say. */
  readonly language: string;
  /** Where what is not text is drawn: one entry a marked content, and on pages without tags one a picture. */
  readonly drawings: readonly MarkedDrawing[];
  /** Whether anything but text is drawn: pictures, lines, areas. */
  readonly hasDrawings: boolean;
}
