import { readFileSync } from 'node:fs';
import { layOut } from '../layOut.mjs';
import { parseMarkup } from '../markup.mjs';
import { drawPageFurniture } from '../pdf/letterhead.mjs';
import { Paper } from '../pdf/paper.mjs';
import { drawCover } from '../templates.mjs';
import { newPage } from './blocks.mjs';
import { fillContents, reserveContents } from './contents.mjs';
import { buildingBlocks, indicatorBlocks, measureBlocks, riskBlocks } from './parts.mjs';
import { placeBlocks } from './places.mjs';
import { pointBlocks } from './points.mjs';
import { yearBlocks } from './years.mjs';

const office = 'Utvecklingsenheten';
const about = {
  title: 'Klimat- och energiplan 2027–2034',
  subtitle: 'Antagandehandling. Plan, orter, åtgärder, risker, byggnader och indikatorer för Granåsa kommun.',
  date: '2026-11-02',
  registryNumber: 'KS 2024/0512',
  attachment: '1',
  status: 'Förslag till kommunfullmäktige den 14 december 2026',
};

/**
 * The long attachment: a plan of 120 pages from text and data.
 * @param {URL} folder with the plan's texts @returns {Promise<Uint8Array>}
 */
export function typesetPlan(folder) {
  const read = (name) => readFileSync(new URL(name, folder), 'utf8');
  const areas = JSON.parse(read('measures.json'));
  const paper = new Paper({
    ...about,
    author: `Granåsa kommun, ${office}`,
    subject: about.registryNumber,
    outline: true,
  });
  drawCover(paper, about, office);
  layOut(paper, parseMarkup(read('0-om-planen.md')).blocks);
  paper.addPage();
  const contents = reserveContents(paper, 3);
  layOut(paper, [
    ...parseMarkup(read('1-planen.md')).blocks,
    ...placeBlocks(JSON.parse(read('places.json')), numbered(areas)),
    ...measureBlocks(areas, numbered(areas)),
    ...riskBlocks(JSON.parse(read('risks.json'))),
    ...buildingBlocks(JSON.parse(read('buildings.json')).map(asBuilding)),
    ...indicatorBlocks(JSON.parse(read('indicators.json')).map(asIndicator)),
    newPage,
    ...parseMarkup(read('7-metod.md')).blocks,
    ...pointBlocks(JSON.parse(read('points.json'))),
    ...yearBlocks(JSON.parse(read('years.json')), numbered(areas)),
    newPage,
    ...parseMarkup(read('8-resor-och-balans.md')).blocks,
  ]);
  fillContents(paper, contents);
  drawPageFurniture(paper, { office, shortTitle: about.title, registryNumber: about.registryNumber });
  return paper.finish();
}

function numbered(areas) {
  return areas
    .flatMap(({ area, measures }) => measures.map((measure) => ({ ...measure, area })))
    .map((measure, index) => ({ ...measure, number: index + 1 }));
}

const asBuilding = ([name, place, built, area, kwh, heat, text]) => ({
  name,
  place,
  built,
  area,
  kwh,
  heat,
  text,
});
const asIndicator = ([name, unit, values, target, source, text]) => ({
  name,
  unit,
  values,
  target,
  source,
  text,
});
