// Sixty notes of all kinds in the real app, then a revision that replaces eight documents, moves two items and withdraws one:
// where every note is afterwards.
//   node scripts/measure/keptNotes.mjs [PACK.beredd] [--pictures FOLDER] [--list FILE]
// Prints a table by what became of the note's place and one by kind; fails when a note is lost. `--pictures` keeps
// screenshots of before and after, `--list` each note with its old and new place (it quotes the documents).
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { parseArgs } from 'node:util';
import { ensureDemo } from '../demo/ensureDemo.mjs';
import { startApp } from '../screenReader/startedApp.mjs';
import { meetingRevisions } from './keptNotes/meetingRevisions.mjs';
import { notesOfAllKinds } from './keptNotes/notesOfAllKinds.mjs';
import { openPack } from './openedPack.mjs';
import { memorySource, openSources, startPdfium } from './sources.mjs';

const { positionals, values } = parseArgs({
  allowPositionals: true,
  options: { pictures: { type: 'string' }, list: { type: 'string' } },
});
const say = (text) => process.stderr.write(`kept notes: ${text}\n`);
const outcomes = ['kept', 'found', 'check', 'tray', 'lost'];
const groups = ['replaced', 'moved', 'withdrawn', 'other'];
const patience = 120_000;

async function main() {
  const folder = fs.mkdtempSync(path.join(os.tmpdir(), 'beredd-kept-notes-'));
  const sources = await openSources();
  try {
    const tools = await loadTools(sources);
    const pack = positionals[0] ?? (await ensureDemo({ log: say })).packs[0];
    say('two revisions are made');
    const textOf = (file) => tools.pagesOf(file).map(({ text }) => text);
    const revisions = await meetingRevisions(path.resolve(pack), folder, textOf);
    await inTheApp(revisions, tools);
  } finally {
    await sources.close();
    fs.rmSync(folder, { recursive: true, force: true });
  }
}

async function loadTools(sources) {
  const { layOutText } = await sources.load('core/text/layOutText.ts');
  const { selectorsFor } = await sources.load('core/text/textSelectors.ts');
  const { nearbyText } = await sources.load('core/annotation/drawn/nearbyText.ts');
  const engine = await startPdfium(sources);
  const empty = { text: '', lines: [] };
  return {
    selectorsFor,
    nearbyText,
    /** The laid out pages of a PDF. */
    pagesOf: (file) => {
      const opened = engine.open(memorySource(file));
      if (!opened.ok) return [];
      const pages = Array.from({ length: opened.value.pageCount }, (_, index) => {
        const characters = opened.value.characters(index + 1);
        return characters.ok ? layOutText(characters.value) : empty;
      });
      opened.value.close();
      return pages;
    },
  };
}

async function inTheApp({ first, second, withdrawn, moved, replaced }, tools) {
  const { app, page, stop } = await startApp(first, say, { size: { width: 1440, height: 900 } });
  try {
    await openPack(page);
    const profile = await app.evaluate(({ app: own }) => own.commandLine.getSwitchValue('profile'));
    const meeting = await page.evaluate(async () => {
      const { client } = window.beredd;
      const { meetingId } = (await client.library.view()).value.meetings[0];
      return (await client.meeting.open({ meetingId })).value;
    });
    const { places, items } = groupsOf(meeting, { withdrawn, moved, replaced }, (sha256) =>
      tools.pagesOf(path.join(profile, 'documents', sha256)),
    );
    const notes = notesOfAllKinds(meeting.meeting.meetingId, places, items, tools);
    const ids = await page.evaluate(
      addAll,
      notes.map(({ draft }) => draft),
    );
    say(`${ids.length} notes are made`);
    await picture(page, 'before');
    const after = await revise(page, second);
    await picture(page, 'after');
    report(notes, ids, after);
  } finally {
    await stop();
  }
}

async function addAll(drafts) {
  const ids = [];
  for (const draft of drafts) {
    const added = await window.beredd.client.notes.add({ draft });
    if (!added.ok) throw new Error(JSON.stringify(added.error));
    ids.push(added.value.id);
  }
  return ids;
}

/** Items and documents by what happens to them. */
function groupsOf(meeting, { withdrawn, moved, replaced }, pagesOf) {
  const isOf = (titles, title) => titles.some((each) => title.startsWith(each.slice(0, 40)));
  const groupOf = (title) =>
    isOf([withdrawn], title) ? 'withdrawn' : isOf(moved, title) ? 'moved' : 'other';
  const places = { replaced: [], withdrawn: [], moved: [], other: [] };
  const items = { withdrawn: [], moved: [], other: [] };
  const stems = new Set(replaced.map((name) => path.basename(name, '.pdf').toLowerCase()));
  for (const item of meeting.agenda) {
    const group = groupOf(item.title);
    items[group].push(item.id);
    for (const { id, sha256, pages, pageCount, title } of item.documents) {
      const fromPage = pages?.from ?? 1;
      const own = pagesOf(sha256).slice(fromPage - 1, fromPage - 1 + pageCount);
      if (own.length === 0 || own.length > 60 || own.every(({ text }) => text.length < 300)) continue;
      const document = { id, item: item.id, sha256, fromPage, pages: own };
      const isReplaced = group !== 'withdrawn' && stems.has(title.toLowerCase());
      places[isReplaced ? 'replaced' : group].push(document);
    }
  }
  // Of moved items one document each, so that both are seen.
  places.moved = items.moved.flatMap((id) => places.moved.filter(({ item }) => item === id).slice(0, 1));
  return { places, items };
}

async function revise(page, second) {
  await page.evaluate(() => {
    window.beredd.on('placements.changed', (view) => {
      window.lastPlaces = view;
    });
  });
  await page.evaluate((file) => window.beredd.client.library.importFiles({ paths: [file] }), second);
  await page.waitForFunction(
    () => window.lastPlaces?.revision === 2 && window.lastPlaces.looking === null,
    null,
    { timeout: patience },
  );
  return page.evaluate(async () => {
    const { client } = window.beredd;
    const { meetingId, placements } = window.lastPlaces;
    return { notes: (await client.notes.list({ meetingId })).value.annotations, placements };
  });
}

async function picture(page, name) {
  await page.getByRole('tab', { name: /Hela mötet|Whole meeting/ }).click();
  const shown = await page.getByRole('tab', { name: /Hela mötet|Whole meeting/ }).textContent();
  say(`${name}: the list shows ${shown?.replace(/\D/g, '')} notes`);
  if (values.pictures === undefined) return;
  fs.mkdirSync(values.pictures, { recursive: true });
  // Once the list is drawn with its new places.
  await page.waitForTimeout(1500);
  await page.screenshot({ path: path.join(values.pictures, `${name}.png`) });
}

function report(notes, ids, { notes: there, placements }) {
  const known = new Set(there.map(({ id }) => id));
  const rows = notes.map(({ group, draft }, at) => {
    const id = ids[at];
    const outcome = known.has(id) ? (placements[id]?.kind ?? 'kept') : 'lost';
    return { group, kind: draft.kind, outcome, why: placements[id]?.why ?? '', draft, place: placements[id] };
  });
  process.stdout.write(table('where it stood', groups, rows, ({ group }) => group));
  const kinds = [...new Set(rows.map(({ kind }) => kind))].sort();
  process.stdout.write(`\n${table('kind', kinds, rows, ({ kind }) => kind)}`);
  if (values.list !== undefined) fs.writeFileSync(values.list, rows.map(lineOf).join('\n'));
  const lost = rows.filter(({ outcome }) => outcome === 'lost').length;
  process.stdout.write(`\n${rows.length} notes, ${lost} lost\n`);
  if (lost > 0) process.exitCode = 1;
}

function table(title, names, rows, nameOf) {
  const counts = (chosen) =>
    outcomes.map((outcome) => chosen.filter((row) => row.outcome === outcome).length).join(' | ');
  const lines = names.map((name) => `| ${name} | ${counts(rows.filter((row) => nameOf(row) === name))} |`);
  return [
    `| ${title} | ${outcomes.join(' | ')} |`,
    `|---|${outcomes.map(() => '--:|').join('')}`,
    ...lines,
    `| **all** | ${counts(rows)} |`,
    '',
  ].join('\n');
}

function lineOf({ group, kind, outcome, why, draft, place }) {
  const of = (selectors = []) => {
    const page = selectors.find(({ type }) => type === 'PageSelector')?.page ?? '-';
    const quote = selectors.find(({ exact }) => exact !== undefined)?.exact ?? '';
    return `p. ${page} "${quote.slice(0, 60)}"`;
  };
  const now = place?.target === undefined ? '' : ` -> ${of(place.target.selectors)}`;
  return [group, kind, outcome, why, `${of(draft.target.selectors)}${now}`].join(' | ');
}

await main();
