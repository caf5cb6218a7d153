import { colour, column } from '../pdf/style.mjs';

const perPage = 46;
const rowHeight = 14.2;

/** Keeps room for the table of contents; it is written when every heading has its page. */
export function reserveContents(paper, pages) {
  paper.heading(2, 'Innehåll');
  const start = { page: paper.pageIndex, y: paper.doc.y };
  const element = paper.doc.struct('TOC');
  paper.parent.add(element);
  for (let n = 0; n < pages; n++) paper.addPage();
  return { ...start, element, pages };
}

export function fillContents(paper, { page, y, element, pages }) {
  const entries = paper.headings.filter((entry) => entry.level <= 3 && entry.level >= 2 && entry.page > page);
  if (entries.length > perPage * pages)
    throw new Error(`${entries.length} headings do not fit the reserved pages`);
  entries.forEach((entry, index) => {
    paper.doc.switchToPage(page + Math.floor(index / perPage));
    const top = index < perPage ? y : paper.doc.page.margins.top;
    drawEntry(paper, entry, top + (index % perPage) * rowHeight, element);
  });
  element.end();
}

function drawEntry(paper, entry, y, element) {
  const isPart = entry.level === 2;
  const font = isPart ? 'sansBold' : 'sans';
  const x = column.left + (isPart ? 0 : 14);
  const number = `${entry.page + 1}`;
  paper.doc.font(font).fontSize(9.2);
  const end = x + paper.doc.widthOfString(entry.text) + 6;
  const right = column.left + column.width;
  paper.tag(
    'TOCI',
    {},
    () => {
      paper.label(entry.text, x, y, { font, size: 9.2, fill: isPart ? colour.green : colour.ink });
      paper.label(number, right - 40, y, { font, size: 9.2, width: 40, align: 'right' });
    },
    element,
  );
  paper.artifact(() => {
    paper.doc
      .moveTo(end, y + 8)
      .lineTo(right - 26, y + 8)
      .lineWidth(0.4)
      .dash(1, { space: 2.4 })
      .stroke(colour.line)
      .undash();
  });
  paper.doc.goTo(column.left, y - 1, column.width, rowHeight, entry.destination);
}
