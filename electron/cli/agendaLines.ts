import type { AgendaItem, Manifest, PackDocument, Sealed } from '../../core/pack/manifest.ts';
import type { PackPageRange, PackPages } from '../../core/pack/pageNumbers.ts';
import { packPages } from '../../core/pack/pageNumbers.ts';
import type { CliTexts } from './cliTexts.ts';

/** The agenda and the unit briefings of a manifest as indented lines, with pack pages. */
export function agendaLines(manifest: Manifest, texts: CliTexts): readonly string[] {
  const pages = packPages(manifest);
  return [
    ...manifest.agenda.flatMap((item) => itemLines(item, '', pages, texts)),
    ...manifest.briefings.flatMap((briefing) => [
      briefing.unit.name,
      ...sealedLines(briefing.sealed, '  ', texts),
      ...briefing.documents.map((document) => documentLine(document, '  ', pages, texts)),
    ]),
  ];
}

function itemLines(item: AgendaItem, indent: string, pages: PackPages, texts: CliTexts): readonly string[] {
  const number = item.number === null ? '' : `${item.number} `;
  const registryNumber = item.registryNumber === null ? '' : ` (${item.registryNumber})`;
  return [
    `${indent}${number}${item.title}${registryNumber}`,
    ...sealedLines(item.sealed, `${indent}  `, texts),
    ...item.documents.map((document) => documentLine(document, `${indent}  `, pages, texts)),
    ...item.children.flatMap((child) => itemLines(child, `${indent}  `, pages, texts)),
  ];
}

function sealedLines(sealed: Sealed | null, indent: string, { text }: CliTexts): readonly string[] {
  if (sealed === null) return [];
  return [`${indent}${text('cli.sealed', { pages: sealed.pageCount, ground: sealed.ground ?? '' }).trim()}`];
}

function documentLine(document: PackDocument, indent: string, pages: PackPages, { text }: CliTexts): string {
  const range = pages.documents.get(document.id) ?? null;
  return `${indent}${document.title}${range === null ? '' : `, ${pageWords(range, text)}`}`;
}

const pageWords = ({ first, last }: PackPageRange, text: CliTexts['text']): string =>
  text('cli.packPages', { count: last - first + 1, first: String(first), last: String(last) });
