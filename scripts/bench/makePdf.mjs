// Makes the PDF files that are measured: text as in official reports, tables, a map of many lines, pictures. The same bytes
// each time, so that figures of different days can be compared.
import fs from 'node:fs';
import { createRequire } from 'node:module';
import zlib from 'node:zlib';
import PDFDocument from 'pdfkit';

/** A small repeatable source of numbers between 0 and 1. */
function numbers(seed) {
  let state = seed >>> 0;
  return () => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    return state / 2 ** 32;
  };
}

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

function pictures(page, random, images, font) {
  page.font(font.regular).fontSize(11).fillColor('black').text(paragraph(random), 70, 70, { width: 455 });
  page.image(images[Math.floor(random() * images.length)], 70, 220, { width: 455 });
  page.text(paragraph(random), 70, 560, { width: 455 });
}

/** A picture of soft colours with grain, as a PNG: photographs do not compress to nothing. */
function png(seed, width = 900, height = 600) {
  const random = numbers(seed);
  const rows = Buffer.alloc(height * (1 + width * 3));
  for (let y = 0; y < height; y++) {
    for (let x = 0; x < width; x++) {
      const at = y * (1 + width * 3) + 1 + x * 3;
      const grain = random() * 24;
      rows[at] = 90 + 80 * Math.sin((x + seed * 40) / 130) + grain;
      rows[at + 1] = 110 + 70 * Math.sin((y + x) / 170) + grain;
      rows[at + 2] = 120 + 60 * Math.cos(y / 90) + grain;
    }
  }
  const chunk = (type, data) => {
    const body = Buffer.concat([Buffer.from(type, 'latin1'), data]);
    const framed = Buffer.alloc(body.length + 8);
    framed.writeUInt32BE(data.length, 0);
    body.copy(framed, 4);
    framed.writeUInt32BE(zlib.crc32 ? zlib.crc32(body) : crc32(body), body.length + 4);
    return framed;
  };
  const head = Buffer.alloc(13);
  head.writeUInt32BE(width, 0);
  head.writeUInt32BE(height, 4);
  head.set([8, 2, 0, 0, 0], 8);
  const signature = Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]);
  const data = zlib.deflateSync(rows, { level: 6 });
  return Buffer.concat([signature, chunk('IHDR', head), chunk('IDAT', data), chunk('IEND', Buffer.alloc(0))]);
}

/** Node 20 has no zlib.crc32. */
function crc32(bytes) {
  let crc = 0xffffffff;
  for (const byte of bytes) {
    crc ^= byte;
    for (let bit = 0; bit < 8; bit++) crc = (crc >>> 1) ^ (crc & 1 ? 0xedb88320 : 0);
  }
  return (crc ^ 0xffffffff) >>> 0;
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

/** Writes a PDF of `pageCount` pages: of ten, seven of text, one table, one map, one with a picture. */
export async function makePdf(file, pageCount) {
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
  // Pictures differ from each other but come back, as logotypes and photographs do.
  const images = Array.from({ length: Math.min(24, Math.ceil(pageCount / 12)) }, (_, seed) =>
    document.openImage(png(seed)),
  );
  for (let number = 1; number <= pageCount; number++) {
    document.addPage();
    const kind = number % 10;
    const font = typefaceOf(number);
    if (kind === 4) table(document, random, font);
    else if (kind === 7) map(document, random, font);
    else if (kind === 9) pictures(document, random, images, font);
    else report(document, random, number, font);
    document.font(font.regular).fontSize(9).fillColor('black');
    document.text(`Granåsa kommun · sida ${number}`, 70, 800, { lineBreak: false });
  }
  document.end();
  await written;
}
