import type { DocumentKind } from '../../core/pack/manifest.ts';
import { asciiWords } from '../../core/pack/entryNaming.ts';
import { mediaTypeOf } from '../../core/pack/mediaTypes.ts';

export { entryFileName, entrySlug } from '../../core/pack/entryNaming.ts';

/** `07 Detaljplan Kyrkbyn` → number `7`, title `Detaljplan Kyrkbyn`; no number: the whole name is the title. */
export function itemNameParts(folderName: string): {
  readonly number: string | null;
  readonly title: string;
} {
  const match = /^(?:§\s*)?0*(\d{1,4}[a-zåäö]?(?:\.\d{1,3})*)[.)]?(?:[\s_-]+(.*))?$/iu.exec(folderName);
  const rest = match?.[2]?.trim() ?? '';
  if (match === null) return { number: null, title: readable(folderName) };
  return { number: match[1] ?? null, title: rest === '' ? readable(folderName) : readable(rest) };
}

/** A title from a file's name: without extension and leading order number, words apart, the first letter large. */
export function titleFromFileName(fileName: string): string {
  const stem = fileName.replace(/\.[a-z0-9]{1,5}$/i, '');
  const unnumbered = stem.replace(/^\d{1,2}[\s._)-]+(?=\D)/, '');
  return readable(unnumbered === '' ? stem : unnumbered);
}

const unprintable = /[\p{Cc}\p{Cf}\p{Surrogate}]/gu;

function readable(name: string): string {
  const clean = name.normalize('NFC').replace(unprintable, '');
  const spaced = clean.includes(' ') ? clean : clean.replace(/[_-]+/g, ' ');
  const trimmed = spaced.replaceAll('_', ' ').replace(/\s+/g, ' ').trim();
  const text = trimmed === '' ? clean : trimmed;
  return text.charAt(0).toLocaleUpperCase('sv') + text.slice(1);
}

/** What kind a document is by the words officials use in file names; everything else is an attachment. */
export function documentKindFromFileName(fileName: string): DocumentKind {
  const plain = asciiWords(fileName);
  if (/^(\d+ )?(tjansteskrivelse|tjut|tjskr)|tjansteskrivelse/.test(plain)) return 'officialReport';
  if (/protokollsutdrag|^(\d+ )?ss ?\d+/.test(plain) || fileName.trimStart().startsWith('§'))
    return 'minutesExtract';
  if (/kallelse|foredragningslista|dagordning/.test(plain)) return 'summons';
  return 'attachment';
}

/** True for files that can be documents of a pack; web pages and unknown formats cannot. */
export const isDocumentFile = (fileName: string): boolean => !notDocuments.has(mediaTypeOfFile(fileName));

const notDocuments: ReadonlySet<string> = new Set(['application/octet-stream', 'text/html', 'text/markdown']);

/** The media type of a document by its extension. */
export const mediaTypeOfFile = (fileName: string): string => mediaTypeOf(fileName.toLowerCase());
