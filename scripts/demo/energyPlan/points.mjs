import { bullets, figure, heading, newPage, paragraph, strong, table, total } from './blocks.mjs';

/** Part H: one page a safe point, with what is needed for the people it takes. */
export function pointBlocks(points) {
  return [
    newPage,
    heading(2, 'H. Trygghetspunkterna'),
    paragraph(
      'Bladen är till för den som ska öppna en punkt. De hänger inplastade innanför dörren på varje plats och finns på papper hos räddningstjänsten. Mängderna är räknade för tre dygn, i Norrhult för fem.',
    ),
    table(
      'Punkterna i översikt',
      ['Punkt', 'Platser>', 'Sovplatser>', 'Hushåll i närheten>', 'Medicinsk utrustning'],
      [
        ...points.map((p) => [titleOf(p), p.seats, p.beds, p.households, p.medical ? 'Ja' : 'Nej']),
        [
          strong('Summa'),
          ...[(p) => p.seats, (p) => p.beds, (p) => p.households].map((pick) => strong(total(points, pick))),
          '',
        ],
      ],
    ),
    figure('bars', 'Figur H.1. Platser och sovplatser per punkt.', {
      alt: `Stapeldiagram över platser och sovplatser. ${points.map((p) => `${p.place}: ${p.seats} platser, ${p.beds} sovplatser.`).join(' ')}`,
      unit: 'personer',
      labels: points.map((p) => p.place).join('; '),
      'series Platser': points.map((p) => p.seats).join('; '),
      'series Sovplatser': points.map((p) => p.beds).join('; '),
    }),
    ...points.flatMap((point, index) => onePoint(point, index + 1)),
  ];
}

const titleOf = (point) => `${point.name} i ${point.place}`;

function onePoint(point, number) {
  return [
    newPage,
    heading(3, `H${number}. ${titleOf(point)}`),
    paragraph(point.text),
    table(
      '',
      ['Uppgift', 'Värde'],
      [
        ['Öppnas av', point.keeper],
        ['Värme', point.heat],
        ['Vatten', point.water],
        ['El', point.power],
        ['Hushåll i närheten', `${point.households}`],
        [
          'Medicinsk utrustning',
          point.medical ? 'Kan tas emot' : 'Hänvisas till närmaste punkt med sådan plats',
        ],
      ],
    ),
    heading(4, 'Första timmen'),
    bullets(point.open),
    heading(4, 'Förråd'),
    supplies(point),
    heading(4, 'Det här saknas ännu'),
    bullets(point.missing),
  ];
}

function supplies({ seats, beds, place }) {
  const days = place === 'Norrhult' ? 5 : 3;
  const rows = [
    ['Dricksvatten, liter', seats * 3 * days, 'Fylls vid varning'],
    ['Varm mat, portioner', seats * 2 * days, 'Frystorkad, byts 2031'],
    ['Filtar', Math.ceil(seats * 0.8), 'Räknas i oktober'],
    ['Liggunderlag', beds, 'Förråd bakom scenen'],
    ['Ficklampor', Math.ceil(seats / 5), 'Batterier byts i oktober'],
    ['Uttag för laddning', Math.ceil(seats / 6), 'Grenkontakter i lådan märkt 3'],
    ['Förbandslådor', Math.ceil(seats / 40), 'Kontrolleras av distriktssköterskan'],
    ['Bränsle till aggregat, liter', days * (40 + seats), 'Byts vartannat år'],
  ];
  return table(`Förråd för ${days} dygn`, ['Vara', 'Mängd>', 'Skötsel'], rows);
}
