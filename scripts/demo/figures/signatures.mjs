import { colour, column, text } from '../pdf/style.mjs';

/** Lines to sign on: `Namn, titel` side by side. Keeps together with the names. */
export function drawSignatures(paper, names) {
  paper.need(74);
  const { doc } = paper;
  const width = column.width / Math.max(2, names.length);
  const y = doc.y + 40;
  names.forEach((person, index) => {
    const [name, title] = person.split(', ');
    const x = column.left + index * width;
    paper.artifact(() =>
      doc
        .moveTo(x, y)
        .lineTo(x + width - 24, y)
        .lineWidth(0.6)
        .stroke(colour.quiet),
    );
    paper.tag('P', {}, () => {
      paper.label(name, x, y + 5, { font: 'bold', size: text.body.size - 0.6 });
      paper.label(title ?? '', x, y + 19, {
        font: 'regular',
        size: text.body.size - 1.2,
        fill: colour.quiet,
        width: width - 20,
      });
    });
  });
  doc.y = y + 44;
}
