import type { PlacedDraftItem } from '../draft/agendaTree.ts';
import { sealingItem } from '../draft/agendaTree.ts';
import type { Draft, DraftDocument, DraftFile } from '../draft/draft.ts';
import { findTextFault } from '../pack/textRules.ts';
import type { FileFacts, PreflightContext } from './fileFacts.ts';
import { conditionOf } from './fileFacts.ts';
import type { FindingCode } from './finding.ts';
import { textNotAllowed } from './itemChecks.ts';
import { found, type Found } from './makeFinding.ts';

const stops: Readonly<Partial<Record<DraftFile['condition'], FindingCode>>> = {
  damaged: 'fileDamaged',
  encrypted: 'fileEncrypted',
  html: 'fileIsHtml',
  empty: 'fileEmpty',
};

/** What is wrong with the documents of an item. */
export function documentChecks(
  draft: Draft,
  placed: PlacedDraftItem,
  context: PreflightContext,
): readonly Found[] {
  const { item } = placed;
  if (context.locked.has(item.id)) return [];
  const isOpen = sealingItem(placed) === null;
  return [
    ...item.documents.flatMap((document) => {
      const at = { itemId: item.id, documentId: document.id };
      const fault = findTextFault(document);
      return [
        ...(document.title.trim() === '' ? [found('noTitle', { ...at, detail: { what: 'document' } })] : []),
        ...(fault === null ? [] : [textNotAllowed(fault, at.itemId, at.documentId)]),
        ...fileChecks({ draft, document, at, isOpen }, context),
      ];
    }),
    ...namesByCase(item.id, item.documents),
  ];
}

interface Checked {
  readonly draft: Draft;
  readonly document: DraftDocument;
  readonly at: { readonly itemId: string; readonly documentId: string };
  readonly isOpen: boolean;
}

function fileChecks({ draft, document, at, isOpen }: Checked, context: PreflightContext): readonly Found[] {
  const file = draft.files.find(({ sha256 }) => sha256 === document.file);
  const detail = { document: document.title, file: file?.name ?? '' };
  if (file === undefined || !context.isHere(file.sha256)) return [found('fileMissing', { ...at, detail })];
  const condition = conditionOf(file, context);
  const isPdf = file.mediaType === 'application/pdf';
  const code = stops[condition] ?? (condition === 'other' && isPdf ? 'fileNotPdf' : undefined);
  if (code !== undefined) return [found(code, { ...at, about: file.sha256, detail })];
  const facts = context.factsOf(file.sha256);
  const pageCount = facts?.pageCount ?? file.pageCount;
  const { pages } = document;
  if (pages !== null && (pages.from > pages.to || (pageCount !== null && pages.to > pageCount))) {
    const range = { from: pages.from, to: pages.to, count: pageCount ?? 0 };
    return [
      found('pageRangeOutside', {
        ...at,
        about: `${pages.from}-${pages.to}`,
        detail: { ...detail, ...range },
      }),
    ];
  }
  const shown = { first: pages?.from ?? 1, last: pages?.to ?? pageCount ?? 0 };
  return [
    ...plainConversion(file, at, detail),
    ...(facts === null
      ? notedWithoutText(file, document, at)
      : textChecks({ facts, shown, at, isOpen, file })),
  ];
}

const plainConversion = (file: DraftFile, at: Checked['at'], detail: Found['detail']): readonly Found[] =>
  file.converted?.by === 'builtIn' ? [found('convertedPlainly', { ...at, about: file.sha256, detail })] : [];

/** Until the file has been read: what was noted when it was taken in, of whole files. */
function notedWithoutText(file: DraftFile, document: DraftDocument, at: Checked['at']): readonly Found[] {
  const { pagesWithoutText, pageCount } = file;
  if (document.pages !== null || pageCount === null || pageCount === 0 || pagesWithoutText !== pageCount)
    return [];
  return [
    found('noTextLayer', {
      ...at,
      about: file.sha256,
      detail: { count: pageCount, of: pageCount, pages: 'none' },
    }),
  ];
}

interface Read {
  readonly facts: FileFacts;
  /** Pages of the file that the document shows. */
  readonly shown: { readonly first: number; readonly last: number };
  readonly at: Checked['at'];
  readonly isOpen: boolean;
  readonly file: DraftFile;
}

function textChecks({ facts, shown, at, isOpen, file }: Read): readonly Found[] {
  const isShown = (page: number): boolean => page >= shown.first && page <= shown.last;
  const ownPage = (page: number): number => page - shown.first + 1;
  const about = `${file.sha256}:${shown.first}-${shown.last}`;
  const without = facts.pagesWithoutText.filter(isShown).map(ownPage);
  const all: Found[] = [];
  if (without.length > 0) {
    const detail = { count: without.length, of: shown.last - shown.first + 1, pages: listed(without) };
    all.push(found('noTextLayer', { ...at, about, detail }));
  }
  if (!isOpen) return all;
  for (const [kind, code] of numberCodes) {
    const numbers = facts.numbers.filter((number) => number.kind === kind && isShown(number.page));
    const first = numbers[0];
    if (first === undefined) continue;
    const count = numbers.reduce((sum, number) => sum + number.count, 0);
    const pages = listed(numbers.map(({ page }) => ownPage(page)));
    all.push({ ...found(code, { ...at, about, detail: { count, pages } }), page: ownPage(first.page) });
  }
  return all;
}

const numberCodes = [
  ['personal', 'personalIdentityNumber'],
  ['coordination', 'coordinationNumber'],
] as const;

const mostListed = 12;

/** `3, 7, 12` — the first ones, when there are many. */
const listed = (pages: readonly number[]): string =>
  pages.length > mostListed ? `${pages.slice(0, mostListed).join(', ')} …` : pages.join(', ');

/** Titles that a file system, or a tired eye, takes for the same. */
function namesByCase(itemId: string, documents: readonly DraftDocument[]): readonly Found[] {
  const seen = new Map<string, string>();
  return documents.flatMap(({ id, title }) => {
    const folded = title.normalize('NFC').toLocaleLowerCase('sv');
    const other = seen.get(folded);
    if (other === undefined) seen.set(folded, title);
    if (other === undefined || other === title) return [];
    return [
      found('namesDifferByCase', {
        itemId,
        documentId: id,
        about: `${other}/${title}`,
        detail: { title, other },
      }),
    ];
  });
}
