import type { DocumentKind } from '../pack/manifest.ts';
import type { DocumentHead, LookedLine, PageLook } from './observed.ts';
import { registryNumbersIn } from './registryNumber.ts';
import { documentKindFromWords } from './wordsOfKind.ts';

const headLines = 16;
const longestHeading = 220;

/** Lines of a letterhead, which are no title whatever their size. */
const letterhead =
  /^(?:datum|date|handläggare|diarie\p{L}*|dnr|diary|sida|page|till|telefon|e-?post|postadress|besöksadress|org\.? ?n|bankgiro|plats|tid|upprättad|rev(?:iderad)?|version|typ av|gäller för|beslutande instans|kund|uppdrag\p{L}*|www\.|https?:|\d{4}-\d\d-\d\d|penneo|sign)(?=[\s.:\d]|$)/iu;
const bodyName =
  /^(?:[\p{L}-]+ och )?[\p{L}-]*(?:kommun|kommunen|nämnden?|styrelsen|styrelsens|utskott(?:et)?|arbetsutskott|fullmäktige|förvaltning(?:en)?|kontor(?:et)?|avdelning(?:en)?|stad|regionen?)$/iu;
const kindAlone =
  /^(?:tjänsteskrivelse|tjänsteutlåtande|protokoll|protokollsutdrag|sammanträdesprotokoll|utdrag ur protokoll|beslutsunderlag|bilaga(?: \d+)?|rapport|motion|missiv|granskningshandling|samrådshandling|kallelse|underlag för beslut)$/iu;
const sectionHeading =
  /^(?:(?:ärendebeskrivning|sammanfattning|bakgrund|beredning|beslut|beslutsunderlag|innehåll(?:sförteckning)?|inledning|ärendet|bilag(?:a|or))\s*:?$|förslag till (?:beslut|kommun)|(?:förvaltningens|kontorets) (?:yttrande|förslag|bedömning)|beslutet ska skickas|\d+(?:\.\d+)*\.? )/iu;
const paragraphLine = /^§\s{0,2}(\d{1,4})(?=\s|$)\s*(.*)$/u;

/** What the first pages of a document say of it. Null when there is no text at all. */
export function documentHead(pages: readonly PageLook[]): DocumentHead | null {
  const [first] = pages;
  if (first === undefined || pages.every(({ letterCount }) => letterCount === 0)) return null;
  const lines = first.first.slice(0, headLines);
  const head = lines.map(({ text }) => text).join('\n');
  const paragraphs = lines.flatMap(({ text }) => paragraphLine.exec(text) ?? []).slice(0, 3);
  const isMinutes = lines
    .slice(0, 8)
    .some(({ text }) => /^(?:sammanträdes)?protokoll(?:sutdrag)?\b/iu.test(text.trim()));
  return {
    heading: headingOf(first, lines),
    documentKind: kindOf(head, lines, isMinutes),
    registryNumbers: registryNumbersIn(head),
    paragraph: isMinutes && paragraphs[1] !== undefined ? Number(paragraphs[1]) : null,
    minutesOf: isMinutes ? authorityOf(lines) : null,
    text: pages
      .map(({ text }) => text)
      .join('\n')
      .slice(0, 6000),
  };
}

/** Whose minutes they are: what stands before the word. */
const authorityOf = (lines: readonly LookedLine[]): string =>
  lines
    .slice(
      0,
      lines.findIndex(({ text }) => /protokoll/iu.test(text)),
    )
    .map(({ text }) => text.trim())
    .join(' ')
    .slice(0, 80);

function kindOf(head: string, lines: readonly LookedLine[], isMinutes: boolean): DocumentKind | null {
  if (isMinutes) return 'minutesExtract';
  if (
    /handläggare/iu.test(head) &&
    /(ärendebeskrivning|förslag till beslut|sammanfattning|till )/iu.test(head)
  )
    return 'officialReport';
  for (const { text } of lines.slice(0, 8)) {
    if (text.length > 60) continue;
    const kind = documentKindFromWords(text);
    if (kind !== null) return kind;
  }
  return null;
}

/** The title of a document by its first page: after § in minutes, else the largest letters that are no letterhead. */
export function headingOf(
  page: PageLook,
  lines: readonly LookedLine[] = page.first.slice(0, headLines),
): string | null {
  const paragraph = lines.findIndex(({ text }) => paragraphLine.test(text));
  if (paragraph >= 0 && paragraph < 10) {
    const said = afterParagraph(lines, paragraph);
    if (said !== '') return cut(said);
  }
  const candidates = lines
    .map((line, at) => ({ ...line, at, text: line.text.trim() }))
    .filter((line) => isTitleLike(line.text) && !isRunningText(line, page));
  const largest = candidates.toSorted((a, b) => score(b, page) - score(a, page) || a.at - b.at)[0];
  if (largest === undefined) return null;
  const parts = [largest.text];
  for (const { text, size } of lines.slice(largest.at + 1)) {
    const line = text.trim();
    const isSame = Math.abs(size - largest.size) <= 0.08 * largest.size;
    if (!isSame || line === '' || sectionHeading.test(line) || isEnough(parts, largest, page)) break;
    parts.push(line);
  }
  return cut(parts.join(' '));
}

const isOrdinary = (line: LookedLine, page: PageLook): boolean => line.size < 1.1 * page.bodySize;

/** A full line in the letters of the text is a sentence, not a title. */
const isRunningText = (line: LookedLine, page: PageLook): boolean =>
  isOrdinary(line, page) && (line.text.length > 85 || /[.:;,]$|^\p{Ll}|[.;]\s\p{Lu}/u.test(line.text));

/** A title in ordinary letters ends with its line; a larger one may take several. */
function isEnough(parts: readonly string[], line: LookedLine, page: PageLook): boolean {
  if (parts.join(' ').length > longestHeading) return true;
  if (/[,–-]$|(?<!\p{L})(?:och|för|av|i|till|om|med|från)$/u.test(parts.at(-1) ?? '')) return false;
  return isOrdinary(line, page) && (parts.join(' ').length > 60 || /[.!?]$/.test(parts.at(-1) ?? ''));
}

/** Larger letters, and among the same the earlier. */
const score = (
  line: { readonly size: number; readonly at: number; readonly text: string },
  page: PageLook,
): number => (page.bodySize > 0 ? Math.min(4, line.size / page.bodySize) : 1) * 10 - line.at * 0.35;

function isTitleLike(text: string): boolean {
  if (text.length < 4 || text.length > longestHeading || !/\p{L}{3}/u.test(text)) return false;
  if (letterhead.test(text) || bodyName.test(text) || kindAlone.test(text) || sectionHeading.test(text))
    return false;
  return !/^[\p{L}\d.-]+\.(?:se|com|nu|org)$/iu.test(text) && !/^\d[\d\s()/.-]*$/.test(text);
}

/** The title stands behind the number and registry number, or on the lines below. */
function afterParagraph(lines: readonly LookedLine[], at: number): string {
  const rest = paragraphLine.exec(lines[at]?.text.trim() ?? '')?.[2] ?? '';
  const own = registryNumbersIn(rest).reduce((text, { text: number }) => text.replace(number, ' '), rest);
  const parts = [own.replace(/\bdnr\b\.?:?/iu, '').trim()].filter((part) => /\p{L}{3}/u.test(part));
  for (const { text } of lines.slice(at + 1, at + 5)) {
    const line = text.trim();
    if (sectionHeading.test(line) || paragraphLine.test(line) || /^(?:datum|dnr|diarie)/iu.test(line)) break;
    if (parts.length > 0 && (/[.:]$/.test(parts.at(-1) ?? '') || parts.join(' ').length > 140)) break;
    if (line !== '' && registryNumbersIn(line)[0]?.text !== line) parts.push(line);
  }
  return parts.join(' ');
}

const cut = (text: string): string =>
  text
    .replace(/\s+/g, ' ')
    .slice(0, longestHeading)
    .replace(/[\s,;:–-]+$/u, '')
    .trim();
