import type { Annotation } from '../../annotation/annotation.ts';
import { personalNumbers } from '../../preflight/personalNumbers.ts';
import type { SheetAgendaItem } from '../sheet.ts';
import type { TextBlock, TextDocument } from '../textDocument.ts';

/** Something to look at before a digest goes out. None stops it: the person decides. */
export interface DigestWarning {
  readonly kind:
    | 'personalNumber'
    | 'email'
    | 'phone'
    | 'sealedTitle' // a sealed item or document is mentioned by its title
    | 'privateWords' // five words in a row that stand in a note that is not to go out
    | 'privateName'; // the addressee of such a note
  /** The words found. */
  readonly words: string;
  /** The heading of the item in which they stand; null above the first. */
  readonly heading: string | null;
}

export interface WarningContext {
  /** Titles of sealed items and of their documents, as far as they are known. */
  readonly sealedTitles: readonly string[];
  /** All notes of the meeting. */
  readonly notes: readonly Annotation[];
  /** The last year anyone can be born. */
  readonly latestYear: number;
}

/** What in a digest may not be meant for everybody, in the order of the text; the same words under a heading once. */
export function digestWarnings(document: TextDocument, context: WarningContext): readonly DigestWarning[] {
  const find = finder(context);
  const found = new Map<string, DigestWarning>();
  let heading: string | null = null;
  for (const block of document.blocks) {
    if (block.block === 'heading' && block.level === 2) heading = block.text;
    for (const { kind, words } of wordsOf(block).flatMap(find)) {
      const key = [kind, words.toLowerCase(), heading].join('\n');
      if (!found.has(key)) found.set(key, { kind, words, heading });
    }
  }
  return [...found.values()];
}

type Found = Pick<DigestWarning, 'kind' | 'words'>;

const wordsOf = (block: TextBlock): readonly string[] =>
  block.block === 'picture'
    ? [block.alternative]
    : block.block === 'list'
      ? block.items
      : block.block === 'quote'
        ? [block.text, block.source]
        : [block.text];

const email = /[\p{L}\p{N}._%+-]+@[\p{L}\p{N}-]+(?:\.[\p{L}\p{N}-]+)+/gu;
/** Swedish numbers as they are written: 08-123 45 67, 070-123 45 67, +46 70 123 45 67. */
const phone = /(?<![\p{L}\p{N}.,/-])(?:\+46|0046|0)[\s-]?\d{1,3}(?:[\s-]{0,3}\d{2,4}){2,4}(?![\d/])/gu;

function finder({ sealedTitles, notes, latestYear }: WarningContext): (text: string) => readonly Found[] {
  const kept = notes.filter(({ noteClass }) => noteClass !== 'toOffice');
  const titles = sealedTitles.filter((title) => plain(title).length >= leastTitle);
  const names = new Set(kept.flatMap(({ addressee }) => (addressee == null ? [] : [addressee.trim()])));
  const runs = new Set(kept.flatMap(({ text, reason = '' }) => [...runsOf(text), ...runsOf(reason)]));
  return (text) => {
    const numbers = personalNumbers(text, latestYear);
    const isNumber = (start: number, end: number): boolean =>
      numbers.some((number) => start < number.end && end > number.start);
    return [
      ...numbers.map(({ start, end }) => found('personalNumber', text.slice(start, end))),
      ...[...text.matchAll(email)].map(([words]) => found('email', words)),
      ...[...text.matchAll(phone)]
        .filter(({ 0: words, index }) => isPhone(words) && !isNumber(index, index + words.length))
        .map(([words]) => found('phone', words)),
      ...titles.filter((title) => plain(text).includes(plain(title))).map((t) => found('sealedTitle', t)),
      ...[...names].filter((name) => saysName(text, name)).map((name) => found('privateName', name)),
      ...sharedRuns(text, runs).map((words) => found('privateWords', words)),
    ];
  };
}

const found = (kind: Found['kind'], words: string): Found => ({ kind, words: words.trim() });

const isPhone = (words: string): boolean => {
  const { length } = words.replace(/\D/g, '');
  return length >= 8 && length <= 13;
};

/** Shorter titles ("Val") stand in any text. */
const leastTitle = 6;
const plain = (text: string): string => text.toLowerCase().replace(/\s+/g, ' ').trim();

/** Shorter names are words ("KS"). */
const saysName = (text: string, name: string): boolean =>
  name.length >= 3 && ` ${wordsIn(text).join(' ')} `.includes(` ${wordsIn(name).join(' ')} `);

const wordsIn = (text: string): readonly string[] => text.toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? [];

const runLength = 5;

const runsOf = (text: string): readonly string[] => {
  const words = wordsIn(text);
  return words.slice(0, Math.max(0, words.length - runLength + 1)).map((_, at) => runAt(words, at));
};
const runAt = (words: readonly string[], at: number): string => words.slice(at, at + runLength).join(' ');

/** Stretches of the text made of such runs, each once and whole. */
function sharedRuns(text: string, runs: ReadonlySet<string>): readonly string[] {
  const words = wordsIn(text);
  const stretches: { start: number; end: number }[] = [];
  for (let at = 0; at + runLength <= words.length; at += 1) {
    if (!runs.has(runAt(words, at))) continue;
    const last = stretches.at(-1);
    if (last !== undefined && at <= last.end) last.end = at + runLength;
    else stretches.push({ start: at, end: at + runLength });
  }
  return stretches.map(({ start, end }) => words.slice(start, end).join(' '));
}

/** Titles of sealed items, of what stands below them, and of their documents. */
export const sealedTitlesOf = (agenda: readonly SheetAgendaItem[]): readonly string[] =>
  agenda.flatMap((item) => (item.sealed === null ? sealedTitlesOf(item.children) : titlesOf(item)));

const titlesOf = (item: SheetAgendaItem): readonly string[] => [
  item.title,
  ...item.documents.map(({ title }) => title),
  ...item.children.flatMap(titlesOf),
];
