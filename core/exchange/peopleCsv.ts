import type { MeetingPeopleView } from './peopleViews.ts';

/** The words of the table, in the person's language. */
export interface CsvWords {
  readonly name: string;
  readonly party: string;
  readonly card: string;
  readonly openedRevision: string;
  readonly opened: string;
  readonly disposed: string;
  /** Heads of the two columns that each revision has. */
  readonly sentRevision: (revision: number) => string;
  readonly openedOf: (revision: number) => string;
  readonly cardStates: Readonly<Record<'none' | 'notCompared' | 'compared', string>>;
  readonly yes: string;
}

/**
 * The table of a meeting's people as CSV: semicolons and a byte order mark, as Swedish spreadsheets read it, and no cell
 * that a spreadsheet would take for a formula.
 */
export function peopleCsv(view: MeetingPeopleView, words: CsvWords): string {
  const sealed = view.sealedItems.map(({ number, title }) => [number, title].filter(Boolean).join(' '));
  const head = [
    words.name,
    words.party,
    words.card,
    words.openedRevision,
    words.opened,
    words.disposed,
    ...view.revisions.flatMap(({ revision }) => [words.sentRevision(revision), words.openedOf(revision)]),
    ...sealed,
  ];
  const lines = view.rows.map((row) => [
    row.name,
    row.party,
    words.cardStates[row.card],
    row.openedRevision === null ? '' : String(row.openedRevision),
    row.opened ?? '',
    row.disposed ?? '',
    ...row.revisions.flatMap(({ sent, opened }) => [sent ?? '', opened ?? '']),
    ...view.sealedItems.map(({ id }) => (row.maySee.includes(id) ? words.yes : '')),
  ]);
  return `\ufeff${[head, ...lines].map((cells) => cells.map(cell).join(';')).join('\r\n')}\r\n`;
}

function cell(text: string): string {
  const harmless = /^[=+\-@\t\r]/.test(text) ? `'${text}` : text;
  return /[";\r\n]/.test(harmless) ? `"${harmless.replaceAll('"', '""')}"` : harmless;
}
