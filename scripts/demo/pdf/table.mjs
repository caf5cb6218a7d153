import { inlineRuns } from '../markup.mjs';
import { colour, column, text } from './style.mjs';

const style = text.table;
/** A table lower than this is not split between pages. */
const tallestKeptTogether = 250;

/**
 * A tagged table over as many pages as it needs; its head is repeated on each (as decoration after the first).
 * @param {import('./paper.mjs').Paper} paper
 */
export function drawTable(paper, { caption, align, head, rows }, area = column) {
  const row = rowLayout(paper, { align, head, rows }, area);
  const headHeight = rowHeight(row, head, 'sansBold');
  const heights = rows.map((cells) => rowHeight(row, cells, 'sans'));
  paper.need(heightToKeep(row, { caption, head, rows }));
  paper.group('Table', (table) => {
    if (caption) drawCaption(paper, caption, area, table);
    drawRow(row, head, headHeight, { table, isHead: true });
    rows.forEach((cells, index) => {
      const height = heights[index];
      if (paper.room < height + 2) {
        paper.addPage();
        drawRow(row, head, headHeight, { table: null, isHead: true });
      }
      drawRow(row, cells, height, { table, isHead: false, isStriped: index % 2 === 1 });
    });
  });
  paper.doc.y += 12;
}

/** What a heading above the table must leave room for. */
export function leastTableHeight(paper, table, area = column) {
  return heightToKeep(rowLayout(paper, table, area), table);
}

function rowLayout(paper, { align, head, rows }, area) {
  return { paper, widths: columnWidths(paper.doc, [head, ...rows], align, area.width), align, x: area.left };
}

function heightToKeep(row, { caption, head, rows }) {
  const heights = rows.map((cells) => rowHeight(row, cells, 'sans'));
  const headHeight = rowHeight(row, head, 'sansBold');
  const whole = heights.reduce((sum, height) => sum + height, headHeight);
  const least = whole < tallestKeptTogether ? whole : headHeight + (heights[0] ?? 0);
  return least + (caption ? 18 : 0) + 6;
}

function drawCaption(paper, caption, area, table) {
  paper.tag(
    'Caption',
    {},
    () => {
      paper.doc.font('sansMedium').fontSize(text.caption.size).fillColor(colour.quiet);
      paper.doc.text(caption, area.left, paper.doc.y, { width: area.width, lineGap: text.caption.gap });
    },
    table,
  );
  paper.doc.y += 4;
}

function rowHeight({ paper, widths }, cells, font) {
  const heights = cells.map((cell, index) => {
    paper.doc.font(isStrong(cell) ? 'sansBold' : font).fontSize(style.size);
    return paper.doc.heightOfString(plain(cell) || ' ', {
      width: widths[index] - 2 * style.padX,
      lineGap: style.gap,
    });
  });
  return Math.max(...heights) - style.gap + 2 * style.padY;
}

function drawRow({ paper, widths, align, x }, cells, height, { table, isHead, isStriped = false }) {
  const { doc } = paper;
  const top = doc.y;
  const width = widths.reduce((sum, one) => sum + one, 0);
  const isTotal = !isHead && isStrong(cells[0] ?? '');
  paper.artifact(() => drawGround(doc, { x, top, width, height, isHead, isStriped, isTotal }));
  const drawCells = (tagCell) => {
    let left = x;
    cells.forEach((cell, index) => {
      const place = { left, top, width: widths[index], align: align[index] };
      tagCell(index, () => drawCell(paper, cell, place, isHead));
      left += widths[index];
    });
  };
  if (table) {
    paper.group(
      'TR',
      (tr) => {
        drawCells((index, draw) => {
          const scope = isHead ? 'Column' : index === 0 ? 'Row' : null;
          paper.tag(scope ? 'TH' : 'TD', scope ? { scope } : {}, draw, tr);
        });
      },
      {},
      table,
    );
  } else paper.artifact(() => drawCells((_index, draw) => draw()), 'Pagination');
  doc.y = top + height;
}

function drawGround(doc, { x, top, width, height, isHead, isStriped, isTotal }) {
  if (isHead) doc.rect(x, top, width, height).fill(colour.greenTint);
  else if (isStriped) doc.rect(x, top, width, height).fill('#f6f8f7');
  const y = isTotal ? top : top + height;
  doc.moveTo(x, y).lineTo(x + width, y);
  doc.lineWidth(isHead || isTotal ? 0.9 : 0.4).stroke(isHead || isTotal ? colour.green : colour.line);
}

function drawCell(paper, cell, { left, top, width, align }, isHead) {
  const font = isHead || isStrong(cell) ? 'sansBold' : 'sans';
  paper.label(plain(cell), left + style.padX, top + style.padY, {
    font,
    size: style.size,
    width: width - 2 * style.padX,
    align,
    gap: style.gap,
  });
}

/** Numbers get the width they need; the rest is shared among the columns of words by how much they hold. */
function columnWidths(doc, rows, align, total) {
  const needs = align.map((side, index) => {
    const widths = rows.map((cells) => widestOf(doc, plain(cells[index] ?? ''), side === 'right'));
    return { longest: Math.max(...widths.map((w) => w.line)), word: Math.max(...widths.map((w) => w.word)) };
  });
  const pad = 2 * style.padX + 1;
  const asked = needs.reduce((sum, need) => sum + need.longest + pad, 0);
  if (asked <= total) {
    const spare = total - asked;
    const wordColumns = align.filter((side) => side === 'left').length || align.length;
    return needs.map(
      (need, i) =>
        need.longest +
        pad +
        (align[i] === 'left' || (wordColumns === align.length && align[i] === 'right')
          ? spare / wordColumns
          : 0),
    );
  }
  const least = needs.map(
    (need, i) => Math.max(align[i] === 'right' ? Math.min(need.longest, 70) : 0, need.word) + pad,
  );
  const left = total - least.reduce((sum, one) => sum + one, 0);
  const wants = needs.map((need, i) => Math.max(0, need.longest + pad - least[i]));
  const wanted = wants.reduce((sum, one) => sum + one, 0) || 1;
  return least.map((one, i) => one + (left * wants[i]) / wanted);
}

function widestOf(doc, value, isNumber) {
  doc.font('sansBold').fontSize(style.size);
  const words = isNumber && /\d/.test(value) ? [value] : value.split(/(?<= )|(?<=[–-])(?=\p{L})/u);
  return {
    line: doc.widthOfString(value),
    word: Math.max(0, ...words.map((word) => doc.widthOfString(word.trim()))),
  };
}

const isStrong = (cell) => cell.startsWith('**');
const plain = (cell) =>
  inlineRuns(cell)
    .map((run) => run.text)
    .join('');
