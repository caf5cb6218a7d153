import type { PDFDict, PDFObject, PDFPage } from '@cantoo/pdf-lib';
import { PDFArray, PDFDict as Dictionary, PDFName, PDFNumber, PDFRef } from '@cantoo/pdf-lib';
import type { PageGeometry } from '../../core/pdf/pageGeometry.ts';
import { a4 } from '../../core/print/imposition.ts';

const name = (text: string): PDFName => PDFName.of(text);

/** Annotations that play, run or carry files. */
const unwanted = new Set(['FileAttachment', 'RichMedia', 'Movie', 'Screen', 'Sound', '3D', 'Popup']);

/**
 * Takes away what a page of somebody's file must not bring into a PDF of ours: actions other than links to an address,
 * media and attached files, and links to pages that did not come along.
 */
export function cleanPage(page: PDFPage, isPage: (ref: PDFRef) => boolean): void {
  page.node.delete(name('AA'));
  const annotations = page.node.lookupMaybe(name('Annots'), PDFArray);
  if (annotations === undefined) return;
  const kept = annotations.asArray().filter((entry) => {
    const annotation = page.doc.context.lookup(entry);
    return annotation instanceof Dictionary && keeps(annotation, isPage);
  });
  if (kept.length === 0) page.node.delete(name('Annots'));
  else page.node.set(name('Annots'), page.doc.context.obj(kept));
}

function keeps(annotation: PDFDict, isPage: (ref: PDFRef) => boolean): boolean {
  const kind = textOf(annotation.lookup(name('Subtype')));
  if (unwanted.has(kind) || (kind === 'Widget' && !becomesPicture(annotation))) return false;
  annotation.delete(name('AA'));
  // What answers another annotation, or opens it, may not be here any more.
  for (const key of ['Popup', 'IRT', 'Parent']) annotation.delete(name(key));
  const action = annotation.lookup(name('A'));
  const isAddress = action instanceof Dictionary && isPlainAddress(action);
  const isInside = leadsTo(annotation.lookup(name('Dest')), isPage);
  const goesInside =
    action instanceof Dictionary &&
    textOf(action.lookup(name('S'))) === 'GoTo' &&
    leadsTo(action.lookup(name('D')), isPage);
  if (!isAddress && !goesInside) annotation.delete(name('A'));
  if (!isInside) annotation.delete(name('Dest'));
  return kind !== 'Link' || isAddress || goesInside || isInside;
}

/** The form a field belongs to does not come along: what it shows stays, as a picture. False when it shows nothing. */
function becomesPicture(field: PDFDict): boolean {
  if (!(field.lookup(name('AP')) instanceof Dictionary)) return false;
  for (const key of ['FT', 'Ff', 'T', 'V', 'DV', 'DA', 'MK', 'Kids', 'Opt']) field.delete(name(key));
  field.set(name('Subtype'), name('Stamp'));
  const flags = field.lookup(name('F'));
  field.set(name('F'), PDFNumber.of((flags instanceof PDFNumber ? flags.asNumber() : printed) | readOnly));
  return true;
}
/** Flags of ISO 32000-1, 12.5.3. */
const printed = 4;
const readOnly = 64;

const isPlainAddress = (action: PDFDict): boolean =>
  textOf(action.lookup(name('S'))) === 'URI' && action.lookup(name('Next')) === undefined;

const textOf = (object: PDFObject | undefined): string =>
  object instanceof PDFName ? object.decodeText() : '';

function leadsTo(destination: PDFObject | undefined, isPage: (ref: PDFRef) => boolean): boolean {
  if (!(destination instanceof PDFArray) || destination.size() < 2) return false;
  const page = destination.get(0);
  return page instanceof PDFRef && isPage(page);
}

/** What a page may measure in points (ISO 32000-1, annex C.2: 14,400 units); anything else is taken for A4. */
const maxPoints = 20_000;

/** The visible box of a page and how it is turned. */
export function geometryOf(page: PDFPage): PageGeometry {
  const quarterTurns = (((page.getRotation().angle / 90) % 4) + 4) % 4;
  const media = boxOf(page, 'MediaBox') ?? { left: 0, bottom: 0, right: a4.width, top: a4.height };
  const crop = boxOf(page, 'CropBox') ?? media;
  const box = {
    left: Math.max(media.left, crop.left),
    bottom: Math.max(media.bottom, crop.bottom),
    right: Math.min(media.right, crop.right),
    top: Math.min(media.top, crop.top),
  };
  const isSane = (length: number): boolean => length >= 1 && length <= maxPoints;
  const shown = isSane(box.right - box.left) && isSane(box.top - box.bottom) ? box : media;
  return { ...shown, quarterTurns: Number.isInteger(quarterTurns) ? quarterTurns : 0 };
}

function boxOf(page: PDFPage, key: string): Omit<PageGeometry, 'quarterTurns'> | null {
  const box = page.node.lookup(name(key));
  if (!(box instanceof PDFArray) || box.size() !== 4) return null;
  const numbers = [0, 1, 2, 3].map((at) => {
    const number = box.lookup(at);
    return number instanceof PDFNumber ? number.asNumber() : NaN;
  });
  if (!numbers.every(Number.isFinite)) return null;
  const [x1 = 0, y1 = 0, x2 = 0, y2 = 0] = numbers;
  const sorted = {
    left: Math.min(x1, x2),
    bottom: Math.min(y1, y2),
    right: Math.max(x1, x2),
    top: Math.max(y1, y2),
  };
  const isSane = (length: number): boolean => length >= 1 && length <= maxPoints;
  return isSane(sorted.right - sorted.left) && isSane(sorted.top - sorted.bottom) ? sorted : null;
}
