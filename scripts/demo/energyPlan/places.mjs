import { swedishNumber } from '../swedishNumber.mjs';
import { bullets, figure, heading, newPage, paragraph, percent, strong, table, total } from './blocks.mjs';

const gramsPerKwh = {
  Fjärrvärme: 14,
  Närvärme: 96,
  'El till värme': 61,
  'Ved och pellets': 10,
  Biogas: 19,
  Olja: 268,
};

/** Part B: one chapter of three pages a place. */
export function placeBlocks(places, measures) {
  return [
    newPage,
    heading(2, 'B. Orterna'),
    paragraph(
      'Fjorton orter har fått var sitt kapitel. Beskrivningarna bygger på möten, mätningar och kommunens register. Varje kapitel slutar med de åtgärder som märks just där. Siffrorna gäller 2024 om inget annat sägs.',
    ),
    overviewTable(places),
    ...places.flatMap((place, index) => chapter(place, index + 1, places, measures)),
  ];
}

function overviewTable(places) {
  const rows = places.map((p) => [
    p.name,
    p.people,
    p.homes,
    heat(p),
    Math.round(tonnes(p)),
    p.busTurns,
    p.chargers,
  ]);
  const sums = [
    total(places, (p) => p.people),
    total(places, (p) => p.homes),
    total(places, heat),
    Math.round(total(places, tonnes)),
  ];
  const columns = [
    'Ort',
    'Invånare>',
    'Bostäder>',
    'Värme, MWh>',
    'Utsläpp, ton>',
    'Bussturer>',
    'Laddplatser>',
  ];
  const foot = [strong('Hela kommunen'), ...sums.map(strong), '', strong(total(places, (p) => p.chargers))];
  return table('Orterna i jämförelse', columns, [...rows, foot]);
}

function chapter(place, number, places, measures) {
  return [
    newPage,
    heading(3, `B${number}. ${place.name}`),
    paragraph(place.setting),
    facts(place),
    figure('overview', `Figur B${number}.1. ${place.name} med omgivning. Schematisk karta.`, {
      alt: mapInWords(place),
      place: place.name,
      spots: place.spots,
      lake: place.lake,
      height: '230',
    }),
    heading(4, 'Människor och resor'),
    paragraph(peopleInWords(place)),
    paragraph(travelInWords(place)),
    populationChart(place, number),
    heading(4, 'Värme och el'),
    paragraph(place.energy),
    heatTable(place, number),
    heatChart(place, number),
    paragraph(heatInWords(place, places)),
    heading(4, 'Trygghetspunkt'),
    paragraph(place.point),
    heading(4, 'Röster från orten'),
    bullets(place.voices),
    heading(4, `Åtgärder som märks i ${place.name}`),
    measureTable(place, measures),
  ];
}

const heat = (place) => total(Object.values(place.mwh), (value) => value);
const tonnes = (place) =>
  total(Object.entries(place.mwh), ([source, mwh]) => (mwh * gramsPerKwh[source]) / 1000);

function facts(place) {
  return table(
    '',
    ['Uppgift', 'Värde>', 'Uppgift ', 'Värde >'],
    [
      ['Invånare 2026', place.people, 'Avstånd till Granåsa, km', place.toTownKm],
      ['Invånare 2014', place.before[0], 'Bussturer per vardag', place.busTurns],
      ['Bostäder', place.homes, 'Öppna laddplatser', place.chargers],
      ['Yta, km²', place.areaKm2, 'Invånare per km²', Math.round(place.people / place.areaKm2)],
    ],
  );
}

function mapInWords(place) {
  const spots = place.spots.split(';').map((spot) => `${spot.slice(2)} (${spot.slice(0, 1)})`);
  return `Schematisk karta över ${place.name} med vägar, bebyggelse, skog och vattnet ${place.lake}. Utmärkta platser: ${spots.join(', ')}.`;
}

function peopleInWords(place) {
  const change = place.people - place.before[0];
  const share = Math.abs(change) / place.before[0];
  const trend =
    share < 0.02
      ? `Folkmängden är i stort sett densamma som 2014, då ${swedishNumber(place.before[0])} personer bodde här.`
      : change > 0
        ? `Folkmängden har ökat med ${swedishNumber(change)} personer, eller ${percent(share)}, sedan 2014.`
        : `Sedan 2014 har ${place.name} förlorat ${swedishNumber(-change)} invånare, vilket är ${percent(share)}.`;
  const perHome = swedishNumber(Math.round((place.people / place.homes) * 10) / 10);
  return `${trend} I varje bostad bor i medeltal ${perHome} personer. ${place.people / place.homes < 1.9 ? 'Talet är lågt eftersom många bostäder är fritidshus eller står tomma en del av året.' : 'Det är nära medeltalet för kommunen.'}`;
}

function travelInWords(place) {
  if (place.toTownKm === 0)
    return 'Härifrån utgår alla busslinjer. Tågstationen i Lövnäs nås på 35 minuter med expressbussen, som har bäst beläggning av alla linjer.';
  const minutes = Math.round(place.toTownKm * 1.4 + 4);
  const byBike = Math.round((place.toTownKm / 16) * 60);
  const bike =
    byBike <= 60
      ? `Med elcykel tar samma väg omkring ${byBike} minuter.`
      : 'Avståndet är för långt för att cykla till vardags.';
  return `Bussen tar ${minutes} minuter till Granåsa och går ${place.busTurns} turer per vardag. ${bike} ${place.chargers === 0 ? 'Orten saknar laddplats som är öppen för alla, och får en senast 2029.' : `Här finns ${place.chargers === 1 ? 'en öppen laddplats' : `${place.chargers} öppna laddplatser`}.`}`;
}

function populationChart(place, number) {
  const values = [...place.before, place.people];
  const yearly = (place.people - place.before[0]) / 12;
  const forecast = Math.round(place.people + yearly * 8);
  return figure('lines', `Figur B${number}.2. Folkmängd 2014–2026 och framskrivning till 2034.`, {
    alt: `Linjediagram över folkmängden i ${place.name}. 2014: ${values[0]}. 2018: ${values[1]}. 2022: ${values[2]}. 2026: ${values[3]}. Framskrivning 2034: ${forecast}.`,
    unit: 'invånare',
    labels: '2014; 2018; 2022; 2026; 2030; 2034',
    'series Folkmängd': [...values, Math.round((place.people + forecast) / 2), forecast].join('; '),
    height: '140',
  });
}

function heatTable(place, number) {
  const rows = Object.entries(place.mwh).map(([source, mwh]) => [
    source,
    mwh,
    `${Math.round((100 * mwh) / heat(place))} %`,
    Math.round((1000 * mwh) / place.people),
    Math.round((mwh * gramsPerKwh[source]) / 1000),
  ]);
  const foot = [
    strong('Summa'),
    strong(heat(place)),
    strong('100 %'),
    strong(Math.round((1000 * heat(place)) / place.people)),
    strong(Math.round(tonnes(place))),
  ];
  return table(
    `Tabell B${number}. Energi till värme i ${place.name}`,
    ['Källa', 'MWh>', 'Andel>', 'kWh per invånare>', 'Utsläpp, ton>'],
    [...rows, foot],
  );
}

function heatChart(place, number) {
  const sources = Object.entries(place.mwh).filter(([, mwh]) => mwh > 0);
  return figure('shares', `Figur B${number}.3. Energi till värme efter källa.`, {
    alt: `Liggande stapel över energi till värme i ${place.name}: ${sources.map(([source, mwh]) => `${source} ${swedishNumber(mwh)} MWh`).join(', ')}.`,
    unit: 'MWh',
    labels: sources.map(([source]) => source).join('; '),
    'series 2024': sources.map(([, mwh]) => mwh).join('; '),
  });
}

function heatInWords(place, places) {
  const own = heat(place) / place.people;
  const all = total(places, heat) / total(places, (p) => p.people);
  const difference = own / all - 1;
  const compared = `Varje invånare använder ${swedishNumber(Math.round(own * 10) / 10)} megawattimmar om året till värme`;
  const relation =
    Math.abs(difference) < 0.05
      ? 'vilket är som i kommunen i stort'
      : `${percent(Math.abs(difference))} ${difference > 0 ? 'mer' : 'mindre'} än i kommunen i stort`;
  const oil = place.mwh.Olja ?? 0;
  const last =
    oil === 0
      ? 'Ingen fastighet värms med olja.'
      : oil > 500
        ? 'Oljan är ortens avgörande fråga.'
        : `Den olja som är kvar, ${swedishNumber(oil)} megawattimmar, finns i ett fåtal hus och försvinner när pannorna byts.`;
  return `${compared}, ${relation}. ${last}`;
}

function measureTable(place, measures) {
  const general = ['En laddplats i varje ort', 'Energirådgivaren till varje ort', 'Nödvatten på rätt plats'];
  const named = (measure) => `${measure.title} ${measure.text}`.includes(place.name);
  const chosen = measures.filter((measure) => named(measure) || general.includes(measure.title));
  return table(
    '',
    ['Nr', 'Åtgärd', 'Start', 'Ansvarig'],
    chosen.map((measure) => [`${measure.number}`, measure.title, `${measure.start}`, measure.who]),
  );
}
