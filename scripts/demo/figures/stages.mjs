import { colour } from '../pdf/style.mjs';

/** A time plan: one bar a stage, from one tick to another. */
export function drawStages(paper, box, { stages, ticks }) {
  const { doc } = paper;
  const left = box.x + 138;
  const step = (box.x + box.width - left) / ticks.length;
  ticks.forEach((tick, index) => {
    paper.label(tick, left + step * index, box.y, {
      size: 7.4,
      fill: colour.quiet,
      width: step,
      align: 'center',
    });
    const x = left + step * index;
    doc
      .moveTo(x, box.y + 14)
      .lineTo(x, box.y + box.height)
      .lineWidth(0.4)
      .stroke(colour.line);
  });
  stages.forEach((stage, index) => {
    const y = box.y + 20 + index * 22;
    paper.label(stage.name, box.x, y + 1, { size: 8.4, width: 132 });
    doc.roundedRect(left + stage.from * step, y, (stage.to - stage.from) * step, 12, 2);
    doc.fill(colour.series[index % 3]);
  });
}
