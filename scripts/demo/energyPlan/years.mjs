import { swedishNumber } from '../swedishNumber.mjs';
import { bullets, heading, newPage, paragraph, strong, table, total } from './blocks.mjs';

const yearsOfWork = 3;

/** Part I: what each year holds; a measure's cost is spread over its first three years. */
export function yearBlocks(years, measures) {
  return [
    newPage,
    heading(2, 'I. År för år'),
    paragraph(
      'Här är åtgärderna ordnade efter tid. Kostnaden för en åtgärd är fördelad lika på tre år från dess start och anges som medelvärdet av spannet i del C. Fördelningen är ett underlag för mål- och resursplanen, inte ett beslut om anslag.',
    ),
    table(
      'Beräknad kostnad per år före bidrag, tusen kronor',
      ['År', 'Åtgärder som startar>', 'Pågående åtgärder>', 'Kostnad>'],
      years.map(({ year }) => [
        `${year}`,
        measures.filter((m) => m.start === year).length,
        underWay(measures, year).length,
        costOf(underWay(measures, year)),
      ]),
    ),
    ...years.flatMap((year) => oneYear(year, measures)),
  ];
}

const underWay = (measures, year) => measures.filter((m) => m.start <= year && year < m.start + yearsOfWork);
const middle = (measure) => (measure.cost[0] + measure.cost[1]) / 2;
const costOf = (measures) => Math.round(total(measures, middle) / yearsOfWork);

function oneYear({ year, title, text, milestones }, measures) {
  const now = underWay(measures, year);
  const areas = [...new Set(now.map((measure) => measure.area))];
  const rows = areas.map((area) => {
    const own = now.filter((measure) => measure.area === area);
    return [area, own.length, costOf(own)];
  });
  return [
    newPage,
    heading(3, `I${year - 2026}. ${year}: ${title}`),
    paragraph(text),
    heading(4, 'Hållpunkter'),
    bullets(milestones),
    ...(now.length === 0
      ? [paragraph('Inga nya kostnader är beräknade för året.')]
      : [
          table(
            `Pågående åtgärder och kostnad ${year}`,
            ['Insatsområde', 'Åtgärder>', 'Tusen kronor>'],
            [...rows, [strong('Summa'), strong(now.length), strong(costOf(now))]],
          ),
          table(
            'Åtgärder i arbete',
            ['Nr', 'Åtgärd', 'Läge'],
            now.map((m) => [`${m.number}`, m.title, stateOf(m, year)]),
          ),
        ]),
    paragraph(effectInWords(measures, year)),
  ];
}

function stateOf(measure, year) {
  return ['Startad', 'Pågår', 'Klar'][year - measure.start];
}

function effectInWords(measures, year) {
  const done = measures.filter((measure) => measure.start + yearsOfWork - 1 <= year);
  if (done.length === 0)
    return 'Vid årets slut är ännu ingen åtgärd helt genomförd. De första resultaten syns i indikatorerna F7 och F14.';
  const tonnes = swedishNumber(total(done, (m) => m.tonnes));
  const mwh = swedishNumber(total(done, (m) => m.mwh));
  return `Vid årets slut beräknas ${done.length} av 48 åtgärder vara genomförda. Tillsammans minskar de utsläppen med ${tonnes} ton och energin med ${mwh} megawattimmar om året.`;
}
