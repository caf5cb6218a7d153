// Looks at the annotated copies that Beredd writes with other programs: poppler and MuPDF list and draw the annotations.
//   npm run check:export-pdf [-- --keep FOLDER]
// Needs pdftotext and pdftoppm (poppler) and mutool (MuPDF); says so and fails when one is missing. qpdf checks the file too
// when it is here. The document and its notes are made up.
import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import fs from 'node:fs';
import { createRequire } from 'node:module';
import os from 'node:os';
import path from 'node:path';
import { parseArgs } from 'node:util';
import PDFDocument from 'pdfkit';
import { openSources } from './sources.mjs';

const { values } = parseArgs({ options: { keep: { type: 'string' } } });
const needed = { pdftotext: 'poppler-utils', pdftoppm: 'poppler-utils', mutool: 'mupdf-tools' };
const dotsPerInch = 72;
const pageHeight = 842;
const id = (n) => `00000000-0000-4000-8000-${String(n).padStart(12, '0')}`;
const box = (left, bottom, right, top) => [left, top, right, top, left, bottom, right, bottom];

/** What each note looks like where it stands: points of user space, and what must be seen there. */
const wanted = [
  {
    kind: 'highlight',
    name: 'Highlight',
    colour: 'green',
    quad: box(70, 730, 300, 748),
    at: [290, 733],
    is: isGreen,
  },
  {
    kind: 'underline',
    name: 'Underline',
    colour: 'blue',
    quad: box(70, 690, 300, 708),
    in: [80, 688, 290, 694],
    is: isBlue,
  },
  {
    kind: 'area',
    name: 'Square',
    colour: null,
    quad: box(70, 560, 250, 640),
    in: [68, 562, 73, 638],
    is: isDark,
  },
  {
    kind: 'ink',
    name: 'Ink',
    colour: null,
    quad: box(70, 450, 250, 520),
    strokes: [{ points: [72, 452, 160, 518, 248, 452], width: 4, colour: 'red' }],
    in: [155, 510, 165, 518],
    is: isRed,
  },
  {
    kind: 'freeText',
    name: 'FreeText',
    colour: null,
    quad: box(70, 380, 300, 410),
    textLook: { size: 18, colour: 'blue' },
    in: [70, 380, 300, 410],
    is: isBlue,
  },
  { kind: 'question', name: 'Text', colour: null, quad: null, in: [22, 40, 46, 820], is: isInk },
];

async function main() {
  const missing = Object.keys(needed).filter((tool) => !isHere(tool));
  if (missing.length > 0) {
    const packages = [...new Set(missing.map((tool) => needed[tool]))];
    throw new Error(`${missing.join(' and ')} missing; on Debian: apt-get install ${packages.join(' ')}`);
  }
  const folder = values.keep ?? fs.mkdtempSync(path.join(os.tmpdir(), 'beredd-export-'));
  fs.mkdirSync(folder, { recursive: true });
  const sources = await openSources();
  const failures = [];
  const check = (what, isRight) => {
    process.stdout.write(`${isRight ? 'right' : 'WRONG'}  ${what}\n`);
    if (!isRight) failures.push(what);
  };
  try {
    const { original, copy } = await writeCopy(sources, folder);
    checkText(original, copy, check);
    checkList(copy, check);
    checkPixels('poppler', (file) => drawnByPoppler(file, folder), original, copy, check);
    checkPixels('MuPDF', (file) => drawnByMupdf(file, folder), original, copy, check);
    if (isHere('qpdf'))
      check('qpdf finds nothing wrong with the file', spawnSync('qpdf', ['--check', copy]).status === 0);
  } finally {
    await sources.close();
    if (values.keep === undefined) fs.rmSync(folder, { recursive: true, force: true });
  }
  for (const remark of remarks) process.stdout.write(`remark ${remark}\n`);
  process.stdout.write(`${failures.length} wrong\n`);
  if (failures.length > 0) process.exitCode = 1;
}

/** What the programs grumble about, once each. */
const remarks = new Set();

function run(tool, given) {
  const { status, stdout, stderr } = spawnSync(tool, given, { encoding: 'utf8', maxBuffer: 1 << 26 });
  for (const line of stderr.split('\n')) if (line.trim() !== '') remarks.add(`${tool}: ${line.trim()}`);
  if (status !== 0) throw new Error(`${tool} failed: ${stderr}`);
  return stdout;
}

const isHere = (tool) => spawnSync(tool, ['--version'], { stdio: 'ignore' }).error === undefined;

/** A page of text, and a copy of it with a note of each kind. */
async function writeCopy(sources, folder) {
  const [original, copy] = [path.join(folder, 'original.pdf'), path.join(folder, 'copy.pdf')];
  await printPage(original);
  fs.rmSync(copy, { force: true });
  const { annotatePdf, loadAnnotating } = await sources.load('electron/annotatedCopy/annotatePdf.ts');
  const { copiedMarks } = await sources.load('electron/annotatedCopy/copiedMark.ts');
  const sha256 = createHash('sha256').update(fs.readFileSync(original)).digest('hex');
  const pdfium = await loadAnnotating(createRequire(import.meta.url).resolve('@embedpdf/pdfium/pdfium.wasm'));
  const notes = wanted.map(({ kind, colour, quad, strokes, textLook }, at) => ({
    id: id(at + 1),
    kind,
    noteClass: 'private',
    colour,
    target: {
      meeting: id(100),
      source: { type: 'document', document: id(200), item: null },
      selectors: [{ type: 'PageSelector', sha256, page: 1, quads: quad === null ? [] : [quad] }],
    },
    text: wordsOf(kind),
    createdAt: 1,
    modifiedAt: Date.UTC(2026, 10, 22),
    conflictingTexts: [],
    ...(strokes && { strokes }),
    ...(textLook && { textLook }),
  }));
  const made = annotatePdf(pdfium, original, copy, copiedMarks(notes, sha256, 'Maja Lind'));
  if (!made.ok) throw new Error(`the copy could not be written: ${made.error.code}`);
  return { original, copy };
}

const wordsOf = (kind) => `Anteckning åäö: ${kind}`;

function printPage(file) {
  const document = new PDFDocument({ size: [595, pageHeight], margin: 0 });
  const stream = fs.createWriteStream(file);
  document.pipe(stream);
  document.fontSize(12);
  for (let line = 0; line < 18; line += 1)
    document.text(`Rad ${line + 1}: gatan breddas till sju meter.`, 70, 96 + line * 40, { lineBreak: false });
  document.end();
  return new Promise((resolve, reject) => {
    stream.on('finish', resolve);
    stream.on('error', reject);
  });
}

function checkText(original, copy, check) {
  // Words written on the page are words of the page for poppler.
  const lines = (file) =>
    run('pdftotext', ['-layout', file, '-'])
      .split('\n')
      .map((line) => line.trim())
      .filter((line) => line !== '');
  const written = wordsOf('freeText');
  const own = lines(copy).filter((line) => line !== written);
  check('poppler reads the same words as in the original', lines(original).join('\n') === own.join('\n'));
  check('poppler reads the words written on the page', lines(copy).includes(written));
}

function checkList(copy, check) {
  const script = path.join(path.dirname(copy), 'list.js');
  fs.writeFileSync(
    script,
    `var page = new Document(${JSON.stringify(copy)}).loadPage(0);
     page.getAnnotations().forEach(function (a) {
       var quads = a.hasQuadPoints && a.hasQuadPoints() ? a.getQuadPoints().length : 0;
       var ink = a.hasInkList && a.hasInkList() ? a.getInkList().length : 0;
       print([a.getType(), quads, ink, a.getContents()].join('|'));
     });`,
  );
  const listed = run('mutool', ['run', script]).trim().split('\n');
  fs.rmSync(script);
  wanted.forEach(({ kind, name }, at) => {
    const isMark = name === 'Highlight' || name === 'Underline';
    const expected = [name, isMark ? 1 : 0, name === 'Ink' ? 1 : 0, wordsOf(kind)].join('|');
    check(`MuPDF lists ${expected}`, listed[at] === expected);
  });
  check(`MuPDF lists ${wanted.length} annotations`, listed.length === wanted.length);
}

function drawnByPoppler(file, folder) {
  const name = path.join(folder, `${path.basename(file, '.pdf')}-poppler`);
  run('pdftoppm', ['-r', `${dotsPerInch}`, '-singlefile', file, name]);
  return readPixels(`${name}.ppm`);
}

function drawnByMupdf(file, folder) {
  const name = path.join(folder, `${path.basename(file, '.pdf')}-mupdf.ppm`);
  run('mutool', ['draw', '-q', '-r', `${dotsPerInch}`, '-F', 'ppm', '-o', name, file, '1']);
  return readPixels(name);
}

/** A binary PPM: the colour at a point of user space. */
function readPixels(file) {
  const bytes = fs.readFileSync(file);
  const [head, width] = /^P6\s+(\d+)\s+\d+\s+255\s/.exec(bytes.toString('latin1', 0, 40)) ?? [];
  if (head === undefined) throw new Error(`${file} is no picture`);
  return (x, y) => {
    const at = head.length + 3 * (Math.round(pageHeight - y) * Number(width) + Math.round(x));
    return [bytes[at] ?? 0, bytes[at + 1] ?? 0, bytes[at + 2] ?? 0];
  };
}

function checkPixels(program, draw, original, copy, check) {
  const [before, after] = [draw(original), draw(copy)];
  for (const { name, at, in: frame, is } of wanted) {
    const points = at === undefined ? pointsIn(frame) : [at];
    const isSeen = points.some(([x, y]) => is(after(x, y)) && !is(before(x, y)));
    check(`${program} draws ${name} where it stands`, isSeen);
  }
  const words = pointsIn([70, 732, 250, 746]).filter(([x, y]) => isDark(before(x, y)));
  const areThere = words.length > 0 && words.every(([x, y]) => isDark(after(x, y)));
  check(`${program} shows the words through the highlight`, areThere);
  const isElsewhereTheSame = pointsIn([330, 40, 590, 830]).every(
    ([x, y]) => String(before(x, y)) === String(after(x, y)),
  );
  check(`${program} draws nothing elsewhere`, isElsewhereTheSame);
}

function pointsIn([left, bottom, right, top]) {
  const points = [];
  for (let x = left; x <= right; x += 1) for (let y = bottom; y <= top; y += 1) points.push([x, y]);
  return points;
}

function isGreen([r, g, b]) {
  return g > r + 30 && g > b + 30;
}
function isBlue([r, , b]) {
  return b > r + 50;
}
function isRed([r, g, b]) {
  return r > g + 90 && r > b + 90;
}
function isDark([r, g, b]) {
  return r + g + b < 420;
}
function isInk([r, g, b]) {
  return r + g + b < 720;
}

await main();
