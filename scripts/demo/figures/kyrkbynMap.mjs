import { colour } from '../pdf/style.mjs';

/** The map is drawn in a field of 460 × 330 units; one unit is one and a half metres on the ground. */
export const kyrkbynSize = { width: 460, height: 330 };

const fields = [
  'M0 0 H180 L150 70 L60 96 L0 84 Z',
  'M300 0 H460 V70 L380 92 L320 60 Z',
  'M330 240 L460 220 V330 H300 Z',
];
const woods = ['M0 210 L52 196 L92 232 L84 292 L40 330 H0 Z', 'M392 96 L460 80 V190 L420 206 L386 160 Z'];
const contours = [
  'M0 120 C60 108 110 118 160 96 C220 70 280 96 330 76 C380 58 420 70 460 56',
  'M0 150 C70 138 120 150 178 124 C240 96 300 126 350 104 C400 84 430 96 460 86',
  'M0 182 C80 170 130 180 190 158 C250 136 310 160 360 142 C405 126 430 134 460 120',
];
const river = 'M-10 300 C60 282 96 308 150 290 C214 268 250 300 312 276 C372 252 410 262 470 236';
const streets = {
  main: ['M-10 246 C80 232 150 236 214 216 C290 192 330 160 360 120 C380 92 388 40 392 -10'],
  local: [
    'M150 236 C146 190 152 150 168 112',
    'M214 216 C206 180 212 140 226 104',
    'M60 238 C64 214 80 196 104 176',
  ],
  planned: ['M168 112 C200 98 260 96 312 132', 'M226 150 C256 146 284 150 304 166'],
};
/** x, y, width, depth, turn in degrees */
const houses = [
  [20, 256, 18, 11, -6],
  [50, 254, 16, 11, -6],
  [84, 252, 20, 12, -4],
  [120, 250, 16, 11, 0],
  [28, 222, 16, 10, -8],
  [118, 206, 14, 10, 12],
  [122, 184, 15, 10, 8],
  [126, 160, 14, 10, 4],
  [172, 196, 14, 10, 6],
  [176, 172, 15, 11, 4],
  [236, 222, 18, 11, -18],
  [264, 212, 18, 11, -22],
  [292, 196, 16, 11, -28],
  [318, 176, 18, 11, -36],
  [376, 130, 16, 12, -60],
  [398, 60, 14, 20, -6],
  [404, 28, 14, 18, -4],
  [70, 196, 14, 10, 30],
  [88, 178, 14, 10, 30],
  [182, 226, 18, 11, -12],
];
const planned = [
  [180, 122, 12, 9, 20],
  [198, 116, 12, 9, 14],
  [217, 114, 12, 9, 6],
  [238, 114, 12, 9, 4],
  [258, 118, 12, 9, 10],
  [277, 127, 12, 9, 24],
  [232, 130, 14, 9, 2],
  [252, 132, 14, 9, 4],
  [272, 142, 14, 9, 16],
  [236, 160, 34, 13, 2],
  [276, 166, 24, 12, 14],
];
const planArea =
  'M158 104 C196 78 282 82 326 128 L310 178 C280 196 246 200 222 204 C208 172 190 150 166 146 Z';
const uses = [
  {
    letter: 'B',
    at: [290, 116],
    shape: 'M170 106 C206 86 280 88 316 128 L300 132 C262 102 206 102 172 118 Z',
    fill: '#f2d675',
  },
  {
    letter: 'B',
    at: [222, 133],
    shape: 'M176 124 C208 108 262 108 302 138 L296 154 C270 142 246 140 222 144 L196 146 Z',
    fill: '#f2d675',
  },
  {
    letter: 'SB',
    at: [232, 182],
    shape: 'M226 156 C256 152 282 156 302 168 L298 180 C272 190 250 194 230 196 Z',
    fill: '#e9b18a',
  },
  {
    letter: 'NATUR',
    at: [178, 136],
    shape: 'M160 116 L172 122 L194 150 L214 172 L222 202 C208 172 190 152 166 146 Z',
    fill: '#bcd8a5',
  },
];

/** A town plan of the invented Kyrkbyn: church, streets, houses, the river and the area of the new plan. */
export function drawKyrkbyn(paper, box) {
  const { doc } = paper;
  const scale = Math.min(box.width / kyrkbynSize.width, box.height / kyrkbynSize.height);
  doc.save();
  doc.translate(box.x, box.y).scale(scale);
  doc.rect(0, 0, kyrkbynSize.width, kyrkbynSize.height).fill('#f7f4ea');
  doc.rect(0, 0, kyrkbynSize.width, kyrkbynSize.height).clip();
  drawGround(doc);
  drawPlan(doc);
  drawStreets(doc);
  drawBuildings(doc);
  drawNames(paper);
  drawScaleAndNorth(paper);
  doc.restore();
  doc
    .rect(box.x, box.y, kyrkbynSize.width * scale, kyrkbynSize.height * scale)
    .lineWidth(0.8)
    .stroke(colour.quiet);
}

function drawGround(doc) {
  for (const field of fields) doc.path(field).fill('#f3edc8');
  for (const wood of woods) doc.path(wood).fill('#cfe0bf');
  for (const contour of contours) doc.path(contour).lineWidth(0.5).stroke('#c9a878');
  doc.path(river).lineWidth(20).stroke('#9fc4d8');
  doc.path(river).lineWidth(17).stroke(colour.water);
  doc.ellipse(206, 188, 9, 5).fill(colour.water);
}

function drawPlan(doc) {
  for (const use of uses) doc.path(use.shape).fill(use.fill);
  doc.path(planArea).lineWidth(2.2).dash(9, { space: 3 }).stroke(colour.red).undash();
}

function drawStreets(doc) {
  const draw = (paths, width, casing, fill) => {
    for (const path of paths)
      doc
        .path(path)
        .lineWidth(width + 1.6)
        .stroke(casing);
    for (const path of paths) doc.path(path).lineWidth(width).stroke(fill);
  };
  draw(streets.planned, 5, '#b9a15a', '#fffaf0');
  draw(streets.local, 5.5, '#9a9a92', '#ffffff');
  draw(streets.main, 8.5, '#8b8b84', '#ffffff');
}

function drawBuildings(doc) {
  for (const house of houses) turnedHouse(doc, house).fillAndStroke('#8d8a85', '#5f5c58');
  for (const house of planned) turnedHouse(doc, house).fillAndStroke('#ffffff', colour.red);
  doc.circle(64, 150, 33).lineWidth(0.8).fillAndStroke('#dbe7cf', '#8aa37a');
  doc.rect(48, 146, 34, 9).fill('#5f5c58');
  doc.rect(60, 138, 9, 25).fill('#5f5c58');
  doc.rect(44, 143.5, 10, 14).fill('#3f3c39');
}

function turnedHouse(doc, [x, y, width, depth, turn]) {
  const angle = (turn * Math.PI) / 180;
  const corners = [
    [0, 0],
    [width, 0],
    [width, depth],
    [0, depth],
  ].map(([dx, dy]) => [
    x + dx * Math.cos(angle) - dy * Math.sin(angle),
    y + dx * Math.sin(angle) + dy * Math.cos(angle),
  ]);
  return doc.lineWidth(0.6).polygon(...corners);
}

function drawNames(paper) {
  const name = (value, x, y, { size = 6.2, fill = colour.ink, font = 'sansMedium', turn = 0 } = {}) => {
    paper.doc.save().translate(x, y).rotate(turn);
    paper.label(value, 0, 0, { size, fill, font });
    paper.doc.restore();
  };
  name('Kyrkvägen', 34, 237, { turn: -4 });
  name('Kyrkvägen', 304, 169, { turn: -46 });
  name('Prästgatan', 145, 222, { size: 5.4, turn: -88 });
  name('Skolgränd', 209, 172, { size: 4.6, turn: -88 });
  name('Klockaregatan (ny)', 196, 92, { fill: colour.red, size: 6 });
  name('Lillån', 336, 268, { size: 8, fill: '#3d7495', font: 'italic', turn: -8 });
  name('Granåsa kyrka', 41, 187);
  name('Åsbackskogen', 402, 140, { size: 7, fill: '#4d6b3c', font: 'italic' });
  name('Prästgårdsgärdet', 40, 40, { size: 7, fill: '#7a6a2d', font: 'italic' });
  for (const use of uses)
    name(use.letter, ...use.at, { size: use.letter.length > 2 ? 4.8 : 7.5, font: 'sansBold' });
  name('3:14', 246, 180, { size: 5.2, fill: colour.quiet });
  name('3:2', 190, 204, { size: 5.2, fill: colour.quiet });
  name('S:4', 140, 262, { size: 5.2, fill: colour.quiet });
}

const metresPerUnit = 1.5;

function drawScaleAndNorth(paper) {
  const { doc } = paper;
  const units = 100 / metresPerUnit;
  doc.rect(14, 308, units, 4).lineWidth(0.6).fillAndStroke('#ffffff', colour.ink);
  doc.rect(14, 308, units / 2, 4).fill(colour.ink);
  for (const metres of [0, 50, 100]) {
    paper.label(metres === 100 ? '100 m' : `${metres}`, 12 + metres / metresPerUnit, 314, { size: 6 });
  }
  doc.path('M436 16 L444 42 L436 36 L428 42 Z').fill(colour.ink);
  paper.label('N', 433, 44, { size: 8, font: 'sansBold' });
}

export const kyrkbynLegend = [
  { mark: 'line', fill: colour.red, name: 'Planområdesgräns' },
  { mark: 'box', fill: '#f2d675', name: 'B – bostäder, högst två våningar' },
  { mark: 'box', fill: '#e9b18a', name: 'SB – förskola och bostäder' },
  { mark: 'box', fill: '#bcd8a5', name: 'Natur, dagvatten' },
  { mark: 'box', fill: '#8d8a85', name: 'Befintlig byggnad' },
  { mark: 'box', fill: '#ffffff', stroke: colour.red, name: 'Föreslagen byggnad (illustration)' },
];

export function drawLegend(paper, entries, x, y, columns, columnWidth) {
  entries.forEach((entry, index) => {
    const left = x + (index % columns) * columnWidth;
    const top = y + Math.floor(index / columns) * 12;
    if (entry.mark === 'line') {
      paper.doc
        .moveTo(left, top + 4)
        .lineTo(left + 12, top + 4)
        .lineWidth(1.8)
        .dash(4, { space: 1.5 })
        .stroke(entry.fill)
        .undash();
    } else
      paper.doc
        .rect(left, top, 12, 8)
        .lineWidth(0.6)
        .fillAndStroke(entry.fill, entry.stroke ?? entry.fill);
    paper.label(entry.name, left + 17, top - 0.5, { size: 7.4, fill: colour.quiet });
  });
}
