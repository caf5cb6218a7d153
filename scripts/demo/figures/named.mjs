import { column } from '../pdf/style.mjs';
import { drawBars, drawLines, drawShares } from './charts.mjs';
import { drawFigure } from './frame.mjs';
import { drawKyrkbyn, drawLegend, kyrkbynLegend, kyrkbynSize } from './kyrkbynMap.mjs';
import { drawOverview } from './overviewMap.mjs';
import { drawRiskMatrix } from './riskMatrix.mjs';
import { drawSignatures } from './signatures.mjs';
import { drawStages } from './stages.mjs';

/** The figures a document can name after `:::`, with the height each asks for. */
const figures = {
  bars: { height: () => 190, draw: (paper, box, options) => drawBars(paper, box, chartOf(options)) },
  lines: { height: () => 180, draw: (paper, box, options) => drawLines(paper, box, chartOf(options)) },
  shares: {
    height: (options) => 44 + Math.ceil(options.labels.split(';').length / 2) * 14,
    draw: (paper, box, options) => drawShares(paper, box, chartOf(options)),
  },
  kyrkbyn: {
    height: () => (column.width * kyrkbynSize.height) / kyrkbynSize.width + 32,
    draw: (paper, box) => {
      drawKyrkbyn(paper, { ...box, height: box.height - 32 });
      drawLegend(paper, kyrkbynLegend, box.x, box.y + box.height - 24, 3, 150);
    },
  },
  overview: { height: () => 250, draw: (paper, box, options) => drawOverview(paper, box, options) },
  matrix: { height: () => 176, draw: (paper, box, options) => drawRiskMatrix(paper, box, cellsOf(options)) },
  stages: {
    height: (options) => 30 + stagesOf(options).length * 22,
    draw: (paper, box, options) =>
      drawStages(paper, box, { stages: stagesOf(options), ticks: list(options.ticks) }),
  },
};

/** @param {import('../pdf/paper.mjs').Paper} paper */
export function drawNamedFigure(paper, { name, caption, options }) {
  if (name === 'signatures') return drawSignatures(paper, list(options.names), options.signed === 'yes');
  const figure = figures[name];
  if (!figure) throw new Error(`there is no figure called "${name}"`);
  if (!options.alt) throw new Error(`the figure "${name}" (${caption}) has no text alternative`);
  const height = figureHeight({ name, options });
  drawFigure(paper, { alt: options.alt, caption, height }, (_doc, box) => figure.draw(paper, box, options));
}

export function figureHeight({ name, options }) {
  return name === 'signatures' ? 74 : Number(options.height ?? figures[name].height(options));
}

function chartOf(options) {
  const series = Object.entries(options)
    .filter(([key]) => key.startsWith('series '))
    .map(([key, value]) => ({ name: key.slice('series '.length), values: numbers(value) }));
  return {
    labels: list(options.labels),
    series,
    unit: options.unit ?? '',
    fromZero: options.fromZero === 'yes',
  };
}

/** `stage Mark och grund: 0-3` in units of the ticks. */
function stagesOf(options) {
  return Object.entries(options)
    .filter(([key]) => key.startsWith('stage '))
    .map(([key, value]) => {
      const [from, to] = value.split('-').map(Number);
      return { name: key.slice('stage '.length), from, to };
    });
}

/** `cell 4,3: 1 7` */
const cellsOf = (options) =>
  Object.fromEntries(
    Object.entries(options)
      .filter(([key]) => key.startsWith('cell '))
      .map(([key, value]) => [key.slice('cell '.length), value]),
  );

const list = (value) => value.split(';').map((part) => part.trim());
const numbers = (value) => list(value).map((part) => Number(part.replace(',', '.')));
