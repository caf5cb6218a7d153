import type { AgendaEntry } from './agendaEntry.ts';
import { agendaFromTable } from './agendaTable.ts';
import { registryNumbersIn } from './registryNumber.ts';
import { separatedValues } from './separatedValues.ts';
import { itemKindFromTitle } from './wordsOfKind.ts';

const months = 'januari|februari|mars|april|maj|juni|juli|augusti|september|oktober|november|december';
const numbered = new RegExp(
  String.raw`^(§\s{0,3}\d{1,4}|\d{1,3}(?:\.\d{1,2}){0,2}[a-zåäö]?(?=[.):\s\t]))[.):]?[\s\t]+(?!(?:${months})\b)(.*\p{L}{2}.*)$`,
  'iu',
);
const ends =
  /^(?:förslag till beslut|beslutsförslag|handlingar|bilagor|ärendebeskrivning|sammanfattning|vid förhinder|ordförande|sekreterare|underskrift|välkom)/iu;
const mostLines = 2000;
const longestLine = 1000;
const longestTitle = 400;

/**
 * Items from a text that somebody pasted or a summons that was read: separated values, numbered lines, or a line an
 * item. Empty when no agenda is recognised.
 */
export function agendaFromText(text: string, newId: () => string): readonly AgendaEntry[] {
  const rows = separatedValues(text);
  const fromTable = rows === null ? [] : agendaFromTable(rows, newId);
  if (fromTable.length >= 2) return fromTable;
  const lines = text
    .replace(/\r\n?/g, '\n')
    .split('\n', mostLines)
    .map((line) => line.slice(0, longestLine));
  const fromNumbers = agendaFromLines(lines, newId);
  if (fromNumbers.length > 0) return fromNumbers;
  const titles = lines
    .map((line) => line.trim().replace(/^[•‣◦▪*–—-]\s*/u, ''))
    .filter((line) => /\p{L}{3}/u.test(line));
  return titles.every((title) => title.length <= 200)
    ? titles.map((title) => entryOf(null, title, newId))
    : [];
}

/** Numbered lines with what follows them, as in a summons. Numbers that fall back are no items. */
export function agendaFromLines(lines: readonly string[], newId: () => string): readonly AgendaEntry[] {
  const found: { number: string; title: string }[] = [];
  let isOpen = false;
  for (const raw of lines) {
    const line = raw.trim();
    const match = numbered.exec(line);
    if (match !== null) {
      found.push({ number: (match[1] ?? '').replace(/\s+/g, ' '), title: match[2] ?? '' });
      isOpen = true;
    } else if (line === '' || ends.test(line)) isOpen = false;
    else if (isOpen && continues(found.at(-1)?.title ?? '', line)) {
      const last = found.at(-1);
      if (last !== undefined) last.title = `${last.title} ${line}`;
    } else isOpen = false;
  }
  const rising = longestRising(found.map(({ number }) => orderOf(number)));
  return rising.map((at) => entryOf(found[at]?.number ?? null, found[at]?.title ?? '', newId));
}

/** A title goes on below when it does not end and the next line is no field of its own. */
const continues = (title: string, line: string): boolean =>
  title.length + line.length < longestTitle &&
  !/^\p{L}+:\s/u.test(line) &&
  (/^\p{Ll}|^\(|^[-–]/u.test(line) || /[,–-]$|\b(?:och|för|av|i|till|om|med)$/u.test(title));

const orderOf = (number: string): readonly number[] =>
  (/\d.*/.exec(number)?.[0] ?? '').split('.').map((part) => Number.parseInt(part, 10));

function isBefore(a: readonly number[], b: readonly number[]): boolean {
  for (let at = 0; at < Math.max(a.length, b.length); at++) {
    const difference = (b[at] ?? 0) - (a[at] ?? 0);
    if (difference !== 0) return difference > 0;
  }
  return false;
}

/** Indices of the longest sequence of numbers that only rise: what stands between is no item. */
function longestRising(orders: readonly (readonly number[])[]): readonly number[] {
  const length: number[] = [];
  const from: number[] = [];
  let end = -1;
  orders.forEach((order, at) => {
    length[at] = 1;
    from[at] = -1;
    for (let before = 0; before < at; before++) {
      if (isBefore(orders[before] ?? [], order) && (length[before] ?? 0) + 1 > (length[at] ?? 0)) {
        length[at] = (length[before] ?? 0) + 1;
        from[at] = before;
      }
    }
    if (end < 0 || (length[at] ?? 0) > (length[end] ?? 0)) end = at;
  });
  const rising: number[] = [];
  for (let at = end; at >= 0; at = from[at] ?? -1) rising.unshift(at);
  return rising;
}

const pageAtEnd = /[\s.·…_\t]+(?:s(?:id(?:a|an)?)?\.?\s?)?(\d{1,4})(?:\s?[-–]\s?\d{1,4})?\s*$/iu;
const pageWord = /[\s.·…\t(]+s(?:id(?:a|an|or)?)?\.?\s?(\d{1,4})(?:\s?[-–]\s?\d{1,4})?\)?\s*$/iu;
const leaders = /(?:[.·…_]{3,}|\t)\s*\d{1,4}(?:\s?[-–]\s?\d{1,4})?\s*$/u;
const minutesText = /[\s,(\t]+(\d{1,3})\s?min(?:uter)?\.?\)?/iu;
const presenterText = /[\s,(\t]+(?:föredragande|föredras av|presenter):?\s*([^()\t;]{3,80})\)?/iu;

/** A title with what stands around it: registry number, minutes, presenter, page. */
function entryOf(number: string | null, words: string, newId: () => string): AgendaEntry {
  let title = words;
  const take = (pattern: RegExp): string | null => {
    const found = pattern.exec(title);
    if (found === null) return null;
    title = `${title.slice(0, found.index)} ${title.slice(found.index + found[0].length)}`;
    return found[1]?.trim() ?? null;
  };
  const page = take(pageWord) ?? (leaders.test(title) ? take(pageAtEnd) : null);
  const minutes = take(minutesText);
  const presenter = take(presenterText);
  const [registry] = registryNumbersIn(title);
  if (registry !== undefined)
    title = title
      .replace(registry.text, ' ')
      .replace(/[\s,([]*\b(?:dnr|diarienr|diarienummer)\.?:?\s*[)\]]?/iu, ' ');
  const shown = title
    .replace(/\(\s*\)/g, ' ')
    .replace(/\s+/g, ' ')
    .replace(/[\s,;:–—-]+$/u, '')
    .trim();
  return {
    id: newId(),
    number,
    title: shown === '' ? words.trim() : shown,
    itemKind: itemKindFromTitle(shown) ?? 'decision',
    registryNumber: registry?.text ?? null,
    presenter,
    minutes: minutes === null ? null : Number(minutes),
    proposedDecision: [],
    level: number !== null && /\d\.\d/.test(number) ? 1 : 0,
    page: page === null ? null : Number(page),
  };
}
