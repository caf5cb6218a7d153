// @vitest-environment jsdom
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { AgendaPageWords } from '../../../core/issuing/agendaPage.ts';
import { agendaPage } from '../../../core/issuing/agendaPage.ts';
import type { ManifestSpec } from '../../support/testManifest.ts';
import { testId, testManifest } from '../../support/testManifest.ts';

const words: AgendaPageWords = {
  language: 'sv',
  summons: 'Kallelse',
  agenda: 'Föredragningslista',
  briefings: 'Verksamhetsgenomgångar',
  time: 'Tid',
  place: 'Plats',
  cancelled: 'Inställt',
  registryNumber: 'Dnr',
  presenter: 'Föredragande',
  proposedDecision: 'Förslag till beslut',
  documents: 'Handlingar',
  sealed: 'Sekretess',
  members: 'Ledamöter',
  substitutes: 'Ersättare',
  itemKinds: {
    decision: 'Beslut',
    information: 'Information',
    notification: 'Anmälan',
    formality: 'Formalia',
    election: 'Val',
    question: 'Fråga',
    other: 'Övrigt',
  },
  documentKinds: {
    officialReport: 'Tjänsteskrivelse',
    attachment: 'Bilaga',
    minutesExtract: 'Protokollsutdrag',
    summons: 'Kallelse',
    other: '',
  },
  issued: 'Revidering 1',
  when: 'tisdag 1 december 2026 kl. 13.00',
};

const shown = (spec: ManifestSpec, addressOf: (id: string) => string | null = () => null): Document => {
  const { manifest } = testManifest(spec);
  const page = agendaPage(manifest, words, { addressOf, withRoster: true });
  return new DOMParser().parseFromString(page, 'text/html');
};

describe('the page of summons and agenda', () => {
  test('names meeting, time and place, and lists items by headings with their proposed decisions', () => {
    const page = shown({});
    expect(page.documentElement.lang).toBe('sv');
    expect(page.title).toBe('Kallelse: Kommunstyrelsen 1 december 2026');
    expect(page.querySelector('.facts')?.textContent).toContain('Kommunhuset, Storsalen');
    const headings = [...page.querySelectorAll('h3')].map((heading) => heading.textContent);
    expect(headings.at(-1)).toContain('Detaljplan för Kyrkbyn');
    expect(page.querySelector('ol.points')?.textContent).toBe('Kommunstyrelsen antar planen.');
    expect(page.body.textContent).toContain('Dnr KS 2026/117');
  });

  test('steps headings down for items below items', () => {
    const page = shown({ agenda: [{ title: 'Val', children: [{ title: 'Val av ordförande' }] }] });
    expect(page.querySelector('h4')?.textContent).toContain('Val av ordförande');
  });

  test('says on top that a meeting is cancelled', () => {
    expect(shown({ meeting: { state: 'cancelled' } }).querySelector('.cancelled')?.textContent).toBe(
      'Inställt',
    );
  });

  test('links the documents that have an address, and only those', () => {
    const page = shown({}, (id) => (id === testId('document', 1) ? 'handlingar/å b.pdf' : null));
    const links = [...page.querySelectorAll('a')];
    expect(links.map((link) => link.getAttribute('href'))).toEqual(['handlingar/%C3%A5%20b.pdf']);
  });

  test('shows members and substitutes apart', () => {
    const members = [
      { id: testId('person', 1), name: 'Maja Lind', party: 'S', role: 'chair' as const },
      { id: testId('person', 2), name: 'Olle Frid', party: '', role: 'substitute' as const },
    ];
    const body = { id: testId('body', 1), name: 'KS', roster: { members, callIn: [], source: null } };
    const text = shown({ meeting: { body } }).body.textContent ?? '';
    expect(text).toMatch(/Ledamöter\s*Maja Lind \(S\)\s*Ersättare\s*Olle Frid/);
  });

  test('never lets words become markup', () => {
    const hostile = fc.stringMatching(/^[<>"'&a-z/= ]{1,40}$/);
    fc.assert(
      fc.property(hostile, (title) => {
        const page = shown({
          agenda: [{ title, presenter: title, proposedDecision: [title], documents: [{ title }] }],
          pack: { note: title },
        });
        expect(page.querySelectorAll('script, img, iframe, [onclick], [onerror]')).toHaveLength(0);
        expect(page.querySelector('h3')?.textContent).toContain(title);
      }),
      { numRuns: 60, seed: 3 },
    );
  });
});
