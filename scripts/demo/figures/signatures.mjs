import { colour, column, text } from '../pdf/style.mjs';
import { seededRandom } from '../seededRandom.mjs';

/** Lines to sign on, `Namn, titel` side by side; `isSigned` puts a name in ink on each. */
export function drawSignatures(paper, names, isSigned) {
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
    if (isSigned) paper.artifact(() => drawHandwriting(doc, x + 8, y - 6, name));
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

/** Loops that look like a hurried name; the same name always gives the same hand. */
function drawHandwriting(doc, x, y, name) {
  const random = seededRandom(name);
  const between = (low, high) => low + random() * (high - low);
  let at = [x, y];
  doc.moveTo(...at);
  for (const letter of name.replace(' ', '')) {
    const tall = letter === letter.toUpperCase() ? 2.1 : 1;
    const next = [at[0] + between(5, 9.5), y + between(-4, 3)];
    const rise = between(9, 17) * tall;
    doc.bezierCurveTo(
      at[0] + between(-4, 6),
      at[1] - rise,
      next[0] - between(-2, 7),
      next[1] - rise * 0.8,
      ...next,
    );
    at = next;
  }
  doc.bezierCurveTo(at[0] + 18, at[1] + 6, at[0] + 26, at[1] - 10, at[0] + between(34, 52), at[1] - 3);
  doc.lineWidth(1.15).lineCap('round').stroke('#1d2b5c');
}
