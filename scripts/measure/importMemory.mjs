// Measures how much memory the import takes for few and for many files: it must not grow with their number.
//   node scripts/measure/importMemory.mjs [50 400]
// Makes PDFs of six pages and some two megabytes in a temporary folder, and lets the import process's own code take them
// into a draft's folder, each count in a Node of its own. Prints the peak of resident memory, what loading alone takes, and the time.
import { spawnSync } from 'node:child_process';
import { randomBytes, randomUUID } from 'node:crypto';
import fs from 'node:fs';
import { createRequire } from 'node:module';
import os from 'node:os';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import PDFDocument from 'pdfkit';
import { openSources } from './sources.mjs';

const script = fileURLToPath(import.meta.url);
const [first, ...others] = process.argv.slice(2);
if (first === '--take') await take(...others);
else await measure([first, ...others].filter(Boolean).map(Number));

async function measure(counts) {
  const wanted = counts.length > 0 ? counts : [50, 400];
  const folder = fs.mkdtempSync(path.join(os.tmpdir(), 'beredd-import-memory-'));
  try {
    const files = path.join(folder, 'files');
    fs.mkdirSync(files);
    for (let number = 1; number <= Math.max(...wanted); number++) {
      await makeFile(path.join(files, `${number} Ärende ${number}.pdf`), number);
    }
    for (const count of [0, ...wanted]) {
      const target = path.join(folder, `draft-${count}`);
      const run = spawnSync(process.execPath, [script, '--take', files, target, String(count)], {
        encoding: 'utf8',
        maxBuffer: 1 << 26,
      });
      if (run.status !== 0) throw new Error(run.stderr);
      const { peakMB, seconds, documents } = JSON.parse(run.stdout.trim().split('\n').at(-1));
      console.log(
        count === 0
          ? `loading alone: ${peakMB} MB`
          : `${count} files: ${peakMB} MB at most, ${seconds} s, ${documents} documents proposed`,
      );
      fs.rmSync(target, { recursive: true, force: true });
    }
  } finally {
    fs.rmSync(folder, { recursive: true, force: true });
  }
}

/** Text on six pages, and bytes that nothing can make smaller. */
function makeFile(file, number) {
  const pdf = new PDFDocument({ size: 'A4' });
  const written = new Promise((resolve) => pdf.pipe(fs.createWriteStream(file)).on('finish', resolve));
  const noise = randomBytes(2_000_000);
  for (let page = 1; page <= 6; page++) {
    if (page > 1) pdf.addPage();
    pdf.fontSize(16).text(`Ärende ${number}, sida ${page}`);
    for (let row = 0; row < 40; row++) {
      pdf
        .fontSize(10)
        .text(`Nämnden beslutar i ärende ${number} enligt förslaget på rad ${row} av sidan ${page}.`);
    }
  }
  pdf.file(noise, { name: 'bilaga.bin' });
  pdf.end();
  return written;
}

/** One import, as its process does it. */
async function take(files, target, count) {
  fs.mkdirSync(path.join(target, 'files'), { recursive: true });
  const sources = await openSources();
  const { ImportWork } = await sources.load('electron/agendaImport/ImportWork.ts');
  const begun = performance.now();
  const paths = fs
    .readdirSync(files)
    .sort((a, b) => Number.parseInt(a, 10) - Number.parseInt(b, 10))
    .slice(0, Math.max(1, Number(count)))
    .map((name) => path.join(files, name));
  const answer = await new Promise((resolve) => {
    const work = new ImportWork((reply) => {
      if (reply.kind !== 'progress' && reply.kind !== 'wrote') resolve(reply);
    });
    work.receive({
      kind: 'run',
      paths,
      folder: path.join(target, 'files'),
      temporary: path.join(target, `import-${randomUUID()}`),
      wasmFile: createRequire(import.meta.url).resolve('@embedpdf/pdfium/pdfium.wasm'),
      bytes: 'copy',
      proposal: { pastedAgenda: null, existing: [] },
      office: null,
      canRender: false,
      skipped: [],
    });
  });
  if (answer.kind !== 'proposed') throw new Error(JSON.stringify(answer));
  const { items, unplaced } = answer.proposal;
  const documents = items.reduce((sum, item) => sum + item.documents.length, unplaced.length);
  const peakMB = Math.round(process.resourceUsage().maxRSS / 1024);
  console.log(
    JSON.stringify({ peakMB, seconds: Math.round((performance.now() - begun) / 100) / 10, documents }),
  );
  await sources.close();
}
