import { colour, column, text } from '../pdf/style.mjs';

/**
 * A tagged figure with its text alternative, and the caption below it.
 * @param {import('../pdf/paper.mjs').Paper} paper
 * @param {{ alt: string, caption: string, height: number, left?: number, width?: number }} figure
 * @param {(doc: object, box: { x: number, y: number, width: number, height: number }) => void} draw
 */
export function drawFigure(paper, { alt, caption, height, left = column.left, width = column.width }, draw) {
  const { doc } = paper;
  paper.need(height + 34);
  const box = { x: left, y: doc.y + 2, width, height };
  const bbox = [left, box.y, left + width, box.y + height];
  paper.tag('Figure', { alt, bbox, placement: 'Block' }, () => draw(doc, box));
  doc.y = box.y + height + 6;
  if (!caption) return;
  paper.tag('Caption', {}, () => {
    doc.font('sansMedium').fontSize(text.caption.size).fillColor(colour.quiet);
    doc.text(caption, left, doc.y, { width, lineGap: text.caption.gap });
  });
  doc.y += 12;
}
