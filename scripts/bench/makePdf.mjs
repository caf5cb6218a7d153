// Makes the PDF files that are measured. They are what municipalities publish: one file merged from hundreds of documents of
// some pages, each with fonts of its own (subsets, embedded again and again), a letterhead and pictures that no other document
// shares; a cross-reference table of tens of thousands of objects, not linearised. A real meeting of 323 pages and 51 documents
// was counted for it: 6 pages and 8 fonts a document, 25 objects and 55 kB a page. The same bytes each time, so that figures of
// different days can be compared.
import fs from 'node:fs';
import { createRequire } from 'node:module';
import path from 'node:path';
import { PDFDocument as MergedPdf } from '@cantoo/pdf-lib';
import PDFDocument from 'pdfkit';
import { numbers } from './numbers.mjs';

const words = (
  'nämnden beslutar att godkänna förvaltningens förslag till detaljplan för kvarteret och uppdrar åt kommunstyrelsen ' +
  'ärendet har beretts i samråd med berörda enheter kostnaden ryms inom ramen budgeten verksamheten når målen under året ' +
  'invånarna antalet platser i förskolan ökar medan behovet av lokaler minskar enligt prognosen från ekonomiavdelningen ' +
  'yttrandet lämnas till länsstyrelsen senast den sista september återrapportering sker i samband med delårsrapporten'
).split(' ');

/** Where the text of a page ends, points from above. */
const lowest = 780;

function sentence(random) {
  const length = 8 + Math.floor(random() * 14);
  const picked = Array.from({ length }, () => words[Math.floor(random() * words.length)]);
  return `${picked.join(' ').replace(/^./, (letter) => letter.toUpperCase())}.`;
}

function paragraph(random) {
  return Array.from({ length: 3 + Math.floor(random() * 4) }, () => sentence(random)).join(' ');
}

function report(page, random, number, font) {
  page
    .font(font.bold)
    .fontSize(16)
    .text(`${number}. ${sentence(random)}`, 70, 70, { width: 455 });
  page.font(font.regular).fontSize(11).moveDown();
  for (let i = 0; i < 6; i++) {
    const words = paragraph(random);
    // What does not fit would begin a page of its own.
    if (page.y + page.heightOfString(words, { width: 455 }) > lowest) return;
    if (i === 2) page.font(font.italic);
    page.text(words, { width: 455, align: 'left' }).moveDown(0.6).font(font.regular);
  }
}

function table(page, random, font) {
  page.font(font.bold).fontSize(13).text('Utfall och prognos, tusental kronor', 70, 70);
  page.font(font.regular).fontSize(9);
  for (let row = 0; row < 38; row++) {
    const y = 100 + row * 17;
    page
      .moveTo(70, y - 3)
      .lineTo(525, y - 3)
      .lineWidth(0.4)
      .stroke('#999999');
    page.fillColor('black').text(words[Math.floor(random() * words.length)], 74, y, { lineBreak: false });
    for (let column = 0; column < 6; column++) {
      const value = Math.round((random() - 0.3) * 90_000).toLocaleString('sv-SE');
      page.text(value, 170 + column * 60, y, { width: 55, align: 'right', lineBreak: false });
    }
  }
}

function map(page, random, font) {
  page.font(font.bold).fontSize(13).fillColor('black').text('Plankarta', 70, 50);
  const colours = ['#777777', '#3a6ea5', '#8a5a2b', '#4b8b3b'];
  for (let road = 0; road < 260; road++) {
    let [x, y] = [70 + random() * 455, 90 + random() * 660];
    page.moveTo(x, y).lineWidth(0.2 + random());
    for (let point = 0; point < 14; point++) {
      x += (random() - 0.5) * 60;
      y += (random() - 0.5) * 60;
      page.lineTo(x, y);
    }
    page.stroke(colours[road % colours.length]);
  }
  for (let house = 0; house < 320; house++) {
    page.rect(70 + random() * 450, 90 + random() * 650, 3 + random() * 9, 3 + random() * 9);
    page.fillAndStroke('#e6d9c6', '#8a7a66');
  }
  page.fillColor('black').font(font.regular).fontSize(6);
  for (let label = 0; label < 70; label++) {
    page.text(`1:${label}`, 70 + random() * 440, 90 + random() * 650, { lineBreak: false });
  }
}

function photograph(page, random, pictures, font) {
  page.font(font.regular).fontSize(11).fillColor('black').text(sentence(random), 70, 70, { width: 455 });
  page.image(pictures.photograph(), 70, 220, { width: 455 });
  page.text(sentence(random), 70, 560, { width: 455 });
}

function scan(page, pictures) {
  page.image(pictures.scan(), 0, 0, { width: page.page.width, height: page.page.height });
}

const require = createRequire(import.meta.url);
const fontFile = (family, weight) =>
  require.resolve(`@fontsource/${family}/files/${family}-latin-${weight}-normal.woff`);
const pagesPerDocument = 6;
/** What documents are set in, in turn: a text face and the face of their letterhead and tables. */
const faces = [
  ['inter', 400, 700, 'source-serif-4', 400],
  ['source-serif-4', 400, 700, 'inter', 500],
  ['inter', 300, 600, 'source-serif-4', 600],
  ['source-serif-4', 300, 600, 'inter', 400],
];

/** The fonts of one document: regular, bold, italic (here: another cut) and letterhead. */
function fontsOf(number) {
  const [family, regular, bold, other, weight] = faces[number % faces.length];
  return {
    regular: fontFile(family, regular),
    bold: fontFile(family, bold),
    italic: fontFile(other, 300),
    head: fontFile(other, weight),
  };
}

/** The files of pictures, each kind in turn. */
function picturesIn(folder) {
  const files = fs.readdirSync(folder).toSorted();
  const taker = (kind) => {
    const paths = files.filter((name) => name.startsWith(kind)).map((name) => path.join(folder, name));
    let next = 0;
    return () => paths[next++ % paths.length];
  };
  return { photograph: taker('photograph'), scan: taker('scan'), letterhead: taker('letterhead') };
}

function letterhead(page, pictures, font, number) {
  page.image(pictures.letterhead(), 70, 24, { width: 90 });
  page.font(font.head).fontSize(8).fillColor('#444444');
  page.text(`Tjänsteskrivelse ${number} · Dnr KS 2026/${number}`, 300, 36, { width: 225, align: 'right' });
  page.fillColor('black');
}

/** One document of the pages `first` to `last` of the merged file, as its bytes. */
async function makeDocument(first, last, { random, pictures }) {
  const number = Math.ceil(first / pagesPerDocument);
  const document = new PDFDocument({ autoFirstPage: false, size: 'A4', margin: 0, info: noDates });
  const parts = [];
  document.on('data', (part) => parts.push(part));
  const ended = new Promise((resolve) => document.on('end', resolve));
  const font = fontsOf(number);
  for (let page = first; page <= last; page++) {
    document.addPage();
    const kind = page % 20;
    if (kind === 10) {
      scan(document, pictures);
      continue;
    }
    if (page === first) letterhead(document, pictures, font, number);
    if (kind === 4 || kind === 13) table(document, random, font);
    else if (kind === 7) map(document, random, font);
    else if (kind === 18) photograph(document, random, pictures, font);
    else report(document, random, page, font);
    document.font(font.regular).fontSize(9).fillColor('black');
    document.text(`Granåsa kommun · sida ${page}`, 70, 800, { lineBreak: false });
  }
  document.end();
  await ended;
  return Buffer.concat(parts);
}

const noDates = { CreationDate: new Date(0), ModDate: new Date(0) };

/** Writes a PDF of `pageCount` pages: of twenty, fifteen of text, two tables, one map, one photograph, one scan. */
export async function makePdf(file, pageCount, pictureFolder) {
  const made = { random: numbers(20261124), pictures: picturesIn(pictureFolder) };
  const merged = await MergedPdf.create({ updateMetadata: false });
  for (let first = 1; first <= pageCount; first += pagesPerDocument) {
    const last = Math.min(pageCount, first + pagesPerDocument - 1);
    const part = await MergedPdf.load(await makeDocument(first, last, made), { updateMetadata: false });
    for (const page of await merged.copyPages(part, part.getPageIndices())) merged.addPage(page);
  }
  if (merged.getPageCount() !== pageCount) throw new Error(`${merged.getPageCount()} pages were made`);
  fs.writeFileSync(file, await merged.save({ useObjectStreams: false, addDefaultPage: false }));
}
