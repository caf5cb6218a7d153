// How well the rectangles of a selection cover the ink of its letters, on pages of real files.
//   node scripts/measure/selectedPixels.mjs [--pages 50] [--worst 3] FILE.pdf …
// Each line of a page is selected by itself. Ink is what is darker or lighter than the paper around within the box of a letter
// as it is drawn (FPDFText_GetCharBox): the share of a line's own ink that its rectangles hold, and how much of the ink they
// hold is that of other lines.
import fs from 'node:fs';
import { createRequire } from 'node:module';
import { parseArgs } from 'node:util';
import { init } from '@embedpdf/pdfium';
import { openSources } from './sources.mjs';
import { pagesSpread } from './pagesSpread.mjs';

const { positionals: files, values } = parseArgs({
  allowPositionals: true,
  options: { pages: { type: 'string', default: '50' }, worst: { type: 'string', default: '3' } },
});
const scale = 3;

const sources = await openSources();
const { createPdfiumEngine } = await sources.load('core/pdf/pdfiumEngine.ts');
const { quadToView } = await sources.load('core/pdf/pageGeometry.ts');
const { layOutWithSources } = await sources.load('core/text/layOutText.ts');
const { quadsOf } = await sources.load('core/text/textQuads.ts');
const wasm = fs.readFileSync(createRequire(import.meta.url).resolve('@embedpdf/pdfium/pdfium.wasm'));
const module = await init({
  wasmBinary: wasm.buffer.slice(wasm.byteOffset, wasm.byteOffset + wasm.byteLength),
});
// What was asked last of the engine is what the letters as drawn are asked of.
let textPage = 0;
const closeTextPage = module.FPDFText_ClosePage;
const loadTextPage = module.FPDFText_LoadPage;
const engine = createPdfiumEngine(
  Object.assign(Object.create(null), module, {
    FPDFText_LoadPage: (page) => (textPage = loadTextPage(page)),
    FPDFText_ClosePage: () => undefined,
  }),
  () => 0,
);

function inkBoxes(count) {
  const pointer = module.pdfium.wasmExports.malloc(32);
  const boxes = [];
  for (let i = 0; i < count; i++) {
    const found = module.FPDFText_GetCharBox(textPage, i, pointer, pointer + 8, pointer + 16, pointer + 24);
    const [left, right, bottom, top] = new Float64Array(module.pdfium.HEAPU8.buffer, pointer, 4);
    boxes.push(found ? { code: module.FPDFText_GetUnicode(textPage, i), left, right, bottom, top } : null);
  }
  module.pdfium.wasmExports.free(pointer);
  return boxes;
}

function draw(document, page) {
  const size = document.pageSize(page);
  const [width, height] = [Math.round(size.width * scale), Math.round(size.height * scale)];
  const drawing = document.startDrawing(page, {
    pageWidth: width,
    pageHeight: height,
    left: 0,
    top: 0,
    width,
    height,
  });
  if (!drawing.ok) return null;
  drawing.value.step(Infinity);
  const pixels = drawing.value.pixels().slice();
  drawing.value.close();
  return { pixels, width, height };
}

const grey = ({ pixels }, at) => 0.3 * pixels[at * 4] + 0.6 * pixels[at * 4 + 1] + 0.1 * pixels[at * 4 + 2];

/** Whose ink each pixel is: the number of its line and 1, or 0. Where boxes of two lines overlap it is nobody's. */
function ownersOf(drawn, lines) {
  const owner = new Int32Array(drawn.width * drawn.height);
  lines.forEach(({ letters }, number) => {
    for (const rect of letters) {
      forPixels(drawn, rect, (at) => {
        if (owner[at] !== 0 && owner[at] !== number + 1) owner[at] = -1;
        else if (owner[at] === 0) owner[at] = number + 1;
      });
    }
  });
  return owner;
}

function forPixels({ width, height }, rect, visit) {
  const [x0, y0] = [Math.max(0, Math.floor(rect.left * scale)), Math.max(0, Math.floor(rect.top * scale))];
  const x1 = Math.min(width, Math.ceil((rect.left + rect.width) * scale));
  const y1 = Math.min(height, Math.ceil((rect.top + rect.height) * scale));
  for (let y = y0; y < y1; y++) for (let x = x0; x < x1; x++) visit(y * width + x);
}

function measure(document, page) {
  const characters = document.characters(page);
  const drawn = draw(document, page);
  if (!characters.ok || drawn === null) return null;
  const { text, sources: from } = layOutWithSources(characters.value);
  const drawnBoxes = inkBoxes(module.FPDFText_CountChars(textPage));
  closeTextPage(textPage);
  const letterOf = alike(characters.value.codes, drawnBoxes);
  const quad = ({ left, right, bottom, top }) =>
    quadToView(text.geometry, [left, top, right, top, left, bottom, right, bottom]);
  const lines = text.lines.map((line) => ({
    rects: quadsOf(text, line)
      .map((each) => quadToView(text.geometry, each))
      .filter(Boolean),
    letters: [...new Set(from.slice(line.start, line.end))]
      .filter((index) => index >= 0 && letterOf[index])
      .map((index) => quad(letterOf[index])),
  }));
  const owner = ownersOf(drawn, lines);
  const sums = { own: 0, covered: 0, held: 0, foreign: 0, worstLine: 1, worstText: '' };
  const paper = 250;
  const ownOf = new Float64Array(lines.length);
  for (let at = 0; at < owner.length; at++)
    if (owner[at] > 0) ownOf[owner[at] - 1] += Math.max(0, paper - grey(drawn, at));
  lines.forEach(({ rects }, number) => {
    let [covered, foreign] = [0, 0];
    const seen = new Set();
    for (const rect of rects)
      forPixels(drawn, rect, (at) => {
        if (owner[at] <= 0 || seen.has(at)) return;
        seen.add(at);
        const ink = Math.max(0, paper - grey(drawn, at));
        if (owner[at] === number + 1) covered += ink;
        else foreign += ink;
      });
    sums.own += ownOf[number];
    sums.covered += covered;
    sums.foreign += foreign;
    const share = foreign / Math.max(1, covered + foreign);
    if (1 - share < sums.worstLine && covered > 0) {
      sums.worstLine = 1 - share;
      sums.worstText = text.text.slice(text.lines[number].start, text.lines[number].end).slice(0, 60);
    }
  });
  return sums;
}

/** For each character read its letter as drawn: both lists are in the order of the file, one leaves out what is made up. */
function alike(codes, boxes) {
  let at = 0;
  return Array.from(codes, (code) => {
    while (at < boxes.length && boxes[at]?.code !== code) at++;
    const box = boxes[at++];
    return box && box.code > 0x20 ? box : null;
  });
}

const documents = files.flatMap((file) => {
  const bytes = fs.readFileSync(file);
  const opened = engine.open({ size: bytes.length, read: (a, b) => bytes.subarray(a, b) });
  return opened.ok ? [{ file, document: opened.value }] : [];
});
const measured = pagesSpread(documents, Number(values.pages)).flatMap(({ document, file, page }) => {
  const sums = measure(document, page);
  return sums && sums.own > 0
    ? [
        {
          file,
          page,
          ...sums,
          share: sums.covered / sums.own,
          spill: sums.foreign / (sums.covered + sums.foreign),
        },
      ]
    : [];
});
await sources.close();

const percent = (share) => `${(100 * share).toFixed(2)} %`;
const show = (what, pages) => {
  process.stdout.write(`\n${what}\n`);
  for (const { file, page, share, spill, worstText } of pages.slice(0, Number(values.worst)))
    process.stdout.write(
      `  ${percent(share)} covered, ${percent(spill)} of others, ${file} page ${page}: ${worstText}\n`,
    );
};
show(
  'least covered',
  measured.toSorted((a, b) => a.share - b.share),
);
show(
  'most of others',
  measured.toSorted((a, b) => b.spill - a.spill),
);
const sum = (key) => measured.reduce((total, page) => total + page[key], 0);
process.stdout.write(
  `\n${measured.length} pages: ${percent(sum('covered') / sum('own'))} of the ink of lines lies in their rectangles, ` +
    `${percent(sum('foreign') / (sum('covered') + sum('foreign')))} of the ink in them is of other lines\n`,
);
