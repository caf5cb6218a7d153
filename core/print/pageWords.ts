import type { Uuid } from '../pack/manifest.ts';
import { addRanges } from '../reading/pageRanges.ts';
import type { PageRanges } from '../reading/pageRanges.ts';
import { openDocumentsOf, printedHolders } from './printedMeeting.ts';
import type { PrintedDocument, PrintedMeeting } from './printedMeeting.ts';

/** Why a text names no pages. `part` is the piece of it that is meant. */
export interface PageWordsFault {
  readonly why: 'empty' | 'unreadable' | 'backwards' | 'noSuchPage' | 'sealed';
  readonly part: string;
}

export type ChosenPages = readonly { readonly id: Uuid; readonly pages: PageRanges }[];

export type PageWords =
  | { readonly ok: true; readonly chosen: ChosenPages }
  | { readonly ok: false; readonly fault: PageWordsFault };

const part =
  /^(?<pack>p|s|paket(?:sida)?|pack(?:\s*page)?|sid(?:a|or)?)?\.?\s*(?<from>\d{1,7})\s*(?:[-–—]\s*(?:p|s)?\.?\s*(?<to>\d{1,7})?)?$/iu;

/**
 * Pages named in words: "1-4, 7, p214-220". Plain numbers are pages of `document` (null: none is open), with `p` pack
 * pages anywhere in the meeting; "7-" goes on to the end. The documents come in the order of the pack.
 */
export function readPageWords(
  words: string,
  document: PrintedDocument | null,
  meeting: Pick<PrintedMeeting, 'agenda' | 'briefings'>,
): PageWords {
  const pieces = words
    .split(/[,;\n]+/)
    .map((piece) => piece.trim())
    .filter((piece) => piece !== '');
  if (pieces.length === 0) return { ok: false, fault: { why: 'empty', part: '' } };
  const documents = documentsInOrder(meeting);
  const chosen = new Map<Uuid, PageRanges>();
  for (const piece of pieces) {
    const read = readPiece(piece, document, documents);
    if ('why' in read) return { ok: false, fault: read };
    for (const { id, pages } of read.chosen) chosen.set(id, addRanges(chosen.get(id) ?? [], pages));
  }
  const inOrder = documents.flatMap(({ id }) => {
    const pages = chosen.get(id);
    return pages === undefined ? [] : [{ id, pages }];
  });
  return { ok: true, chosen: inOrder };
}

function documentsInOrder(meeting: Pick<PrintedMeeting, 'agenda' | 'briefings'>): readonly PrintedDocument[] {
  const all = printedHolders(meeting).flatMap(openDocumentsOf);
  return [...new Map(all.map((document) => [document.id, document])).values()];
}

function readPiece(
  piece: string,
  document: PrintedDocument | null,
  documents: readonly PrintedDocument[],
): PageWordsFault | { readonly chosen: ChosenPages } {
  const groups = part.exec(piece)?.groups;
  if (groups === undefined) return { why: 'unreadable', part: piece };
  const from = Number(groups['from']);
  const isOpenEnded = /[-–—]\s*$/.test(piece);
  const to = isOpenEnded ? Infinity : Number(groups['to'] ?? from);
  if (to < from) return { why: 'backwards', part: piece };
  return groups['pack'] === undefined
    ? ofDocument(piece, document, from, to)
    : ofPack(piece, documents, from, to);
}

function ofDocument(
  piece: string,
  document: PrintedDocument | null,
  from: number,
  to: number,
): PageWordsFault | { readonly chosen: ChosenPages } {
  const last = document?.pageCount ?? 0;
  if (document === null || from < 1 || from > last || (to > last && to !== Infinity))
    return { why: 'noSuchPage', part: piece };
  return { chosen: [{ id: document.id, pages: [[from, Math.min(to, last)]] }] };
}

function ofPack(
  piece: string,
  documents: readonly PrintedDocument[],
  from: number,
  to: number,
): PageWordsFault | { readonly chosen: ChosenPages } {
  const chosen = documents.flatMap(({ id, firstPackPage, pageCount }) => {
    if (firstPackPage === null) return [];
    const first = Math.max(1, from - firstPackPage + 1);
    const last = Math.min(pageCount, to - firstPackPage + 1);
    return first > last ? [] : [{ id, pages: [[first, last]] as const }];
  });
  const lastOfPack = Math.max(
    0,
    ...documents.map(({ firstPackPage, pageCount }) =>
      firstPackPage === null ? 0 : firstPackPage + pageCount - 1,
    ),
  );
  if (from < 1 || from > lastOfPack || (to > lastOfPack && to !== Infinity))
    return { why: 'noSuchPage', part: piece };
  // Pages that the pack counts and no open document has belong to sealed items.
  return chosen.length === 0 ? { why: 'sealed', part: piece } : { chosen };
}

/** The same pages as words, shortest first form: "1-4, 7". Empty for no pages. */
export const pagesAsWords = (pages: PageRanges): string =>
  pages.map(([from, to]) => (from === to ? `${from}` : `${from}-${to}`)).join(', ');

/** The pages one by one, as far as a document has them. */
export function eachPage(pages: PageRanges | null, pageCount: number): readonly number[] {
  const asked: PageRanges = pages ?? [[1, pageCount]];
  return addRanges(asked, []).flatMap(([from, to]) =>
    Array.from({ length: Math.max(0, Math.min(to, pageCount) - from + 1) }, (_, at) => from + at),
  );
}
