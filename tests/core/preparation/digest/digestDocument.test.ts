import fc from 'fast-check';
import * as v from 'valibot';
import { describe, expect, test } from 'vitest';
import type { Annotation } from '../../../../core/annotation/annotation.ts';
import { annotationKinds, noteClasses } from '../../../../core/annotation/annotation.ts';
import { stances } from '../../../../core/annotation/noteDetails.ts';
import type { DigestChoice } from '../../../../core/preparation/digest/digestChoice.ts';
import {
  digestChoiceSchema,
  digestItemOf,
  emptyDigest,
  withDigestItem,
} from '../../../../core/preparation/digest/digestChoice.ts';
import { digestDocument } from '../../../../core/preparation/digest/digestDocument.ts';
import { digestOffer } from '../../../../core/preparation/digest/digestOffer.ts';
import { digestPage } from '../../../../core/preparation/digest/digestPage.ts';
import { digestWarnings, sealedTitlesOf } from '../../../../core/preparation/digest/digestWarnings.ts';
import type { SheetAgendaItem } from '../../../../core/preparation/sheet.ts';
import { markdownOf } from '../../../../core/preparation/textDocument.ts';
import { testId } from '../../../support/testManifest.ts';
import { item, noteOnPage, words } from './digestScene.ts';

const sealed: NonNullable<SheetAgendaItem['sealed']> = {
  slug: '0123456789abcdef',
  reason: 'secrecy',
  ground: 'OSL 25 kap. 1 §',
  pageCount: 2,
};
const everything = (agenda: readonly SheetAgendaItem[], notes: readonly Annotation[]): DigestChoice => {
  const all = (items: readonly SheetAgendaItem[]): readonly SheetAgendaItem[] =>
    items.flatMap((each) => [each, ...all(each.children)]);
  const ids = notes.map(({ id }) => id);
  return all(agenda).reduce(
    (choice, { id, documents }) =>
      withDigestItem(choice, id, {
        isChosen: true,
        ownWords: 'Egna ord.',
        publicText: 'Till alla.',
        withProposedDecision: true,
        withStance: true,
        quotes: ids,
        notes: ids,
        documents: documents.map((document) => document.id),
      }),
    emptyDigest('sv', 'Kommunstyrelsen'),
  );
};
const outOf = (
  agenda: readonly SheetAgendaItem[],
  notes: readonly Annotation[],
  choice: DigestChoice,
): string => {
  const document = digestDocument(digestOffer(agenda, notes), choice, words);
  return digestPage(document) + markdownOf(document);
};

describe('the public digest', () => {
  test('holds what was chosen, in the order of the agenda, and nothing else', () => {
    const agenda = [item(1), item(2), item(3)];
    const notes = [
      noteOnPage(1, 2),
      noteOnPage(2, 2),
      noteOnPage(3, 2, { kind: 'stance', stance: 'reject' }),
    ];
    let choice = withDigestItem(emptyDigest('sv', 'Rubrik'), testId('item', 3), { isChosen: true });
    choice = withDigestItem(choice, testId('item', 2), {
      isChosen: true,
      ownWords: 'Ska planen\n\nantas?',
      withStance: true,
      quotes: [testId('part', 2)],
    });
    const { blocks } = digestDocument(digestOffer(agenda, notes), choice, words);
    expect(
      blocks.map((block) => (block.block === 'list' ? block.items : 'text' in block && block.text)),
    ).toEqual([
      'Rubrik',
      words.meeting,
      '2. Ärende 2',
      words.ownWords,
      'Ska planen',
      'antas?',
      words.stance,
      'Avslag',
      words.fromDocuments,
      'citat 2',
      '3. Ärende 3',
      'Egen sammanställning.',
    ]);
    expect(blocks.find(({ block }) => block === 'quote')).toMatchObject({ source: 'Handling 2, s. 2' });
  });

  test('lets the text of a note out only when it was given to the office', () => {
    const notes = noteClasses.map((noteClass, n) =>
      noteOnPage(n, 1, { noteClass, text: `ord ${noteClass}` }),
    );
    const [offered] = digestOffer([item(1)], notes);
    expect(offered?.notes.map(({ text }) => text)).toEqual(['ord toOffice']);
    expect(outOf([item(1)], notes, everything([item(1)], notes))).not.toMatch(/ord (private|partyGroup)/);
  });

  test('has no quote of a document that was replaced: it may be what was taken out', () => {
    const agenda = [
      item(1, { documents: item(1).documents.map((each) => ({ ...each, sha256: 'cd'.repeat(32) })) }),
    ];
    expect(digestOffer(agenda, [noteOnPage(1, 1)])[0]?.quotes).toEqual([]);
  });

  test('is one file that asks for nothing: no script, no address, its language and landmarks named', () => {
    const hostile = '<script src="https://x.example/a.js"></script><img src=x onerror=alert(1)>';
    const agenda = [item(1, { title: hostile })];
    const html = digestPage(digestDocument(digestOffer(agenda, []), everything(agenda, []), words));
    expect(html).toContain('<html lang="sv">');
    expect(html).toContain('<main class="digest">');
    expect(html).toContain("default-src 'none'");
    expect(html).not.toMatch(/<(script|img|link|iframe|a)\b/);
    expect(html).not.toMatch(/url\(|@import/);
  });

  test('is remembered as it was chosen', () => {
    const choice = everything([item(1)], [noteOnPage(1, 1)]);
    expect(v.parse(digestChoiceSchema, JSON.parse(JSON.stringify(choice)))).toEqual(choice);
    expect(digestItemOf(choice, testId('item', 1)).isChosen).toBe(true);
    expect(digestItemOf(choice, testId('item', 9)).isChosen).toBe(false);
  });
});

describe('whatever is chosen', () => {
  const canary = 'KANARIE';
  /** A note every free word of which is a canary, unless it is the office's. */
  const anyNote = (n: number): fc.Arbitrary<Annotation> =>
    fc
      .record({
        kind: fc.constantFrom(...annotationKinds),
        noteClass: fc.constantFrom(...noteClasses),
        of: fc.integer({ min: 1, max: 4 }),
        stance: fc.constantFrom(...stances),
      })
      .map(({ kind, noteClass, of, stance }) => {
        const secret = noteClass === 'toOffice' && kind !== 'conflict' ? 'öppet' : `${canary}text`;
        return noteOnPage(n, of, {
          kind,
          noteClass,
          stance,
          text: secret,
          reason: secret,
          addressee: `${canary}namn`,
          tags: [{ name: `${canary}etikett`, colour: 'grey' }],
          conflictingTexts: [`${canary}annan`],
          due: '2026-06-01',
        });
      });
  const anyNotes = fc
    .integer({ min: 0, max: 12 })
    .chain((count) => fc.tuple(...Array.from({ length: count }, (_, n) => anyNote(n))));

  test('no word of a private note or of the party group, no name, no tag and nothing sealed gets into it', () => {
    const agenda = [
      item(1),
      item(2, {
        title: `${canary}rubrik`,
        proposedDecision: [`${canary}beslut`],
        sealed,
        documents: item(2).documents.map((document) => ({ ...document, title: `${canary}handling` })),
        children: [item(3, { title: `${canary}under` })],
      }),
      item(4),
    ];
    fc.assert(
      fc.property(anyNotes, (notes) => {
        expect(outOf(agenda, notes, everything(agenda, notes))).not.toContain(canary);
      }),
      { seed: 7, numRuns: 200 },
    );
  });

  test('nothing of an item is in it that was not chosen', () => {
    fc.assert(
      fc.property(anyNotes, fc.array(fc.boolean(), { minLength: 7, maxLength: 7 }), (notes, picks) => {
        const [isChosen, decision, stance, quote, note, document, text] = picks;
        const ids = notes.map(({ id }) => id);
        const choice = withDigestItem(emptyDigest('sv', 'Rubrik'), testId('item', 1), {
          isChosen: isChosen ?? false,
          withProposedDecision: decision ?? false,
          withStance: stance ?? false,
          quotes: quote === true ? ids : [],
          notes: note === true ? ids : [],
          documents: document === true ? [testId('document', 1)] : [],
          publicText: text === true ? 'Till alla.' : '',
        });
        const out = outOf([item(1)], notes, choice);
        const holds = (word: string, isIn: boolean | undefined): void => {
          if (isChosen !== true || isIn !== true) expect(out).not.toContain(word);
        };
        holds('Ärende 1', true);
        holds('Planen antas', decision);
        holds('citat', quote);
        holds('öppet', note);
        holds('Handling 1</li>', document);
        holds('Till alla', text);
      }),
      { seed: 8 },
    );
  });
});

describe('what is to be looked at before a digest goes out', () => {
  const warned = (
    text: string,
    notes: readonly Annotation[] = [],
    agenda: readonly SheetAgendaItem[] = [],
  ) => {
    const choice = withDigestItem(emptyDigest('sv', 'Rubrik'), testId('item', 1), {
      isChosen: true,
      publicText: text,
    });
    const document = digestDocument(digestOffer([item(1)], notes), choice, words);
    return digestWarnings(document, { sealedTitles: sealedTitlesOf(agenda), notes, latestYear: 2026 }).map(
      ({ kind, words: found }) => [kind, found],
    );
  };

  test('is a personal identity number, an address and a telephone number, with the words and the item', () => {
    expect(warned('Ring 070-123 45 67 eller 08-12 34 56 78.')).toEqual([
      ['phone', '070-123 45 67'],
      ['phone', '08-12 34 56 78'],
    ]);
    expect(warned('Född 811218-9876, skriv till elsa@kommun.example.')).toEqual([
      ['personalNumber', '811218-9876'],
      ['email', 'elsa@kommun.example'],
    ]);
  });

  test('is no date, sum, registry number or page', () => {
    expect(
      warned('Den 2026-06-01 kl. 13.00, KS 2026/00123, 155 923 måltider, 96 000 000 kr, s. 12.'),
    ).toEqual([]);
  });

  test('is a sealed item or its document mentioned by its title, whatever the capitals', () => {
    const agenda = [item(2, { title: 'Omhändertagande av  barn', sealed, children: [item(3)] })];
    expect(warned('Vi talar om omhändertagande av barn.', [], agenda)).toEqual([
      ['sealedTitle', 'Omhändertagande av  barn'],
    ]);
  });

  test('is five words in a row of a note that is not to go out, and the name of its addressee', () => {
    const own = noteOnPage(1, 1, {
      text: 'Gruppen röstar nej om priset stiger igen',
      addressee: 'Elsa Berg',
    });
    expect(warned('Sagt: gruppen röstar nej om priset stiger, säger Elsa Berg.', [own])).toEqual([
      ['privateName', 'Elsa Berg'],
      ['privateWords', 'gruppen röstar nej om priset stiger'],
    ]);
    expect(warned('Sagt: gruppen röstar nej.', [own])).toEqual([]);
    expect(warned('Gruppen röstar nej om priset stiger.', [{ ...own, noteClass: 'toOffice' }])).toEqual([]);
  });
});
