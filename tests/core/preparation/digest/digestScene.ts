import type { Annotation } from '../../../../core/annotation/annotation.ts';
import type { DigestWords } from '../../../../core/preparation/digest/digestDocument.ts';
import type { SheetAgendaItem } from '../../../../core/preparation/sheet.ts';
import { testId } from '../../../support/testManifest.ts';

export const file = 'ab'.repeat(32);

/** Item `n` with one open document of ten pages. */
export const item = (n: number, changes: Partial<SheetAgendaItem> = {}): SheetAgendaItem => ({
  id: testId('item', n),
  number: String(n),
  title: `Ärende ${n}`,
  itemKind: 'decision',
  registryNumber: null,
  presenter: null,
  minutes: null,
  proposedDecision: ['Planen antas.'],
  sealed: null,
  documents: [
    { id: testId('document', n), title: `Handling ${n}`, sha256: file, pages: null, firstPackPage: 1 },
  ],
  children: [],
  ...changes,
});

/** Note `n` on page 2 of the document of item `of`. */
export const noteOnPage = (n: number, of: number, changes: Partial<Annotation> = {}): Annotation => ({
  id: testId('part', n),
  kind: 'highlight',
  noteClass: 'private',
  colour: 'yellow',
  target: {
    meeting: testId('meeting', 1),
    source: { type: 'document', document: testId('document', of), item: testId('item', of) },
    selectors: [
      { type: 'PageSelector', sha256: file, page: 2, quads: [] },
      { type: 'TextQuoteSelector', exact: `citat ${n}`, prefix: '', suffix: '', normalisation: 1 },
    ],
  },
  text: '',
  createdAt: n,
  modifiedAt: n,
  conflictingTexts: [],
  ...changes,
});

export const words: DigestWords = {
  language: 'sv',
  meeting: 'Kommunstyrelsen · 2026-06-01 13:00',
  ownWords: 'Vad som ska beslutas',
  proposedDecision: 'Förslag till beslut',
  stance: 'Så ställer jag mig',
  stances: {
    support: 'Bifall',
    reject: 'Avslag',
    referBack: 'Återremiss',
    table: 'Bordläggning',
    ownProposal: 'Eget yrkande',
    undecided: 'Inte bestämt',
  },
  proposalKinds: {
    approval: 'Bifall',
    rejection: 'Avslag',
    amendment: 'Ändringsyrkande',
    addition: 'Tilläggsyrkande',
    referBack: 'Återremiss',
    table: 'Bordläggning',
  },
  fromDocuments: 'Ur handlingarna',
  notes: 'Mina anteckningar',
  documents: 'Handlingar',
  page: (page) => `s. ${page}`,
  madeBy: (name) => (name === '' ? 'Egen sammanställning.' : `Av ${name}.`),
};
