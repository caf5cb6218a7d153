// Measures how much of a meeting an import gets right by itself.
//   npm run measure:import -- AGENDA.json FOLDER [--merged FILE.pdf] [--list]
// AGENDA.json: { "arenden": [{ "paragraf", "arende", "dokument": [{ "fil" }] }] }, the right answer; files by their names
// in FOLDER. Four runs: the files and the merged PDF, each without any agenda and with the titles of the items pasted in.
import { randomUUID, createHash } from 'node:crypto';
import fs from 'node:fs';
import path from 'node:path';
import { parseArgs } from 'node:util';
import { itemMoves } from './itemMoves.mjs';
import { openSources, startPdfium } from './sources.mjs';

const { positionals, values } = parseArgs({
  allowPositionals: true,
  options: { merged: { type: 'string' }, list: { type: 'boolean', default: false } },
});
const [agendaFile, folder] = positionals;
const right = JSON.parse(fs.readFileSync(agendaFile, 'utf8')).arenden;
const itemOfFile = new Map(right.flatMap((item, at) => item.dokument.map(({ fil }) => [fil, at])));

const sources = await openSources();
const { proposeImport } = await sources.load('core/agendaImport/proposeImport.ts');
const { agendaFromText } = await sources.load('core/agendaImport/agendaText.ts');
const { lookAtPdf } = await sources.load('electron/agendaImport/lookAtPdf.ts');

const engine = await startPdfium(sources);

const observe = (file, every) => ({
  sha256: createHash('sha256').update(file).digest('hex'),
  path: path.basename(file),
  pdf: lookAtPdf(engine, file, every).looked,
});

function propose(files, withAgenda) {
  const text = right.map(({ paragraf, arende }) => `${paragraf} ${arende}`).join('\n');
  const agenda = withAgenda ? agendaFromText(text, randomUUID) : null;
  return proposeImport({
    files,
    folders: [],
    draftFiles: [],
    leftOut: [],
    agenda,
    existing: [],
    newId: randomUUID,
  });
}

const percent = (part, all) => `${part} of ${all} (${((100 * part) / all).toFixed(0)} %)`;

function tell(name, documents, rightOf, withAgenda, rangesRight) {
  const { isRight, moves, missing } = itemMoves(documents, rightOf, right.length);
  // A pasted agenda brings its items along.
  const toAdd = withAgenda ? 0 : missing;
  console.log(
    `${name}: ${percent(isRight.filter(Boolean).length, documents.length)} in the right item${rangesRight}; ${moves} to move (2 clicks each), ${toAdd} items without documents to add`,
  );
  if (values.list)
    documents.forEach((document, at) => {
      if (!isRight[at])
        console.log(
          `    ${document.label} → ${document.itemTitle ?? 'unplaced'} (${document.certainty}, ${document.because})`,
        );
    });
}

const listed = (proposal) => [
  ...proposal.items.flatMap((item) =>
    item.documents.map((document) => ({ ...document, item: item.id, itemTitle: item.title })),
  ),
  ...proposal.unplaced.map((document) => ({ ...document, item: null })),
];

const loose = fs
  .readdirSync(folder)
  .filter((name) => itemOfFile.has(name))
  .map((name) => observe(path.join(folder, name), false));
const nameOf = new Map(loose.map((file) => [file.sha256, file.path]));
for (const withAgenda of [false, true]) {
  const documents = listed(propose(loose, withAgenda)).map((document) => ({
    ...document,
    label: nameOf.get(document.file),
  }));
  tell(
    `files, ${withAgenda ? 'titles pasted' : 'no agenda'}`,
    documents,
    ({ label }) => itemOfFile.get(label),
    withAgenda,
    '',
  );
}

/** Where each file's pages lie in the merged one, told by their words. */
function rangesIn(merged) {
  let next = 0;
  const ranges = [];
  const files = [...loose].sort((a, b) => (a.path < b.path ? -1 : 1));
  const begins = (file, at) =>
    merged.pages[at]?.text === file.pdf.pages[0]?.text &&
    merged.pages[at + 1]?.text === (file.pdf.pages[1]?.text ?? merged.pages[at + 1]?.text);
  for (const file of files) {
    let at = next;
    while (at < merged.pageCount && !begins(file, at)) at += 1;
    if (at >= merged.pageCount) at = merged.pages.findIndex((_, page) => begins(file, page));
    if (at < 0) continue;
    ranges.push({ from: at + 1, to: at + file.pdf.pageCount, name: file.path });
    next = at + file.pdf.pageCount;
  }
  return ranges;
}

if (values.merged !== undefined) {
  const file = observe(values.merged, true);
  const ranges = rangesIn(file.pdf);
  for (const withAgenda of [false, true]) {
    const all = listed(propose([file], withAgenda));
    const documents = ranges.map((range) => {
      const same = all.find(({ pages }) => pages?.from === range.from && pages?.to === range.to);
      const over =
        same ?? all.find(({ pages }) => pages !== null && pages.from <= range.from && pages.to >= range.from);
      return {
        ...over,
        label: `${range.from}–${range.to} ${range.name} [${over?.pages?.from}–${over?.pages?.to} ${over?.title}]`,
        isRange: same !== undefined,
        name: range.name,
      };
    });
    const exact = documents.filter(({ isRange }) => isRange).length;
    if (values.list)
      for (const one of documents) if (!one.isRange) console.log(`    range ${one.label} ${one.certainty}`);
    tell(
      `merged, ${withAgenda ? 'titles pasted' : 'no agenda'}`,
      documents,
      ({ name }) => itemOfFile.get(name),
      withAgenda,
      `, ${percent(exact, ranges.length)} page ranges exact, ${all.length} parts proposed`,
    );
  }
}
await sources.close();
