// The way through a meeting, with keys alone.
import { findNode, nodesOf } from './accessibleNodes.mjs';

const drawing = 1200;
/** Pages printed in full, and screens gone through in search of a table. */
const pagesToRead = 3;
const screensToSearch = 30;

const titles = {
  sv: {
    words: 'Avsändarens sex ord',
    agenda: 'Föredragningslistan',
    item: 'Ärendets huvud',
    text: 'Handlingarna som text',
    headings: 'Rubrikerna på de sidor som lästes',
    table: 'En tabell',
    noTable: '(ingen tabell på de sidor som lästes)',
    note: 'En anteckning',
    noteText: 'Vad kostar det per år?',
    chooseLanguage: '>svenska',
  },
  en: {
    words: 'The sender’s six words',
    agenda: 'The agenda',
    item: 'The head of the item',
    text: 'The documents as text',
    headings: 'The headings of the pages that were read',
    table: 'A table',
    noTable: '(no table on the pages that were read)',
    note: 'A note',
    noteText: 'What does it cost per year?',
    chooseLanguage: '>engelska english',
  },
};

/** `item` is the number or words of an item; '' takes the first item that is to be decided. */
export async function walk(listener, { item, language }) {
  const title = titles[language];
  await answerWords(listener, title);
  await choose(listener, title.chooseLanguage);

  listener.title(title.agenda);
  await toAgenda(listener);
  await listener.read('.pane--agenda');

  listener.title(title.item);
  await choose(listener, item === '' ? await firstWithDocuments(listener) : item);
  await listener.read('.item-header');

  listener.title(title.text);
  await listener.press('Alt+T', 2 * drawing);
  const { headings, table } = await readText(listener);
  listener.title(title.headings);
  for (const heading of headings) listener.say(heading);
  listener.title(title.table);
  if (table === null) listener.say(title.noTable);
  else listener.say(table);

  listener.title(title.note);
  await listener.press('Control+Alt+N', drawing);
  await listener.type(title.noteText);
  await listener.press('Escape', drawing);
  await listener.read('.note-card');
}

/** The key is confirmed with the last button of the dialog, which Shift+Tab comes to first. */
async function answerWords(listener, title) {
  if ((await listener.waitFor('.ui-dialog', drawing)) === null) return;
  listener.title(title.words);
  await listener.read('.ui-dialog');
  await listener.press('Shift+Tab');
  await listener.press('Enter', drawing);
}

/** Through the palette: what is typed, and Enter on the first line. */
async function choose(listener, typed) {
  await listener.press('Control+K', drawing / 2);
  await listener.type(typed);
  await listener.press('Enter', drawing);
}

async function toAgenda(listener) {
  for (let press = 0; press < 4; press += 1) {
    const focused = await listener.press('F6');
    if (focused?.role === 'row') return;
  }
}

/** The name of the first row that can be unfolded: an item with documents. */
async function firstWithDocuments(listener) {
  const agenda = await listener.nodeAt('[role="treegrid"]');
  const row = agenda && findNode(agenda, ({ role, props }) => role === 'row' && props.expanded !== undefined);
  return row?.name.split('. ').slice(0, 2).join(' ') ?? '';
}

/** Goes on screen by screen; prints the first pages, gathers headings, and stops at the first table. */
async function readText(listener) {
  const seen = new Set();
  const headings = new Set();
  let table = null;
  for (let screen = 0; screen < screensToSearch && table === null; screen += 1) {
    const view = await listener.nodeAt('.text-view');
    const parts = view === null ? [] : partsOf(view);
    for (const part of parts) {
      for (const node of nodesOf(part)) if (node.role === 'heading') headings.add(node);
      table ??= findNode(part, ({ role }) => role === 'table');
      if (seen.has(part.name) || part.children.length < 2) continue;
      seen.add(part.name);
      if (seen.size <= pagesToRead) listener.say(part);
    }
    if (table === null) await listener.press('PageDown', drawing / 2);
  }
  return { headings: withoutRepeats([...headings]), table };
}

/** Pages, and the headings of documents between them. */
function partsOf(node) {
  if (node.role === 'group' || node.role === 'heading') return [node];
  return node.children.flatMap(partsOf);
}

const withoutRepeats = (headings) => {
  const known = new Set();
  return headings.filter(({ name }) => !known.has(name) && known.add(name));
};
