import type { ItemKind } from '../pack/manifest.ts';
import type { AgendaEntry } from './agendaEntry.ts';
import { plainWords } from './plainWords.ts';
import { registryNumbersIn } from './registryNumber.ts';
import { itemKindFromTitle } from './wordsOfKind.ts';

type Column = 'number' | 'title' | 'registryNumber' | 'presenter' | 'kind' | 'minutes' | 'page';

const headers: readonly (readonly [Column, RegExp])[] = [
  [
    'number',
    /^(nr|no|nummer|number|punkt|pkt|par|paragraf|arende nr|arendenr|item no|item number|ordning|#)$/,
  ],
  [
    'registryNumber',
    /^(dnr|diarienr|diarienummer|arendenummer|registry number|registry no|reference|ref|diary number)$/,
  ],
  ['presenter', /^(foredragande|foredras av|handlaggare|presenter|presented by|ansvarig)$/],
  ['kind', /^(typ|slag|arendetyp|kind|type|kategori)$/],
  ['minutes', /^(min|minuter|minutes|tid|tid min|tidsatgang|duration|time)$/],
  ['page', /^(sida|sid|s|page|sidor|sidnr)$/],
  [
    'title',
    /^(arende|arenden|rubrik|titel|title|item|arendemening|benamning|arendets namn|subject|agenda item)$/,
  ],
];

/** Items from the rows of a table, with a first row of headings or without. Rows without a title are passed over. */
export function agendaFromTable(
  rows: readonly (readonly string[])[],
  newId: () => string,
): readonly AgendaEntry[] {
  const filled = rows.filter((row) => row.some((cell) => cell.trim() !== ''));
  const at = filled.findIndex((row) => headerColumns(row).includes('title'));
  const columns = at >= 0 && at < 8 ? headerColumns(filled[at] ?? []) : guessedColumns(filled);
  if (!columns.includes('title')) return [];
  return filled.slice(at >= 0 && at < 8 ? at + 1 : 0).flatMap((row) => entryOfRow(row, columns, newId) ?? []);
}

const headerColumns = (row: readonly string[]): readonly (Column | null)[] => {
  const taken = new Set<Column>();
  return row.map((cell) => {
    const word = cell.trim() === '§' ? 'par' : plainWords(cell);
    const column = headers.find(([name, words]) => words.test(word) && !taken.has(name))?.[0] ?? null;
    if (column !== null) taken.add(column);
    return column;
  });
};

const numberCell = /^(?:§\s*)?\d{1,3}(?:\.\d{1,2})*[a-zåäö]?[.)]?$/iu;

/** What columns hold, told by their cells. */
function guessedColumns(rows: readonly (readonly string[])[]): readonly (Column | null)[] {
  const width = Math.max(0, ...rows.map((row) => row.length));
  const cells = Array.from({ length: width }, (_, column) =>
    rows.map((row) => (row[column] ?? '').trim()).filter((cell) => cell !== ''),
  );
  const share = (column: readonly string[], test: (cell: string) => boolean): number =>
    column.length === 0 ? 0 : column.filter(test).length / column.length;
  const lengths = cells.map(
    (column) => column.reduce((sum, cell) => sum + cell.length, 0) / Math.max(1, rows.length),
  );
  const title = lengths.indexOf(Math.max(...lengths));
  const number = cells.findIndex(
    (column, at) => at !== title && share(column, (cell) => numberCell.test(cell)) >= 0.6,
  );
  const registry = cells.findIndex(
    (column, at) => at !== title && share(column, (cell) => registryNumbersIn(cell).length > 0) >= 0.5,
  );
  return cells.map((_, at) => {
    if (at === title) return 'title';
    if (at === number) return 'number';
    return at === registry ? 'registryNumber' : null;
  });
}

function entryOfRow(
  row: readonly string[],
  columns: readonly (Column | null)[],
  newId: () => string,
): AgendaEntry | null {
  const cell = (column: Column): string => {
    const at = columns.indexOf(column);
    return at < 0 ? '' : (row[at] ?? '').replace(/\s+/g, ' ').trim();
  };
  const title = cell('title');
  if (!/\p{L}{2}/u.test(title)) return null;
  const number = cell('number').replace(/[.)]$/, '');
  const minutes = Number.parseInt(cell('minutes'), 10);
  const page = Number.parseInt(cell('page').replace(/^\D+/, ''), 10);
  return {
    id: newId(),
    number: number === '' ? null : number,
    title,
    itemKind: kindOfWord(cell('kind')) ?? itemKindFromTitle(title) ?? 'decision',
    registryNumber: cell('registryNumber') || null,
    presenter: cell('presenter') || null,
    minutes: minutes >= 0 && minutes <= 24 * 60 ? minutes : null,
    proposedDecision: [],
    level: /\d\.\d/.test(number) ? 1 : 0,
    page: page >= 1 ? page : null,
  };
}

const kindWords: readonly (readonly [ItemKind, RegExp])[] = [
  ['decision', /^(beslut|beslutsarende|decision)/],
  ['information', /^(information|info)/],
  ['notification', /^(anmalan|anmalningsarende|meddelande|notification)/],
  ['formality', /^(formalia|formality|motesformalia)/],
  ['election', /^(val|valarende|election)/],
  ['question', /^(fraga|interpellation|question)/],
  ['other', /^(ovrigt|other)/],
];

const kindOfWord = (word: string): ItemKind | null =>
  kindWords.find(([, words]) => words.test(plainWords(word)))?.[0] ?? null;
