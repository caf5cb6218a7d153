import { drawNamedFigure, figureHeight } from './figures/named.mjs';
import { drawTable, leastTableHeight } from './pdf/table.mjs';

/**
 * Puts blocks on paper in order.
 * @param {import('./pdf/paper.mjs').Paper} paper
 * @param {import('./markup.mjs').Block[]} blocks
 */
export function layOut(paper, blocks) {
  for (const [index, block] of blocks.entries()) {
    switch (block.kind) {
      case 'heading':
        paper.heading(block.level, block.text, block.keep ?? heightToKeep(paper, blocks[index + 1]));
        break;
      case 'paragraph':
        paper.paragraph(block.text);
        break;
      case 'list':
        paper.list(block.items, block.ordered);
        break;
      case 'table':
        drawTable(paper, block);
        break;
      case 'figure':
        drawNamedFigure(paper, block);
        break;
      case 'pageBreak':
        paper.addPage();
        break;
      default:
        throw new Error(`no way to lay out a block of kind "${block.kind}"`);
    }
  }
}

/** A heading never stands alone at the foot of a page. */
function heightToKeep(paper, next) {
  if (next?.kind === 'figure') return figureHeight(next) + 40;
  if (next?.kind === 'heading') return (next.keep ?? 54) + 36;
  return next?.kind === 'table' ? leastTableHeight(paper, next) : 44;
}
