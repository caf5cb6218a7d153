import type { CsvWords } from '../../core/exchange/peopleCsv.ts';
import type { Texts } from './texts.ts';

/** The words of the table of a meeting's people. */
export const csvWordsIn = (text: Texts): CsvWords => ({
  name: text('shell.people.csv.name'),
  party: text('shell.people.csv.party'),
  card: text('shell.people.csv.card'),
  openedRevision: text('shell.people.csv.openedRevision'),
  opened: text('shell.people.csv.opened'),
  disposed: text('shell.people.csv.disposed'),
  sentRevision: (revision) => text('shell.people.csv.sentRevision', { revision }),
  openedOf: (revision) => text('shell.people.csv.openedOf', { revision }),
  cardStates: {
    none: text('shell.people.card.none'),
    notCompared: text('shell.people.card.notCompared'),
    compared: text('shell.people.card.compared'),
  },
  yes: text('shell.people.csv.yes'),
});
