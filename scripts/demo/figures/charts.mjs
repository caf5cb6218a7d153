import { colour } from '../pdf/style.mjs';
import { swedishNumber } from '../swedishNumber.mjs';

/** @typedef {{ name: string, values: number[] }} Series */

const small = { size: 7.6, fill: colour.quiet };
const swedish = (value) => swedishNumber(Math.round(value * 10) / 10);

/** Grouped bars, with the value above each when there is room. */
export function drawBars(paper, box, { labels, series, unit }) {
  const plot = plotArea(box);
  const scale = niceScale(0, Math.max(...series.flatMap((one) => one.values)));
  drawAxis(paper, plot, scale, unit);
  const step = plot.width / labels.length;
  const bar = Math.min(34, (step * 0.72) / series.length);
  labels.forEach((label, index) => {
    const middle = plot.x + step * (index + 0.5);
    series.forEach((one, n) => {
      const value = one.values[index];
      const x = middle + (n - series.length / 2) * bar;
      const height = (plot.height * value) / scale.top;
      paper.doc.rect(x + 1, plot.y + plot.height - height, bar - 2, height).fill(colour.series[n]);
      if (bar > 15) centred(paper, swedish(value), x + bar / 2, plot.y + plot.height - height - 10, bar + 14);
    });
    centred(paper, label, middle, plot.y + plot.height + 5, step);
  });
  drawLegend(paper, box, series);
}

/** Lines over time; the axis need not start at zero, so it says where it does. */
export function drawLines(paper, box, { labels, series, unit, fromZero = false }) {
  const plot = plotArea(box);
  const all = series.flatMap((one) => one.values);
  const scale = niceScale(fromZero ? 0 : Math.min(...all), Math.max(...all));
  drawAxis(paper, plot, scale, unit);
  const step = plot.width / Math.max(1, labels.length - 1);
  const at = (index, value) => [
    plot.x + step * index,
    plot.y + plot.height * (1 - (value - scale.bottom) / (scale.top - scale.bottom)),
  ];
  series.forEach((one, n) => {
    one.values.forEach((value, index) => {
      const [x, y] = at(index, value);
      if (index === 0) paper.doc.moveTo(x, y);
      else paper.doc.lineTo(x, y);
    });
    paper.doc.lineWidth(1.8).stroke(colour.series[n]);
    one.values.forEach((value, index) => paper.doc.circle(...at(index, value), 2).fill(colour.series[n]));
  });
  const every = Math.ceil(labels.length / 10);
  labels.forEach((label, index) => {
    if (index % every === 0)
      centred(paper, label, plot.x + step * index, plot.y + plot.height + 5, Math.max(step * every, 30));
  });
  drawLegend(paper, box, series);
}

/** Shares of a whole as one lying bar with its parts named below. */
export function drawShares(paper, box, { labels, series, unit }) {
  const values = series[0].values;
  const total = values.reduce((sum, value) => sum + value, 0);
  let x = box.x;
  values.forEach((value, index) => {
    const width = (box.width * value) / total;
    paper.doc.rect(x, box.y, width, 26).fill(colour.series[index % colour.series.length]);
    if (width > 28)
      centred(paper, `${Math.round((100 * value) / total)} %`, x + width / 2, box.y + 8, width, '#ffffff');
    x += width;
  });
  labels.forEach((label, index) => {
    const left = box.x + (index % 2) * (box.width / 2);
    const y = box.y + 38 + Math.floor(index / 2) * 14;
    paper.doc.rect(left, y, 8, 8).fill(colour.series[index % colour.series.length]);
    paper.label(`${label}: ${swedish(values[index])} ${unit}`, left + 13, y - 1, small);
  });
}

function plotArea(box) {
  return { x: box.x + 38, y: box.y + 20, width: box.width - 44, height: box.height - 56 };
}

function drawAxis(paper, plot, scale, unit) {
  for (let value = scale.bottom; value <= scale.top + scale.step / 2; value += scale.step) {
    const y = plot.y + plot.height * (1 - (value - scale.bottom) / (scale.top - scale.bottom));
    paper.doc
      .moveTo(plot.x, y)
      .lineTo(plot.x + plot.width, y)
      .lineWidth(0.4)
      .stroke(colour.line);
    paper.label(swedish(value), plot.x - 40, y - 4.5, { ...small, width: 34, align: 'right' });
  }
  paper.label(unit, plot.x - 38, plot.y - 20, small);
}

function drawLegend(paper, box, series) {
  if (series.length < 2) return;
  let x = box.x + 38;
  const y = box.y + box.height - 13;
  series.forEach((one, n) => {
    paper.doc.rect(x, y, 8, 8).fill(colour.series[n]);
    paper.label(one.name, x + 12, y - 1, small);
    x += 26 + paper.doc.widthOfString(one.name);
  });
}

function centred(paper, value, x, y, width, fill = colour.quiet) {
  paper.label(value, x - width / 2, y, { ...small, fill, width, align: 'center' });
}

/** Steps of 1, 2 or 5 times a power of ten, at most six of them. */
function niceScale(low, high) {
  const span = high - low || Math.abs(high) || 1;
  const power = 10 ** Math.floor(Math.log10(span / 5));
  const step = [1, 2, 5, 10].map((n) => n * power).find((size) => span / size <= 6) ?? power * 10;
  const bottom = Math.floor(low / step) * step;
  const top = Math.ceil((high + step * 0.05) / step) * step;
  return { bottom, top, step };
}
