import { colour } from '../pdf/style.mjs';
import { seededRandom } from '../seededRandom.mjs';

/**
 * A small overview of one place: water, woods, roads, a cluster of houses and the spots the text speaks of.
 * `place` seeds the landscape, so a place always looks the same; `spots` is `A Namn;B Namn`.
 */
export function drawOverview(paper, box, { place, spots = '', lake = '' }) {
  const { doc } = paper;
  const random = seededRandom(place);
  const within = (low, high) => low + random() * (high - low);
  doc.save();
  doc.rect(box.x, box.y, box.width, box.height).fill('#f5f2e6');
  doc.rect(box.x, box.y, box.width, box.height).clip();
  doc.translate(box.x, box.y);
  for (let n = 0; n < 7; n++)
    blob(doc, random, within(0, box.width), within(0, box.height), within(30, 90), '#d3e2c4');
  for (let n = 0; n < 3; n++)
    blob(doc, random, within(0, box.width), within(0, box.height), within(24, 60), '#f1eac0');
  const shore = {
    x: within(box.width * 0.1, box.width * 0.9),
    y: within(box.height * 0.75, box.height),
    size: within(40, 80),
  };
  blob(doc, random, shore.x, shore.y, shore.size, colour.water);
  const centre = { x: box.width * within(0.38, 0.62), y: box.height * within(0.34, 0.56) };
  drawRoads(doc, box, centre, within);
  drawHouses(doc, centre, within, random);
  if (lake)
    paper.label(lake, shore.x - 24, Math.min(shore.y - 4, box.height - 24), {
      font: 'italic',
      size: 8.5,
      fill: '#3d7495',
    });
  paper.label(place, centre.x + 16, centre.y - 26, { font: 'sansBold', size: 10 });
  drawSpots(paper, centre, spots.split(';').filter(Boolean), within);
  doc.restore();
  doc.rect(box.x, box.y, box.width, box.height).lineWidth(0.7).stroke(colour.quiet);
}

function blob(doc, random, x, y, size, fill) {
  const corners = Array.from({ length: 9 }, (_, n) => {
    const angle = (n / 9) * 2 * Math.PI;
    const reach = size * (0.7 + random() * 0.6);
    return [x + Math.cos(angle) * reach * 1.4, y + Math.sin(angle) * reach];
  });
  const middle = ([ax, ay], [bx, by]) => [(ax + bx) / 2, (ay + by) / 2];
  doc.moveTo(...middle(corners[8], corners[0]));
  corners.forEach((corner, n) => doc.quadraticCurveTo(...corner, ...middle(corner, corners[(n + 1) % 9])));
  doc.closePath().fill(fill);
}

function drawRoads(doc, box, centre, within) {
  const ends = [
    [-5, within(0, box.height)],
    [box.width + 5, within(0, box.height)],
    [within(0, box.width), -5],
  ];
  const bends = ends.map(([x, y]) => [
    (x + centre.x) / 2 + within(-30, 30),
    (y + centre.y) / 2 + within(-24, 24),
  ]);
  for (const [width, ink] of [
    [5.4, '#9a9a92'],
    [3.8, '#ffffff'],
  ]) {
    ends.forEach((end, n) => doc.moveTo(...end).quadraticCurveTo(...bends[n], centre.x, centre.y));
    doc.lineWidth(width).stroke(ink);
  }
}

function drawHouses(doc, centre, within, random) {
  for (let n = 0; n < 46; n++) {
    const reach = 14 + 60 * random() ** 1.4;
    const angle = within(0, 2 * Math.PI);
    doc.rect(
      centre.x + Math.cos(angle) * reach * 1.3,
      centre.y + Math.sin(angle) * reach * 0.8,
      within(3, 6),
      within(3, 5),
    );
  }
  doc.fill('#7d7a76');
}

function drawSpots(paper, centre, spots, within) {
  spots.forEach((spot, index) => {
    const angle = (index / spots.length) * 2 * Math.PI + within(0.2, 0.9);
    const x = centre.x + Math.cos(angle) * within(70, 110);
    const y = centre.y + Math.sin(angle) * within(44, 70);
    paper.doc.circle(x, y, 7).fill(colour.red);
    paper.label(spot.slice(0, 1), x - 6, y - 4.6, {
      font: 'sansBold',
      size: 8,
      fill: '#ffffff',
      width: 12,
      align: 'center',
    });
    paper.label(spot.slice(2), x + 10, y - 4.6, { font: 'sansMedium', size: 7.6 });
  });
}
