import { swedishNumber } from '../swedishNumber.mjs';
import { figure, heading, newPage, paragraph, strong, table, total } from './blocks.mjs';

/** Part C: the 48 measures, by area. */
export function measureBlocks(areas, measures) {
  return [
    newPage,
    heading(2, 'C. Åtgärder'),
    paragraph(
      'De 48 åtgärderna är numrerade i löpande följd. Kostnaden anges i tusen kronor i 2026 års priser, före bidrag, som ett spann. Minskade utsläpp och sparad energi gäller per år när åtgärden är genomförd. Noll betyder att effekten inte kan räknas eller att åtgärden har ett annat syfte.',
    ),
    areaTable(areas),
    ...areas.flatMap((area, index) => [
      heading(3, `C${index + 1}. ${area.area}`),
      ...measures.filter((measure) => measure.area === area.area).flatMap(oneMeasure),
    ]),
  ];
}

function areaTable(areas) {
  const sum = (area, pick) => total(area.measures, pick);
  const row = (name, list) => [
    name,
    total(list, (area) => area.measures.length),
    total(list, (area) => sum(area, (m) => m.cost[0])),
    total(list, (area) => sum(area, (m) => m.cost[1])),
    total(list, (area) => sum(area, (m) => m.tonnes)),
    total(list, (area) => sum(area, (m) => m.mwh)),
  ];
  const columns = ['Insatsområde', 'Antal>', 'Lägst, tkr>', 'Högst, tkr>', 'Ton per år>', 'MWh per år>'];
  const rows = areas.map((area) => row(area.area, [area]));
  return table('Åtgärdernas kostnad och effekt', columns, [...rows, row('Summa', areas).map(strong)]);
}

function oneMeasure(measure) {
  return [
    heading(4, `Åtgärd ${measure.number}. ${measure.title}`, 118),
    paragraph(measure.text),
    table(
      '',
      ['Start', 'Kostnad, tkr>', 'Ton per år>', 'MWh per år>', 'Ansvarig', 'Följs genom'],
      [
        [
          `${measure.start}`,
          `${swedishNumber(measure.cost[0])}–${swedishNumber(measure.cost[1])}`,
          swedishNumber(measure.tonnes),
          swedishNumber(measure.mwh),
          measure.who,
          measure.indicator,
        ],
      ],
    ),
  ];
}

/** Part D: the risks, with the matrix first. */
export function riskBlocks(risks) {
  const words = ['', 'mycket låg', 'låg', 'medel', 'hög', 'mycket hög'];
  const cells = {};
  risks.forEach((risk, index) => {
    const key = `cell ${risk.likely},${risk.grave}`;
    cells[key] = cells[key] ? `${cells[key]} ${index + 1}` : `${index + 1}`;
  });
  return [
    newPage,
    heading(2, 'D. Risker och sårbarheter'),
    paragraph(
      'Analysen beskriver tjugo händelser som kan hindra att planen genomförs eller som planen ska skydda mot. Sannolikhet och konsekvens är bedömda av tre grupper var för sig på en skala från ett till fem. Där grupperna var oense gäller det högre talet.',
    ),
    figure('matrix', 'Figur D.1. Riskerna efter sannolikhet och konsekvens. Siffrorna är riskernas nummer.', {
      alt: `Riskmatris med fem steg för sannolikhet och fem för konsekvens. ${risks.map((risk, n) => `Risk ${n + 1}: sannolikhet ${risk.likely}, konsekvens ${risk.grave}.`).join(' ')}`,
      ...cells,
    }),
    table(
      'Riskerna i ordning',
      ['Nr', 'Händelse', 'Sannolikhet', 'Konsekvens', 'Tal>'],
      risks.map((risk, n) => [
        `${n + 1}`,
        risk.name,
        words[risk.likely],
        words[risk.grave],
        risk.likely * risk.grave,
      ]),
    ),
    ...risks.flatMap((risk, n) => [
      heading(4, `D${n + 1}. ${risk.name}`, 84),
      paragraph(risk.text),
      paragraph(
        `**Sannolikhet:** ${words[risk.likely]}. **Konsekvens:** ${words[risk.grave]}. **Ansvarig:** ${risk.who}. **Åtgärder i planen:** ${risk.measures}.`,
      ),
    ]),
  ];
}

/** Part E: the municipality's buildings. */
export function buildingBlocks(buildings) {
  const yearly = (building) => (building.area * building.kwh[2]) / 1000;
  const columns = ['Byggnad', 'Ort', 'Byggår', 'Yta, m²>', 'Värme', 'kWh per m²>', 'MWh per år>'];
  return [
    newPage,
    heading(2, 'E. Kommunens byggnader'),
    paragraph(
      'Tjugofyra av kommunens byggnader redovisas här. De svarar tillsammans för nio tiondelar av energin. För vattenverk och reningsverk är energi per kvadratmeter inte meningsfull; de beskrivs bara i ord.',
    ),
    table(
      'Byggnaderna i översikt, värme och el till fastigheten 2024',
      columns,
      buildings.map((b) => [
        b.name,
        b.place,
        `${b.built}`,
        b.area,
        b.heat,
        b.kwh[2] || '–',
        b.kwh[2] ? Math.round(yearly(b)) : '–',
      ]),
    ),
    ...buildings.flatMap((building, index) => buildingSheet(building, index + 1)),
  ];
}

function buildingSheet(building, number) {
  const target = Math.round(building.kwh[2] * 0.83);
  const chart = figure('bars', `Figur E.${number}. ${building.name}, kWh per kvadratmeter.`, {
    alt: `Stapeldiagram över ${building.name}: 2022 ${building.kwh[0]}, 2023 ${building.kwh[1]}, 2024 ${building.kwh[2]} och mål 2034 ${target} kWh per kvadratmeter.`,
    unit: 'kWh/m²',
    labels: '2022; 2023; 2024; mål 2034',
    'series Energi': [...building.kwh, target].join('; '),
    height: '150',
  });
  const share = Math.round(((building.kwh[0] - building.kwh[2]) / building.kwh[0]) * 1000) / 10;
  return [
    heading(3, `E${number}. ${building.name}`, building.kwh[2] > 0 ? 250 : 60),
    paragraph(
      `**${building.place}.** Byggår ${building.built}, ${swedishNumber(building.area)} kvadratmeter, ${building.heat.toLowerCase()}. ${building.text}`,
    ),
    ...(building.kwh[2] > 0
      ? [
          chart,
          paragraph(
            `Energin har minskat med ${swedishNumber(share)} procent sedan 2022. För att nå målet ska den minska till ${target} kilowattimmar per kvadratmeter.`,
          ),
        ]
      : []),
  ];
}

/** Part F: the indicators with five years each. */
export function indicatorBlocks(indicators) {
  const years = [2020, 2021, 2022, 2023, 2024];
  return [
    newPage,
    heading(2, 'F. Indikatorer'),
    paragraph(
      'Tjugofyra indikatorer visar om planen fungerar. Varje indikator har ett mål för 2034. Uppgifter som ännu inte finns för det senaste året tas från året före och märks i årsredovisningen.',
    ),
    table(
      'Indikatorerna i översikt',
      ['Nr', 'Indikator', 'Enhet', '2020>', '2024>', 'Mål 2034>'],
      indicators.map((one, n) => [`${n + 1}`, one.name, one.unit, one.values[0], one.values[4], one.target]),
    ),
    ...indicators.flatMap((one, n) => [
      heading(3, `F${n + 1}. ${one.name}`),
      paragraph(
        `${one.text} Målet för 2034 är ${swedishNumber(one.target)} ${one.unit}. *Källa: ${one.source}.*`,
      ),
      figure('lines', `Figur F.${n + 1}. ${one.name}, ${one.unit}.`, {
        alt: `Linjediagram över ${one.name.toLowerCase()} i ${one.unit}: ${years.map((year, i) => `${year} ${swedishNumber(one.values[i])}`).join(', ')}.`,
        unit: one.unit,
        labels: years.join('; '),
        'series Utfall': one.values.join('; '),
        height: '132',
      }),
    ]),
  ];
}
