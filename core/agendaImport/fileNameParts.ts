import type { DocumentKind } from '../pack/manifest.ts';
import type { RegistryNumber } from './registryNumber.ts';
import { registryNumbersIn } from './registryNumber.ts';
import { documentKindFromWords } from './wordsOfKind.ts';

/** What the name of a file or folder says. */
export interface NameParts {
  /** Of the item, `7` or `7.1`; null when the name has none. */
  readonly itemNumber: string | null;
  /** Written with § or a word like "punkt": more than a number that may only keep files in order. */
  readonly isNumberCertain: boolean;
  /** "Bilaga 3" → 3. */
  readonly attachmentNumber: number | null;
  readonly documentKind: DocumentKind | null;
  readonly registryNumbers: readonly RegistryNumber[];
  /** What is left, as a title. Empty when nothing is. */
  readonly title: string;
}

const extension = /\.[a-z0-9]{1,5}$/i;
const unprintable = /[\p{Cc}\p{Cf}\p{Surrogate}\p{Co}]/gu;
const number = String.raw`(\d{1,3}[a-zåäö]?(?:\.\d{1,3}){0,2})`;
const gap = String.raw`[\s._:–—-]`;

/** § 7, paragraf 7, punkt 7, ärende nr 7, p.7: the number of an item wherever it stands. */
const certainNumber = new RegExp(
  String.raw`(?:§\s{0,3}|(?<![\p{L}\d])(?:paragraf|par|punkt|pkt|ärende|arende|item|p)\.?\s{0,2}(?:nr\.?\s{0,2})?)0*${number}(?![\p{L}\d])`,
  'iu',
);
/** `Bilaga 7.2`: attachment 2 of item 7. */
const dottedAttachment = new RegExp(
  String.raw`(?<!\p{L})(?:bilaga|bil|attachment)\.?${gap}{0,3}0*(\d{1,3})\.(\d{1,3})(?![\d.])`,
  'iu',
);
const attachment = new RegExp(
  String.raw`(?<!\p{L})(?:bilaga|bil|attachment|appendix)\.?${gap}{0,3}(?:nr\.?\s{0,2})?0*(\d{1,3})(?![\d.:])`,
  'iu',
);
/** `07 `, `7.1_`, `7)`; not `2026-05-12` and not `155`-something without a gap. */
const leadingNumber = new RegExp(String.raw`^0*${number}(?:[.)]?[\s_–—-]+|[.)]\s*)(?![\s_-]*\d)`, 'iu');
/** `07-02 Bilaga`: item 7, its second document. */
const leadingPair = /^0*(\d{1,3})[-_]0*(\d{1,2})[\s._-]+(?=\p{L})/u;
/** `§ 68 KSAU …`, `ss68-ksau-…`: another body's minutes, whose number is not this meeting's. */
const otherBody =
  /^(?:§|ss|par)[\s-]{0,2}\d{1,4}[\s_-]+(?:\p{Lu}{2,6}(?!\p{L})|(?:[a-zåäö]{0,8}(?:au|ksau|kf|ks|sn|bn|tn|mn|von|ten|sbn|bun|kun|nämnd\p{L}*|utskott\p{L}*))(?=[\s_-]))/u;
const date = /(?<!\d)(?:19|20)\d\d[-._ ]?(?:0[1-9]|1[0-2])[-._ ]?(?:0[1-9]|[12]\d|3[01])(?!\d)/gu;

/** Takes the name of a file apart; a folder's with `isFolder`, which then keeps a dot at its end. Never fails. */
export function fileNameParts(name: string, isFolder = false): NameParts {
  const whole = clean(isFolder ? name : name.replace(extension, ''));
  const registryNumbers = registryNumbersIn(whole);
  const foreign = otherBody.test(whole);
  const stem = registryNumbers
    .reduce((text, { text: own }) => text.replace(own, ' '), whole)
    .replace(date, ' ')
    .trim();
  const numbered = foreign ? null : numberIn(stem);
  const kind = documentKindFromWords(foreign ? whole : (numbered?.rest ?? stem));
  return {
    itemNumber: numbered?.number ?? null,
    isNumberCertain: numbered?.isCertain ?? false,
    attachmentNumber: numbered?.attachment ?? attachmentIn(stem),
    documentKind: foreign ? 'minutesExtract' : kind,
    registryNumbers,
    title: readable(numbered?.rest ?? stem) || readable(stem) || readable(whole),
  };
}

interface Numbered {
  readonly number: string;
  readonly isCertain: boolean;
  readonly attachment: number | null;
  readonly rest: string;
}

function numberIn(stem: string): Numbered | null {
  const dotted = dottedAttachment.exec(stem);
  if (dotted !== null) {
    const rest = without(stem, dotted);
    return { number: dotted[1] ?? '', isCertain: true, attachment: Number(dotted[2]), rest: rest || stem };
  }
  const certain = certainNumber.exec(stem);
  if (certain !== null) {
    const rest = without(stem, certain).replace(/\s(?:till|to|för)\s*$/u, '');
    return { number: tidy(certain[1] ?? ''), isCertain: true, attachment: attachmentIn(rest), rest };
  }
  const pair = leadingPair.exec(stem);
  if (pair !== null) {
    const rest = stem.slice(pair[0].length);
    return { number: pair[1] ?? '', isCertain: false, attachment: attachmentIn(rest), rest };
  }
  const leading = leadingNumber.exec(stem) ?? (/^0*\d{1,3}$/.test(stem) ? /^0*(\d{1,3})$/.exec(stem) : null);
  if (leading === null) return null;
  const rest = stem.slice(leading[0].length);
  return { number: tidy(leading[1] ?? ''), isCertain: false, attachment: attachmentIn(rest), rest };
}

const attachmentIn = (text: string): number | null => {
  const found = attachment.exec(text)?.[1];
  return found === undefined ? null : Number(found);
};

const without = (text: string, match: RegExpExecArray): string =>
  `${text.slice(0, match.index)} ${text.slice(match.index + match[0].length)}`.trim();

/** `07` → `7`, `7A` → `7a`. */
const tidy = (text: string): string =>
  text
    .toLowerCase()
    .split('.')
    .map((part) => part.replace(/^0+(?=\d)/, ''))
    .join('.');

const clean = (name: string): string =>
  name.normalize('NFC').replace(unprintable, '').replace(/\s+/g, ' ').trim();

/** A title from a name: words apart, nothing hanging at the ends, the first letter large. */
export function readable(name: string): string {
  const spaced = name.includes(' ') && !/[-_]\p{L}+[-_]/u.test(name) ? name : name.replace(/[_-]+/g, ' ');
  const text = spaced
    .replaceAll('_', ' ')
    .replace(/\s+/g, ' ')
    .replace(/^[\s.,:;–—-]+|[\s.,:;–—-]+$/gu, '');
  return text.charAt(0).toLocaleUpperCase('sv') + text.slice(1);
}
