import type { MarkedDrawing } from '../pdf/structureDrawings.ts';
import { unmarked } from '../pdf/structureElement.ts';
import type { StructureElement } from '../pdf/structureElement.ts';
import type { PageGeometry } from '../pdf/pageGeometry.ts';
import type { Box, PageText } from '../text/pageText.ts';
import { around, boxAt } from '../text/pageText.ts';
import type { Block, FigureBlock } from './pageStructure.ts';
import { wordsOf } from './pageStructure.ts';

/** Points. What is smaller decorates, and is not shown as a picture of its own. */
const leastSide = 24;
/** A picture over more of the page than this is its background, or the page itself as a scan. */
const mostOfPage = 0.85;
/** Of the page's height: running heads and feet. */
const marginShare = 0.14;
/** More letters over a picture than a legend has: then it is their background. */
const mostLettersOnPicture = 400;

/** Where a figure's marked content is drawn; null when nothing of it is, or only something tiny. */
export function boxOfElement(element: StructureElement, drawings: ReadonlyMap<number, Box>): Box | null {
  const boxes: Box[] = [];
  const collect = (kids: StructureElement['kids']): void => {
    for (const kid of kids) {
      if (typeof kid !== 'number') collect(kid.kids);
      else {
        const box = drawings.get(kid);
        if (box) boxes.push(box);
      }
    }
  };
  collect(element.kids);
  const box = boxes.length === 0 ? null : around(boxes);
  return box && isLarge(box) ? box : null;
}

/** Puts the pictures of a page without tags between the blocks of its words: each before the first that lies below it. */
export function withPictures(
  blocks: readonly Block[],
  page: PageText,
  drawings: readonly MarkedDrawing[],
): readonly Block[] {
  const placed: { readonly at: number; readonly top: number; readonly figure: FigureBlock }[] = [];
  for (const { mark, box } of drawings) {
    if (mark !== unmarked || !isLarge(box) || isInMargin(box, page) || isBackground(box, page)) continue;
    const below = blocks.findIndex((block) => (topOf(block, page) ?? Infinity) < (box.top + box.bottom) / 2);
    const at = below < 0 ? blocks.length : below;
    placed.push({ at, top: box.top, figure: { type: 'figure', alternative: '', words: [], box } });
  }
  if (placed.length === 0) return blocks;
  const sorted = placed.toSorted((a, b) => a.at - b.at || b.top - a.top);
  const before = (at: number): readonly Block[] =>
    sorted.filter((each) => each.at === at).map(({ figure }) => figure);
  return [...blocks.flatMap((block, at) => [...before(at), block]), ...before(blocks.length)];
}

const isLarge = ({ left, bottom, right, top }: Box): boolean =>
  right - left >= leastSide && top - bottom >= leastSide;

/** A coat of arms at the head of every page is not what the page is about. */
function isInMargin({ bottom, top }: Box, { geometry }: PageText): boolean {
  const margin = marginShare * (geometry.top - geometry.bottom);
  return bottom > geometry.top - margin || top < geometry.bottom + margin;
}

/** Whether something is drawn behind the page's words rather than among them. */
export function isBackground(box: Box, page: PageText): boolean {
  if (areaOf(box) > mostOfPage * areaOf(page.geometry)) return true;
  let letters = 0;
  for (let at = 0; at < page.text.length; at++) {
    const { left, bottom, right, top } = boxAt(page, at);
    const [x, y] = [(left + right) / 2, (bottom + top) / 2];
    if (x > box.left && x < box.right && y > box.bottom && y < box.top) letters++;
  }
  return letters > mostLettersOnPicture;
}

const areaOf = ({ left, bottom, right, top }: Box | PageGeometry): number =>
  Math.max(0, right - left) * Math.max(0, top - bottom);

/** The upper edge of a block's first word, in user space; null for a block without words. */
function topOf(block: Block, page: PageText): number | null {
  const first = wordsOf(block)[0];
  return first === undefined ? null : boxAt(page, first.start).top;
}
