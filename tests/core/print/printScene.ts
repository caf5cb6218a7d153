import type { Annotation, AnnotationSource } from '../../../core/annotation/annotation.ts';
import type { PrintedDocument, PrintedItem, PrintedMeeting } from '../../../core/print/printedMeeting.ts';
import { testId } from '../../support/testManifest.ts';

export const documentId = (number: number): string => testId('document', number);
export const itemId = (number: number): string => testId('item', number);

export function printedDocument(number: number, changes: Partial<PrintedDocument> = {}): PrintedDocument {
  return {
    id: documentId(number),
    title: `Handling ${number}`,
    sha256: number.toString(16).padStart(64, '0'),
    pageCount: 3,
    pages: null,
    mediaType: 'application/pdf',
    firstPackPage: 1,
    ...changes,
  };
}

export function printedItem(number: number, changes: Partial<PrintedItem> = {}): PrintedItem {
  return {
    id: itemId(number),
    number: String(number),
    title: `Ärende ${number}`,
    registryNumber: null,
    sealed: null,
    documents: [],
    children: [],
    ...changes,
  };
}

/** Pack pages 1–3, 4–13 | sealed 14–18 | 19–22 (a part of a shared file) | an item without documents. */
export function printedMeeting(changes: Partial<PrintedMeeting> = {}): PrintedMeeting {
  return {
    meeting: {
      title: 'Nämndens sammanträde',
      bodyName: 'Samhällsbyggnadsnämnden',
      municipality: 'Granåsa kommun',
      start: '2026-12-02T13:00:00+01:00',
      place: 'Stora salen',
      revision: 3,
    },
    agenda: [
      printedItem(1, {
        documents: [
          printedDocument(1, { firstPackPage: 1, pageCount: 3 }),
          printedDocument(2, { firstPackPage: 4, pageCount: 10 }),
        ],
      }),
      printedItem(2, {
        title: 'Förtroligt',
        sealed: { slug: '0123456789abcdef', reason: 'secrecy', ground: 'OSL 21:1', pageCount: 5 },
        // A hostile manifest: a sealed item lists documents all the same.
        documents: [printedDocument(9, { firstPackPage: 14, pageCount: 5 })],
      }),
      printedItem(3, {
        children: [
          printedItem(4, {
            documents: [printedDocument(3, { firstPackPage: 19, pageCount: 4, pages: { from: 11, to: 14 } })],
          }),
        ],
      }),
    ],
    briefings: [],
    ...changes,
  };
}

export function noteOn(
  number: number,
  source: AnnotationSource,
  changes: Partial<Annotation> = {},
): Annotation {
  return {
    id: testId('part', number),
    kind: 'note',
    noteClass: 'private',
    colour: null,
    target: { meeting: testId('meeting', 1), source, selectors: [] },
    text: `Anteckning ${number}`,
    createdAt: number,
    modifiedAt: number,
    conflictingTexts: [],
    ...changes,
  };
}

/** A note on a page of the file that a document lies in. */
export function noteOnPage(
  number: number,
  document: PrintedDocument,
  filePage: number,
  changes: Partial<Annotation> = {},
): Annotation {
  const source = { type: 'document', document: document.id, item: null } as const;
  return noteOn(number, source, {
    target: {
      meeting: testId('meeting', 1),
      source,
      selectors: [
        {
          type: 'PageSelector',
          sha256: document.sha256,
          page: filePage,
          quads: [[72, 700, 200, 700, 72, 686, 200, 686]],
        },
        { type: 'TextQuoteSelector', exact: 'orden', prefix: '', suffix: '', normalisation: 1 },
      ],
    },
    ...changes,
  });
}
