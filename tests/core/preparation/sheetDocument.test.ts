// @vitest-environment jsdom
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Annotation } from '../../../core/annotation/annotation.ts';
import type { SheetAgendaItem } from '../../../core/preparation/sheet.ts';
import { itemSheets } from '../../../core/preparation/sheet.ts';
import type { SheetWords } from '../../../core/preparation/sheetDocument.ts';
import { sheetDocument } from '../../../core/preparation/sheetDocument.ts';
import { htmlOf, markdownOf } from '../../../core/preparation/textDocument.ts';
import { testId } from '../../support/testManifest.ts';

const words: SheetWords = {
  language: 'sv',
  title: 'Förberedelse',
  meeting: 'Kommunstyrelsen',
  proposedDecision: 'Förslag till beslut',
  myStance: 'Mitt ställningstagande',
  stances: {
    support: 'Bifall',
    reject: 'Avslag',
    referBack: 'Återremiss',
    table: 'Bordläggning',
    ownProposal: 'Eget yrkande',
    undecided: 'Inte bestämt',
  },
  conflict: 'Jäv',
  conflictEffect: 'Du får inte delta.',
  speech: 'Anförande',
  questions: 'Frågor',
  questionStates: { open: 'öppen', asked: 'ställd', answered: 'besvarad' },
  proposals: 'Yrkanden',
  proposalKinds: {
    approval: 'Bifall',
    rejection: 'Avslag',
    amendment: 'Ändring',
    addition: 'Tillägg',
    referBack: 'Återremiss',
    table: 'Bordläggning',
  },
  parts: { text: 'Yrkandets ord', reason: 'Motivering', addressee: 'Till' },
  missing: 'Saknas:',
  reservation: 'Reservation',
  notes: 'Anteckningar',
  tasks: 'Uppgifter',
  registryNumber: 'Dnr',
  presenter: 'Föredragande',
  minutes: (n) => `${n} min`,
  page: (page, packPage) => `s. ${page}${packPage === null ? '' : ` (paket ${packPage})`}`,
  nothing: 'Inget antecknat.',
  tags: (names) => `Taggar: ${names}`,
};
const item: SheetAgendaItem = {
  id: testId('item', 1),
  number: '7',
  title: 'Detaljplan',
  itemKind: 'decision',
  registryNumber: 'KS 1',
  presenter: null,
  minutes: null,
  proposedDecision: ['Planen antas.'],
  sealed: null,
  documents: [],
  children: [],
};
const note = (changes: Partial<Annotation>): Annotation => ({
  id: testId('part', 1),
  kind: 'note',
  noteClass: 'private',
  colour: null,
  target: { meeting: testId('meeting', 1), source: { type: 'item', item: item.id }, selectors: [] },
  text: '',
  createdAt: 1,
  modifiedAt: 1,
  conflictingTexts: [],
  ...changes,
});
const everything = {
  classes: new Set(['private', 'partyGroup', 'toOffice'] as const),
  withConflict: true,
};
const documentOf = (notes: readonly Annotation[], choice: Parameters<typeof sheetDocument>[2] = everything) =>
  sheetDocument(itemSheets([item], notes), words, choice);

describe('the preparation sheet as a document', () => {
  test('says what is to be decided, the stance, proposals with their parts, and what is missing', () => {
    const text = markdownOf(
      documentOf([
        note({ kind: 'stance', stance: 'referBack', text: 'Utred bullret.' }),
        note({
          kind: 'proposal',
          proposalKind: 'referBack',
          text: 'Ärendet återremitteras',
          reason: 'Buller',
        }),
      ]),
    );
    expect(text).toContain('## 7. Detaljplan');
    expect(text).toContain('1. Planen antas.');
    expect(text).toContain('Återremiss');
    expect(text).toContain('Saknas: till');
    expect(text).not.toContain('Frågor');
  });

  test('leaves out notes of classes that were not chosen, and the conflict of interest unless asked for', () => {
    const notes = [
      note({ text: 'Hemlig tanke' }),
      note({ text: 'Gruppens linje', noteClass: 'partyGroup' }),
      note({ kind: 'conflict', text: 'Granne' }),
    ];
    const text = markdownOf(documentOf(notes, { classes: new Set(['partyGroup']), withConflict: false }));
    expect(text).toContain('Gruppens linje');
    expect(text).not.toContain('Hemlig');
    expect(text).not.toContain('Granne');
  });

  test('says the tags of notes, questions and tasks', () => {
    const tags = [
      { name: 'Buller', colour: 'blue' as const },
      { name: 'Kostnad', colour: 'grey' as const },
    ];
    const text = markdownOf(
      documentOf([
        note({ text: 'Se bilagan', tags }),
        note({ kind: 'question', text: 'När?', tags: tags.slice(0, 1) }),
        note({ kind: 'task', text: 'Ring', tags: tags.slice(1) }),
      ]),
    );
    expect(text).toContain('Taggar: Buller, Kostnad');
    expect(text.match(/Taggar:/g)).toHaveLength(3);
  });

  test('says so when nothing is prepared', () => {
    const empty = sheetDocument(
      itemSheets([{ ...item, proposedDecision: [], registryNumber: null }], []),
      words,
      everything,
    );
    expect(markdownOf(empty)).toContain('Inget antecknat.');
  });

  test('shows what was drawn, and says it where there are no pictures; of others nothing', () => {
    const drawn = note({ kind: 'area', text: 'Se gränsen' });
    const picture = { png: 'iVBORw0KGgo=', width: 90, height: 60, alternative: 'Kartan "norr" <b>' };
    const sheet = (classes: readonly Annotation['noteClass'][]) =>
      documentOf([drawn], {
        classes: new Set(classes),
        withConflict: true,
        pictures: { [drawn.id]: picture },
      });
    const page = new DOMParser().parseFromString(htmlOf(sheet(['private'])), 'text/html');
    const shown = page.querySelector('img');
    expect(shown?.getAttribute('alt')).toBe(picture.alternative);
    expect(shown?.getAttribute('src')).toBe(`data:image/png;base64,${picture.png}`);
    expect(markdownOf(sheet(['private']))).toContain('*Kartan "norr" \\<b\\>*');
    expect(htmlOf(sheet(['toOffice']))).not.toContain('<img');
  });
});

describe('any words in a document', () => {
  const anything = fc.string({ unit: 'grapheme-ascii', minLength: 1, maxLength: 60 });

  test('stay words in HTML', () => {
    fc.assert(
      fc.property(anything, (text) => {
        const page = new DOMParser().parseFromString(htmlOf(documentOf([note({ text })])), 'text/html');
        expect(page.querySelectorAll('script, img, iframe, a')).toHaveLength(0);
        const paragraphs = [...page.querySelectorAll('p')].map((each) => each.textContent);
        expect(paragraphs).toContain(text);
      }),
      { numRuns: 80, seed: 7 },
    );
  });

  test('begin no heading, list, quote, link or code in Markdown', () => {
    for (const text of ['# stor', '- punkt', '1. ett', '> citat', '[a](http://b)', '`kod`', '<b>', '* *']) {
      const lines = markdownOf(documentOf([note({ text })])).split('\n');
      expect(lines).not.toContain(text);
    }
  });
});
