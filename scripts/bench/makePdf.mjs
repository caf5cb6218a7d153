// Makes the PDF files that are measured: text as in official reports, tables, a map of many lines, pictures. The same bytes
// each time, so that figures of different days can be compared.
import fs from 'node:fs';
import { createRequire } from 'node:module';
import path from 'node:path';
import PDFDocument from 'pdfkit';
import { numbers } from './numbers.mjs';

const words = (
  'nämnden beslutar att godkänna förvaltningens förslag till detaljplan för kvarteret och uppdrar åt kommunstyrelsen ' +
  'ärendet har beretts i samråd med berörda enheter kostnaden ryms inom ramen budgeten verksamheten når målen under året ' +
  'invånarna antalet platser i förskolan ökar medan behovet av lokaler minskar enligt prognosen från ekonomiavdelningen ' +
  'yttrandet lämnas till länsstyrelsen senast den sista september återrapportering sker i samband med delårsrapporten'
).split(' ');

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
  for (let i = 0; i < 6; i++) page.text(paragraph(random), { width: 455, align: 'left' }).moveDown(0.6);
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

function photograph(page, random, images, font) {
  page.font(font.regular).fontSize(11).fillColor('black').text(paragraph(random), 70, 70, { width: 455 });
  page.image(images[Math.floor(random() * images.length)], 70, 220, { width: 455 });
  page.text(paragraph(random), 70, 560, { width: 455 });
}

function scan(page, random, images) {
  page.image(images[Math.floor(random() * images.length)], 0, 0, {
    width: page.page.width,
    height: page.page.height,
  });
}

const require = createRequire(import.meta.url);
const fontFile = (family, weight) =>
  require.resolve(`@fontsource/${family}/files/${family}-latin-${weight}-normal.woff`);
/** What the documents of a merged file are set in: regular and bold, embedded in part, as word processors do. */
const typefaces = [
  ['inter', 400, 700],
  ['source-serif-4', 400, 700],
  ['inter', 300, 600],
  ['source-serif-4', 300, 600],
  ['inter', 500, 800],
  ['source-serif-4', 500, 900],
].map(([family, regular, bold]) => ({ regular: fontFile(family, regular), bold: fontFile(family, bold) }));
const pagesPerDocument = 12;

/** The typeface of the document that a page of the merged file belongs to. */
function typefaceOf(number) {
  return typefaces[Math.floor((number - 1) / pagesPerDocument) % typefaces.length];
}

/** Writes a PDF of `pageCount` pages: of twenty, thirteen of text, two tables, one map, two photographs, two scans. */
export async function makePdf(file, pageCount, pictureFolder) {
  const random = numbers(20261124);
  const document = new PDFDocument({
    autoFirstPage: false,
    size: 'A4',
    margin: 0,
    info: { CreationDate: new Date(0), ModDate: new Date(0) },
  });
  const out = fs.createWriteStream(file);
  const written = new Promise((resolve, reject) => out.on('finish', resolve).on('error', reject));
  document.pipe(out);
  const pictures = (kind) =>
    fs
      .readdirSync(pictureFolder)
      .filter((name) => name.startsWith(kind))
      .toSorted()
      .map((name) => document.openImage(path.join(pictureFolder, name)));
  const [photographs, scans] = [pictures('photograph'), pictures('scan')];
  for (let number = 1; number <= pageCount; number++) {
    document.addPage();
    const font = typefaceOf(number);
    const kind = number % 20;
    if (kind === 10 || kind === 15) {
      scan(document, random, scans);
      continue;
    }
    if (kind === 4 || kind === 13) table(document, random, font);
    else if (kind === 7) map(document, random, font);
    else if (kind === 9 || kind === 18) photograph(document, random, photographs, font);
    else report(document, random, number, font);
    document.font(font.regular).fontSize(9).fillColor('black');
    document.text(`Granåsa kommun · sida ${number}`, 70, 800, { lineBreak: false });
  }
  document.end();
  await written;
}
