import type { Query } from '../../../core/find/findInText.ts';
import { findInText } from '../../../core/find/findInText.ts';
import { foldText } from '../../../core/find/foldText.ts';
import type { FindGroup, FindPart } from '../../../core/find/meetingParts.ts';
import type { DocumentEntry } from '../../../core/library/views.ts';
import type { TextRange } from '../../../core/text/textRanges.ts';

/** A hit by where it is counted: stays the same while more is found. */
export interface HitPlace {
  readonly part: number;
  readonly index: number;
}

export interface Hit {
  readonly place: HitPlace;
  readonly group: FindGroup;
  readonly part: FindPart;
  /** The document's own page; null in a text that is no page. */
  readonly page: number | null;
  readonly range: TextRange;
}

/** A row of the list of hits. */
export type HitRow =
  | { readonly type: 'group'; readonly group: FindGroup; readonly count: number }
  | { readonly type: 'document'; readonly document: DocumentEntry; readonly count: number }
  | { readonly type: 'hit'; readonly hit: Hit };

interface ListedPart {
  readonly group: number;
  readonly part: FindPart;
  /** Page, start and end of each hit; page 0 in a text. */
  readonly numbers: number[];
}

const none: readonly TextRange[] = [];

/** The hits of one search, by group and part in reading order. Grows while the search goes on. */
export class HitList {
  readonly groups: readonly FindGroup[];
  readonly #parts: readonly ListedPart[];
  /** Index among the parts of each document of the search. */
  readonly documentParts: readonly number[];
  /** Hits and rows before each part, made anew when something was found. */
  #before: { readonly hits: readonly number[]; readonly rows: readonly number[] } | null = null;
  readonly #pages = new Map<string, readonly TextRange[]>();

  constructor(groups: readonly FindGroup[], query: Query | null) {
    this.groups = groups;
    this.#parts = groups.flatMap(({ parts }, group) =>
      parts.map((part) => ({ group, part, numbers: query === null ? [] : hitsInText(part, query) })),
    );
    this.documentParts = this.#parts.flatMap(({ part }, at) => (part.type === 'document' ? [at] : []));
  }

  /** The documents of the search, in reading order. */
  documents(): readonly DocumentEntry[] {
    return this.documentParts.flatMap((at) => {
      const part = this.#parts[at]?.part;
      return part?.type === 'document' ? [part.document] : [];
    });
  }

  /** Four numbers a hit: index of the document in the search, page, start, end. */
  add(hits: Uint32Array): void {
    for (let at = 0; at + 3 < hits.length; at += 4) {
      const listed = this.#parts[this.documentParts[hits[at] ?? 0] ?? -1];
      listed?.numbers.push(hits[at + 1] ?? 0, hits[at + 2] ?? 0, hits[at + 3] ?? 0);
    }
    if (hits.length > 0) this.#before = null;
  }

  get total(): number {
    return this.#sums().hits.at(-1) ?? 0;
  }

  get rowCount(): number {
    return this.#sums().rows.at(-1) ?? 0;
  }

  at(place: HitPlace): Hit | null {
    const listed = this.#parts[place.part];
    const group = listed && this.groups[listed.group];
    const start = listed?.numbers[place.index * 3 + 1];
    if (!listed || !group || start === undefined) return null;
    const page = listed.numbers[place.index * 3] ?? 0;
    const end = listed.numbers[place.index * 3 + 2] ?? 0;
    return {
      place,
      group,
      part: listed.part,
      page: listed.part.type === 'document' ? page : null,
      range: { start, end },
    };
  }

  /** Which hit it is of all, from 0. */
  numberOf({ part, index }: HitPlace): number {
    return (this.#sums().hits[part] ?? 0) + index;
  }

  /** The hit with this number; null when there is none. */
  numbered(number: number): HitPlace | null {
    const { hits } = this.#sums();
    if (number < 0 || number >= (hits.at(-1) ?? 0)) return null;
    const part = lastAtMost(hits, number);
    return { part, index: number - (hits[part] ?? 0) };
  }

  /** The first hit at or after a page (or a place on it) of a document, wherever it then is; null after the last. */
  from(documentId: string, page: number, start: number): HitPlace | null {
    const part = this.partOf(documentId);
    const listed = this.#parts[part];
    if (!listed) return this.numbered(0);
    const { numbers } = listed;
    for (let index = firstOnPage(numbers, page); index * 3 < numbers.length; index += 1) {
      const at = numbers[index * 3] ?? 0;
      if (at > page || (at === page && (numbers[index * 3 + 1] ?? 0) >= start)) return { part, index };
    }
    return this.numbered(this.#sums().hits[part + 1] ?? 0);
  }

  partOf(documentId: string): number {
    return this.#parts.findIndex(({ part }) => part.type === 'document' && part.document.id === documentId);
  }

  row(number: number): HitRow | null {
    const { rows } = this.#sums();
    if (number < 0 || number >= (rows.at(-1) ?? 0)) return null;
    const part = lastAtMost(rows, number);
    const listed = this.#parts[part];
    const group = listed && this.groups[listed.group];
    if (!listed || !group) return null;
    const titles = this.#titlesOf(part);
    const index = number - (rows[part] ?? 0);
    if (index < titles.length) {
      return titles[index] === 'group' || listed.part.type !== 'document'
        ? { type: 'group', group, count: this.#countOf(listed.group) }
        : { type: 'document', document: listed.part.document, count: listed.numbers.length / 3 };
    }
    const hit = this.at({ part, index: index - titles.length });
    return hit && { type: 'hit', hit };
  }

  rowOf({ part, index }: HitPlace): number {
    return (this.#sums().rows[part] ?? 0) + this.#titlesOf(part).length + index;
  }

  /** The hits on a page; the same list each time, so that the page is not drawn anew. */
  onPage(documentId: string, page: number): readonly TextRange[] {
    const key = `${documentId}:${page}`;
    const known = this.#pages.get(key);
    if (known) return known;
    const numbers = this.#parts[this.partOf(documentId)]?.numbers ?? [];
    const found: TextRange[] = [];
    for (let at = firstOnPage(numbers, page) * 3; numbers[at] === page; at += 3)
      found.push({ start: numbers[at + 1] ?? 0, end: numbers[at + 2] ?? 0 });
    if (found.length === 0) return none;
    this.#pages.set(key, found);
    return found;
  }

  /** Titles above the hits of a part: that of its group when it is the first with hits there, and a document's own. */
  #titlesOf(at: number): readonly ('group' | 'document')[] {
    const listed = this.#parts[at];
    if (!listed || listed.numbers.length === 0) return [];
    let isFirst = true;
    for (let before = at - 1; this.#parts[before]?.group === listed.group; before -= 1)
      if ((this.#parts[before]?.numbers.length ?? 0) > 0) isFirst = false;
    const own = listed.part.type === 'document' ? (['document'] as const) : [];
    return isFirst ? ['group', ...own] : own;
  }

  #countOf(group: number): number {
    return this.#parts.reduce((sum, part) => sum + (part.group === group ? part.numbers.length / 3 : 0), 0);
  }

  #sums(): { readonly hits: readonly number[]; readonly rows: readonly number[] } {
    if (this.#before !== null) return this.#before;
    const hits = [0];
    const rows = [0];
    for (const [at, { numbers }] of this.#parts.entries()) {
      const count = numbers.length / 3;
      hits.push((hits[at] ?? 0) + count);
      rows.push((rows[at] ?? 0) + count + this.#titlesOf(at).length);
    }
    this.#before = { hits, rows };
    return this.#before;
  }
}

function hitsInText(part: FindPart, query: Query): number[] {
  if (part.type === 'document') return [];
  const folded = foldText(part.text, { matchesCase: query.matchesCase });
  return findInText(folded, query).flatMap(({ start, end }) => [0, start, end]);
}

/** The first hit on this page or a later one; pages come in order. */
function firstOnPage(numbers: readonly number[], page: number): number {
  let low = 0;
  let high = numbers.length / 3;
  while (low < high) {
    const middle = Math.floor((low + high) / 2);
    if ((numbers[middle * 3] ?? 0) < page) low = middle + 1;
    else high = middle;
  }
  return low;
}

/** The last index whose sum is at most `value` and smaller than the next: empty parts are passed over. */
function lastAtMost(sums: readonly number[], value: number): number {
  let low = 0;
  let high = sums.length - 2;
  while (low < high) {
    const middle = Math.ceil((low + high) / 2);
    if ((sums[middle] ?? 0) <= value) low = middle;
    else high = middle - 1;
  }
  return low;
}
