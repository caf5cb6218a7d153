import { drawCoatOfArms } from './coatOfArms.mjs';
import { colour, column, page } from './style.mjs';

const address = [
  ['Postadress', 'Granåsa kommun', '999 10 Granåsa'],
  ['Besöksadress', 'Storgatan 2', 'Kommunhuset, Granåsa'],
  ['Telefon och e-post', '0999-10 10 00', 'kommun@granasa.example'],
  ['Webb och org.nr', 'granasa.example', '212000-9990'],
];

/**
 * First page of an official document: arms and office to the left, kind of document and particulars to the right.
 * @param {import('./paper.mjs').Paper} paper
 */
export function drawLetterhead(paper, { kindOfDocument, office, particulars, officer, recipient }) {
  paper.addPage();
  paper.doc.page.margins.bottom = page.firstBottom;
  const { doc } = paper;
  paper.artifact(() => drawCoatOfArms(doc, column.left, 40, 34));
  paper.tag('P', {}, () => {
    paper.label('Granåsa kommun', column.left + 44, 44, { font: 'bold', size: 15.5 });
    paper.label(office, column.left + 44, 64, { size: 8.6, fill: colour.quiet, width: 190 });
  });
  const x = 352;
  paper.tag('P', {}, () =>
    paper.label(kindOfDocument.toUpperCase(), x, 46, { font: 'sansBold', size: 9.5, fill: colour.green }),
  );
  const below = drawParticulars(paper, particulars, x, 66);
  const y = Math.max(below, 108);
  if (officer) drawPerson(paper, 'Handläggare', officer, column.left, y);
  if (recipient) drawPerson(paper, 'Till', recipient, x, y);
  doc.y = officer || recipient ? y + 62 : y + 14;
}

function drawParticulars(paper, particulars, x, top) {
  let y = top;
  for (const [name, value] of particulars) {
    paper.tag('P', {}, () => {
      paper.label(name, x, y, { size: 8, fill: colour.quiet });
      paper.label(value, x + 72, y - 0.6, { font: 'sansMedium', size: 8.6 });
    });
    y += 13;
  }
  return y;
}

function drawPerson(paper, role, lines, x, y) {
  paper.tag('P', {}, () => {
    paper.label(role, x, y, { size: 8, fill: colour.quiet });
    lines.forEach((line, index) =>
      paper.label(line, x, y + 11 + index * 11.5, { font: index === 0 ? 'sansMedium' : 'sans', size: 8.8 }),
    );
  });
}

/** Head of the following pages, address at the foot of the first, page numbers on all. */
export function drawPageFurniture(paper, { office, shortTitle, registryNumber }) {
  paper.onEveryPage((index, count) => {
    const { doc } = paper;
    const { width, height } = doc.page;
    const right = width - page.right;
    if (index > 0) {
      drawCoatOfArms(doc, page.left, 36, 13);
      paper.label(`Granåsa kommun · ${office}`, page.left + 20, 39, { size: 8, fill: colour.quiet });
      paper.label(shortTitle, page.left + 20, 50, {
        size: 8,
        fill: colour.quiet,
        width: width - page.left - 250,
      });
      paper.label(registryNumber ?? '', right - 150, 39, {
        size: 8,
        fill: colour.quiet,
        width: 150,
        align: 'right',
      });
      rule(doc, 68, right);
    }
    paper.label(`Sida ${index + 1} (${count})`, right - 100, height - 34, {
      size: 8,
      fill: colour.quiet,
      width: 100,
      align: 'right',
    });
    if (index === 0) drawAddress(paper, height, right);
  });
}

function drawAddress(paper, height, right) {
  const { doc } = paper;
  rule(doc, height - 74, right);
  address.forEach(([name, ...lines], index) => {
    const x = page.left + index * ((right - page.left) / 4);
    paper.label(name, x, height - 67, { font: 'sansMedium', size: 7, fill: colour.quiet });
    lines.forEach((line, n) => paper.label(line, x, height - 57 + n * 9.5, { size: 7, fill: colour.quiet }));
  });
}

function rule(doc, y, right) {
  doc.moveTo(page.left, y).lineTo(right, y).lineWidth(0.5).stroke(colour.line);
}
