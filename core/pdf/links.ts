import { destinationReader } from './linksDestination.ts';
import type { LinkTarget } from './linksTarget.ts';
import { plainLine, targetOfUri } from './linksTarget.ts';
import type { PdfiumHeap } from './pdfiumHeap.ts';
import type { PdfiumModule } from './pdfiumModule.ts';
import { pdfiumStrings } from './structureStrings.ts';

/** An upright rectangle in PDF user space. */
export interface LinkBox {
  readonly left: number;
  readonly bottom: number;
  readonly right: number;
  readonly top: number;
}

/** A link on a page: link annotations, and addresses that stand in the text. */
export interface PageLink {
  /** At least one. */
  readonly boxes: readonly LinkBox[];
  readonly target: LinkTarget;
  /** The words it lies over; empty over a picture. */
  readonly text: string;
}

/** More links on a page, or boxes of a link, are hostile; the rest is left out. */
const maxLinks = 500;
const maxBoxes = 50;
/** Points; a smaller area cannot be hit. */
const leastSide = 1;

/** Reads the links of a loaded page (FPDF_PAGE). `textPage` (FPDF_TEXTPAGE) may be 0: then only annotations are found. */
export function readPageLinks(
  module: PdfiumModule,
  heap: PdfiumHeap,
  { document, page, textPage, pageCount }: PageHandles,
): readonly PageLink[] {
  const destinations = destinationReader(module, heap, document, pageCount);
  const strings = pdfiumStrings(heap);
  const scratch = heap.allocate(40);
  const links: PageLink[] = [];

  const wordsIn = (box: LinkBox): string =>
    textPage === 0
      ? ''
      : strings.read((buffer, length) =>
          bytesOfUnits(
            module.FPDFText_GetBoundedText(
              textPage,
              box.left,
              box.top,
              box.right,
              box.bottom,
              buffer,
              length / 2,
            ) + 1,
          ),
        );

  const readAnnotations = (): void => {
    heap.writeWords(scratch, [0, 0]);
    for (let read = 0; read < maxLinks; read++) {
      if (!module.FPDFLink_Enumerate(page, scratch, scratch + 4)) return;
      const link = heap.word(scratch + 4);
      const boxes = boxesOfAnnotation(module, heap, link, scratch + 8);
      const target =
        destinations.ofDestination(module.FPDFLink_GetDest(document, link)) ??
        destinations.ofAction(module.FPDFLink_GetAction(link));
      if (boxes.length > 0 && target !== null)
        links.push({ boxes, target, text: plainLine(boxes.map(wordsIn).join(' ')) });
    }
  };

  const readAddresses = (): void => {
    const found = textPage === 0 ? 0 : module.FPDFLink_LoadWebLinks(textPage);
    if (found === 0) return;
    const annotated = links.flatMap((link) => link.boxes);
    const count = Math.min(maxLinks - links.length, module.FPDFLink_CountWebLinks(found));
    for (let index = 0; index < count; index++) {
      const address = strings.read((buffer, length) =>
        bytesOfUnits(module.FPDFLink_GetURL(found, index, buffer, length / 2)),
      );
      const boxes = boxesOfAddress(module, heap, found, index, scratch);
      const target = targetOfUri(plainLine(address, 4096));
      // What the author made a link of leads where the author said.
      if (target?.type !== 'address' || boxes.length === 0 || boxes.some((box) => isIn(box, annotated)))
        continue;
      links.push({ boxes, target, text: plainLine(address) });
    }
    module.FPDFLink_CloseWebLinks(found);
  };

  readAnnotations();
  readAddresses();
  destinations.free();
  strings.free();
  heap.free(scratch);
  return links;
}

/** FPDF_DOCUMENT, FPDF_PAGE and FPDF_TEXTPAGE. */
export interface PageHandles {
  readonly document: number;
  readonly page: number;
  readonly textPage: number;
  readonly pageCount: number;
}

const bytesOfUnits = (units: number): number => Math.max(0, units) * 2;

/** The quads, one a line of words, where the file has them and they lie in its rectangle; else the rectangle. */
function boxesOfAnnotation(
  module: PdfiumModule,
  heap: PdfiumHeap,
  link: number,
  scratch: number,
): readonly LinkBox[] {
  if (!module.FPDFLink_GetAnnotRect(link, scratch)) return [];
  const whole = boxAround(heap.floats(scratch, 4));
  if (whole === null) return [];
  const boxes: LinkBox[] = [];
  const count = Math.min(maxBoxes, module.FPDFLink_CountQuadPoints(link));
  for (let index = 0; index < count; index++) {
    if (!module.FPDFLink_GetQuadPoints(link, index, scratch)) continue;
    const box = boxAround(heap.floats(scratch, 8));
    if (box !== null && isIn(box, [whole])) boxes.push(box);
  }
  return boxes.length > 0 ? boxes : [whole];
}

function boxesOfAddress(
  module: PdfiumModule,
  heap: PdfiumHeap,
  found: number,
  index: number,
  scratch: number,
): readonly LinkBox[] {
  const boxes: LinkBox[] = [];
  const count = Math.min(maxBoxes, module.FPDFLink_CountRects(found, index));
  for (let rect = 0; rect < count; rect++) {
    const [left, top, right, bottom] = [scratch, scratch + 8, scratch + 16, scratch + 24];
    if (!module.FPDFLink_GetRect(found, index, rect, left, top, right, bottom)) continue;
    const box = boxAround([left, top, right, bottom].map((pointer) => heap.double(pointer)));
    if (box !== null) boxes.push(box);
  }
  return boxes;
}

/** Around points x, y, x, y, …; null when it is too small to hit or no numbers. */
function boxAround(numbers: ArrayLike<number>): LinkBox | null {
  const all = Array.from(numbers);
  if (!all.every(Number.isFinite)) return null;
  const xs = all.filter((_, at) => at % 2 === 0);
  const ys = all.filter((_, at) => at % 2 === 1);
  const box = {
    left: Math.min(...xs),
    bottom: Math.min(...ys),
    right: Math.max(...xs),
    top: Math.max(...ys),
  };
  return box.right - box.left < leastSide || box.top - box.bottom < leastSide ? null : box;
}

/** Whether the middle of a box lies in one of the others. */
function isIn(box: LinkBox, others: readonly LinkBox[]): boolean {
  const [x, y] = [(box.left + box.right) / 2, (box.bottom + box.top) / 2];
  return others.some((other) => x >= other.left && x <= other.right && y >= other.bottom && y <= other.top);
}
