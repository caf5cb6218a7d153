import type { DocumentKind } from '../pack/manifest.ts';
import type { NameParts } from './fileNameParts.ts';
import { fileNameParts } from './fileNameParts.ts';
import type { ObservedDocument } from './observed.ts';
import { allowedText } from './allowedText.ts';
import { plainWords } from './plainWords.ts';
import type { RegistryNumber } from './registryNumber.ts';
import { isSameMatter } from './registryNumber.ts';
import { titleWords } from './titleWords.ts';

/** A document with everything that its name and first page say, ready to be compared. */
export interface DescribedDocument {
  readonly observed: ObservedDocument;
  readonly name: NameParts;
  readonly documentKind: DocumentKind;
  readonly nameWords: readonly string[];
  readonly headingWords: readonly string[];
  /** Stems of the beginning of its text. */
  readonly textWords: ReadonlySet<string>;
  readonly registryNumbers: readonly RegistryNumber[];
}

export function describeDocument(observed: ObservedDocument): DescribedDocument {
  // A part of a merged file has no name of its own.
  const fileName = observed.pages === null ? (observed.path.split('/').at(-1) ?? '') : '';
  const name = fileNameParts(fileName);
  const { head } = observed;
  const numbers = [...name.registryNumbers, ...(head?.registryNumbers ?? [])];
  return {
    observed,
    name,
    documentKind: name.documentKind ?? head?.documentKind ?? 'attachment',
    nameWords: titleWords(name.title),
    headingWords: titleWords(head?.heading ?? ''),
    textWords: new Set(titleWords(head?.text ?? '')),
    registryNumbers: numbers.filter(
      (one, at) => !numbers.slice(0, at).some((other) => isSameMatter(one, other)),
    ),
  };
}

/** Title and kind of a file added by hand, by its name alone. */
export function describeName(path: string): { readonly title: string; readonly documentKind: DocumentKind } {
  const name = path.split('/').at(-1) ?? path;
  const { title, documentKind } = fileNameParts(name);
  return { title: allowedText(title === '' ? name : title), documentKind: documentKind ?? 'attachment' };
}

const leastReadable = 4;

/** What to call it: the title in its name, or what stands on its first page when the name says little. */
export function documentTitle({ observed, name }: DescribedDocument): string {
  const { head, pages, path } = observed;
  const heading = head?.heading ?? '';
  const fileName = path.split('/').at(-1) ?? '';
  if (pages !== null)
    return heading.length >= leastReadable ? heading : `${withoutExtension(fileName)} ${pages.from}`;
  const fromName = name.title.trim();
  if (!isPortalName(fileName))
    return fromName.length >= leastReadable ? fromName : heading || fromName || fileName;
  if (sameWords(heading, fromName)) return heading;
  return respelt(fromName.replace(portalNumber, ''), `${heading}\n${head?.text ?? ''}`) || fileName;
}

const withoutExtension = (name: string): string => name.replace(/\.[a-z0-9]{1,5}$/i, '');

/** A name from a web portal: lower case, hyphens, and å, ä and ö lost. */
const isPortalName = (name: string): boolean => /-/.test(name) && !/[A-ZÅÄÖåäö ]/u.test(name);

/** What portals add to make names unique. */
const portalNumber = / \d{5,}$/;

/** Gives words their å, ä and ö back where the document spells them so. */
function respelt(title: string, text: string): string {
  const spelt = new Map<string, string>();
  for (const word of text.match(/\p{L}[\p{L}-]{3,}/gu) ?? []) {
    const plain = plainWords(word);
    if (plain !== word.toLowerCase() && !spelt.has(plain)) spelt.set(plain, word.toLowerCase());
  }
  const words = title.split(' ').map((word) => spelt.get(word.toLowerCase()) ?? word);
  const joined = words.join(' ');
  return joined.charAt(0).toLocaleUpperCase('sv') + joined.slice(1);
}

function sameWords(heading: string, name: string): boolean {
  const wanted = titleWords(name);
  const there = new Set(titleWords(heading));
  return wanted.length > 0 && wanted.filter((word) => there.has(word)).length >= 0.6 * wanted.length;
}
