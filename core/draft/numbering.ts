import type { Uuid } from '../pack/manifest.ts';
import type { DraftItem, Numbering } from './draft.ts';
import { allDraftItems } from './agendaTree.ts';

/*
 * Numbers by place. A number that the secretary wrote stays; when it is one of the same series, counting goes on from
 * it. An item that is fixed without a number (roll call, as many have it) takes none, and what stands below it is
 * counted as if it stood beside it: a heading over items.
 */

/** Gives every item without a fixed number its number: 1, 2, 2.1 … or § 1, § 2, § 2.1 … from `numbering.first`. */
export function renumbered(items: readonly DraftItem[], numbering: Numbering): DraftItem[] {
  return numberLevel(items, levelOf(numbering), numbering.first).items;
}

interface Level {
  readonly write: (count: number) => string;
  /** The count a number stands for, or null when it is none of this level. */
  readonly read: (number: string) => number | null;
}

function levelOf({ style }: Numbering, above = ''): Level {
  const start = above === '' ? (style === 'section' ? '§ ' : '') : `${above}.`;
  return {
    write: (count) => `${start}${count}`,
    read: (number) => {
      const digits = number.startsWith(start) ? number.slice(start.length) : '';
      return /^\d{1,6}$/.test(digits) ? Number(digits) : null;
    },
  };
}

interface Counted {
  readonly items: DraftItem[];
  readonly next: number;
}

function numberLevel(items: readonly DraftItem[], level: Level, first: number): Counted {
  let next = first;
  const numbered = items.map((item) => {
    const own = item.numberFixed ? item.number : level.write(next);
    next = Math.max(next, countAfter(item, own, level, next));
    if (own === null) {
      const below = numberLevel(item.children, level, next);
      next = below.next;
      return withNumber(item, own, below.items);
    }
    return withNumber(
      item,
      own,
      numberLevel(item.children, levelOf({ style: 'number', first: 1 }, own), 1).items,
    );
  });
  return { items: numbered, next };
}

function countAfter(item: DraftItem, number: string | null, level: Level, next: number): number {
  if (!item.numberFixed) return next + 1;
  const count = number === null ? null : level.read(number);
  return count === null ? next : count + 1;
}

function withNumber(item: DraftItem, number: string | null, children: DraftItem[]): DraftItem {
  const isSame = item.number === number && children.every((child, at) => child === item.children[at]);
  return isSame ? item : { ...item, number, children };
}

/** How numbers that were given elsewhere seem to run: § when most have one, and from the first. */
export function numberingOf(items: readonly Pick<DraftItem, 'number'>[]): Numbering {
  const numbers = items.flatMap(({ number }) => (number === null ? [] : [number]));
  const sections = numbers.filter((number) => number.startsWith('§'));
  const style = sections.length * 2 > numbers.length ? 'section' : 'number';
  const level = levelOf({ style, first: 1 });
  const first = numbers.map(level.read).find((count) => count !== null);
  return { style, first: Math.max(1, first ?? 1) };
}

/** Keeps the numbers items came with: those that numbering would give stay free, the others become fixed. */
export function withKeptNumbers(items: readonly DraftItem[], numbering: Numbering): DraftItem[] {
  const wanted = new Map(allDraftItems(items).map(({ id, number }) => [id, number]));
  const fixed = new Set<Uuid>();
  for (;;) {
    const tried = renumbered(markFixed(items, fixed), numbering);
    const wrong = allDraftItems(tried).find(({ id, number }) => number !== wanted.get(id) && !fixed.has(id));
    if (wrong === undefined) return tried;
    fixed.add(wrong.id);
  }
}

const markFixed = (items: readonly DraftItem[], fixed: ReadonlySet<Uuid>): DraftItem[] =>
  items.map((item) => ({
    ...item,
    numberFixed: fixed.has(item.id),
    children: markFixed(item.children, fixed),
  }));

/** The first count after those a meeting used, for the next one of the year: § 46 after § 45. */
export function countAfterAll(items: readonly DraftItem[], numbering: Numbering): number {
  const level = levelOf(numbering);
  const counts = allDraftItems(items).flatMap(({ number }) =>
    number === null ? [] : (level.read(number) ?? []),
  );
  return counts.reduce((highest, count) => Math.max(highest, count + 1), numbering.first);
}
