import { colour } from '../pdf/style.mjs';

const heat = ['#dfeadf', '#eef0cd', '#f6e2a8', '#f0c193', '#e39a87'];

/** Five by five squares; `cells` is `{ "likely,grave": "1 4 7" }` with both counted from one. */
export function drawRiskMatrix(paper, box, cells) {
  const { doc } = paper;
  const left = box.x + 86;
  const width = (box.width - 96) / 5;
  const height = (box.height - 40) / 5;
  for (let likely = 1; likely <= 5; likely++) {
    for (let grave = 1; grave <= 5; grave++) {
      const x = left + (likely - 1) * width;
      const y = box.y + (5 - grave) * height;
      const level = Math.min(4, Math.floor((likely * grave - 1) / 4));
      doc.rect(x, y, width - 2, height - 2).fill(heat[level]);
      const numbers = cells[`${likely},${grave}`] ?? '';
      paper.label(numbers, x + 4, y + height / 2 - 6, {
        font: 'sansBold',
        size: 9,
        width: width - 10,
        align: 'center',
      });
    }
  }
  drawScales(paper, box, { left, width, height });
}

function drawScales(paper, box, { left, width, height }) {
  const steps = ['Mycket låg', 'Låg', 'Medel', 'Hög', 'Mycket hög'];
  const quiet = { size: 7.6, fill: colour.quiet };
  steps.forEach((step, n) => {
    paper.label(step, left + n * width, box.y + 5 * height + 4, {
      ...quiet,
      width: width - 2,
      align: 'center',
    });
    paper.label(step, box.x, box.y + (4 - n) * height + height / 2 - 6, {
      ...quiet,
      width: 78,
      align: 'right',
    });
  });
  paper.label('Sannolikhet', left, box.y + 5 * height + 18, {
    ...quiet,
    font: 'sansMedium',
    width: 5 * width,
    align: 'center',
  });
  paper.label('Konsekvens', box.x, box.y - 2, { ...quiet, font: 'sansMedium' });
}
