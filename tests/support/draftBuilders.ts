import { createHash } from 'node:crypto';
import type { Draft, DraftDocument, DraftFile, DraftItem, DraftSeal } from '../../core/draft/draft.ts';
import { draftId as id } from './draftIds.ts';

export { draftId } from './draftIds.ts';

/** A readable PDF of some pages by a name; the same name gives the same file. */
export const sampleFile = (name: string, changes: Partial<DraftFile> = {}): DraftFile => ({
  sha256: createHash('sha256').update(name).digest('hex'),
  size: 1000,
  name,
  mediaType: 'application/pdf',
  pageCount: 4,
  condition: 'readable',
  pagesWithoutText: 0,
  converted: null,
  ...changes,
});

export const sampleDocument = (n: number, changes: Partial<DraftDocument> = {}): DraftDocument => ({
  id: id('document', n),
  title: `Handling ${n}`,
  documentKind: 'attachment',
  file: sampleFile(`${n}.pdf`).sha256,
  pages: null,
  personalData: false,
  withOriginal: false,
  extensions: {},
  ...changes,
});

export const sampleItem = (n: number, changes: Partial<DraftItem> = {}): DraftItem => ({
  id: id('item', n),
  number: null,
  numberFixed: false,
  title: `Ärende ${n}`,
  itemKind: 'information',
  registryNumber: null,
  presenter: null,
  minutes: null,
  proposedDecision: [],
  documents: [],
  conflicts: [],
  seal: null,
  extensions: {},
  children: [],
  ...changes,
});

export const sampleSeal = (changes: Partial<DraftSeal> = {}): DraftSeal => ({
  reason: 'secrecy',
  ground: 'OSL 26 kap. 1 §',
  publicTitle: null,
  entitled: [id('person', 1)],
  slug: null,
  ...changes,
});

export const sampleDraft = (changes: Partial<Draft> = {}): Draft => ({
  id: id('draft', 1),
  created: Date.UTC(2026, 10, 20, 8, 0),
  changed: Date.UTC(2026, 10, 20, 8, 0),
  packId: id('pack', 1),
  issuer: { municipality: 'Granåsa kommun', office: 'Kommunkansliet' },
  meeting: {
    id: id('meeting', 1),
    kind: 'meeting',
    state: 'scheduled',
    title: 'Kommunstyrelsens sammanträde',
    body: { id: id('body', 1), name: 'Kommunstyrelsen', roster: null },
    start: '2026-12-01T13:00:00+01:00',
    end: null,
    place: 'Sessionssalen',
    webcast: null,
    summonsDeadline: '2026-11-24',
    deadlineSource: 'Reglemente 12 §',
  },
  numbering: { style: 'number', first: 1 },
  items: [],
  briefings: [],
  files: [],
  base: null,
  note: '',
  returnBy: null,
  eraseAfter: null,
  acceptedWarnings: [],
  ...changes,
});

/** Two open items, the second with a child, three documents. */
export const agendaDraft = (): Draft =>
  sampleDraft({
    items: [
      sampleItem(1, { number: '1', documents: [sampleDocument(1), sampleDocument(2)] }),
      sampleItem(2, {
        number: '2',
        children: [sampleItem(3, { number: '2.1', documents: [sampleDocument(3)] })],
      }),
    ],
    files: [sampleFile('1.pdf'), sampleFile('2.pdf'), sampleFile('3.pdf')],
  });
