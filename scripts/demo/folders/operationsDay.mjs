import fs from 'node:fs';
import path from 'node:path';
import { demoId } from '../demoId.mjs';
import { sourceFolder } from '../places.mjs';
import { itemContent } from './itemContent.mjs';

const day = path.join(sourceFolder, 'operations-day');
const briefings = path.join(day, 'briefings');
const readJson = (file) => JSON.parse(fs.readFileSync(file, 'utf8'));

/**
 * @typedef {{
 *   id: string, unit: string, start: string,
 *   sections: { id: string, sectionKind: string, points: { id: string, text: string, themes: string[] }[] }[],
 *   keyFigures: { name: string, value: number, baselines: { label: string, value: number }[] }[],
 *   commitments: { what: string }[],
 * }} Briefing
 */

/**
 * The operations day with its unit briefings.
 * @param {import('./itemContent.mjs').Documents} cache
 * @returns {Promise<{
 *   issued: string,
 *   meeting: { briefings: Briefing[] },
 *   items: import('./itemContent.mjs').ItemContent[],
 * }>}
 */
export async function operationsDay(cache) {
  const { agenda, issued, ...meeting } = readJson(path.join(day, 'meeting.json'));
  const date = meeting.start.slice(0, 10);
  const offset = meeting.start.slice(-6);
  const units = fs
    .readdirSync(briefings)
    .toSorted()
    .map((name) => readJson(path.join(briefings, name)));
  return {
    issued,
    meeting: {
      ...meeting,
      packId: demoId('pack', 'operations day'),
      body: { name: 'Kommunstyrelsen' },
      briefings: units.map((unit) => briefing(unit, (time) => `${date}T${time}:00${offset}`)),
    },
    items: await Promise.all(
      agenda.map((item) => itemContent(`day ${item.folder}`, item, { sources: day, revision: 1, cache })),
    ),
  };
}

function briefing({ unit, presenter, start, minutes, sections, keyFigures, commitments }, instantOf) {
  return {
    id: demoId('briefing', unit),
    unit,
    presenter,
    series: 'annual',
    period: '2026',
    start: instantOf(start),
    minutes,
    sections: sections.map(({ sectionKind, title, points }) => ({
      id: demoId('section', unit, title),
      sectionKind,
      title,
      points: points.map((point, index) => ({
        id: demoId('point', unit, title, String(index)),
        ...withThemes(point),
      })),
    })),
    keyFigures: keyFigures.map((figure) => ({
      ...figure,
      series: (figure.series ?? []).map(([asOf, value]) => ({ asOf, value })),
      baselines: (figure.baselines ?? []).map(([label, asOf, value, why]) => ({ label, asOf, value, why })),
    })),
    commitments,
  };
}

/** "Text. #tema #annat" → the text and its themes. */
function withThemes(point) {
  const [text, ...themes] = point.split(/ #(?=\p{L})/u);
  return { text, themes };
}
