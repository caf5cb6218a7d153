import type { Selector } from '../annotation/annotation.ts';
import type { Sha256 } from '../pack/manifest.ts';
import { normaliseText, normaliseWithOffsets, normalisationVersion } from './normaliseText.ts';
import type { NormalisedText } from './normaliseText.ts';
import type { PageText } from './pageText.ts';
import { quadsOf } from './textQuads.ts';
import type { TextRange } from './textRanges.ts';

/** Characters of context kept before and after a quote. */
export const contextLength = 32;

export interface MarkedText {
  readonly sha256: Sha256;
  /** 1-based page of the file. */
  readonly filePage: number;
  readonly page: PageText;
  readonly range: TextRange;
  /** Text of the pages around it in the same document; null at its ends. */
  readonly previousText: string | null;
  readonly nextText: string | null;
}

/**
 * The three selectors for marked text: where on the page of this file, which words between which words, and which
 * offsets of the page's normalised text. Null when nothing but white space is marked.
 */
export function selectorsFor(marked: MarkedText): Selector[] | null {
  const normalised = normaliseWithOffsets(marked.page.text);
  const position = toNormalised(normalised, marked.range);
  if (position.start === position.end) return null;
  const before = `${neighbour(marked.previousText)} ${normalised.text.slice(0, position.start)}`.trimStart();
  const after = `${normalised.text.slice(position.end)} ${neighbour(marked.nextText)}`.trimEnd();
  return [
    {
      type: 'PageSelector',
      sha256: marked.sha256,
      page: marked.filePage,
      quads: quadsOf(marked.page, marked.range),
    },
    {
      type: 'TextQuoteSelector',
      exact: normalised.text.slice(position.start, position.end),
      prefix: lastCharacters(before, contextLength),
      suffix: firstCharacters(after, contextLength),
      normalisation: normalisationVersion,
    },
    { type: 'TextPositionSelector', ...position },
  ];
}

/** The selector of a whole page. */
export function pageSelector(sha256: Sha256, filePage: number): Selector {
  return { type: 'PageSelector', sha256, page: filePage, quads: [] };
}

/**
 * The quads of offsets in a page's normalised text, for the same document: the reverse of `selectorsFor`. Empty when the
 * offsets lie outside the page.
 */
export function quadsOfPosition(page: PageText, position: TextRange): number[][] {
  const range = fromNormalised(normaliseWithOffsets(page.text), position);
  return range ? quadsOf(page, range) : [];
}

/** From offsets of the page's text to offsets of its normalised text, white space at the ends cut off. */
export function toNormalised(normalised: NormalisedText, range: TextRange): TextRange {
  const { text, starts, ends } = normalised;
  let start = 0;
  while (start < starts.length && (ends[start] ?? 0) <= range.start) start++;
  let end = start;
  while (end < starts.length && (starts[end] ?? 0) < range.end) end++;
  while (start < end && text.charAt(start) === ' ') start++;
  while (end > start && text.charAt(end - 1) === ' ') end--;
  return { start, end };
}

/** The reverse of `toNormalised`; null when the offsets are not within the text. */
export function fromNormalised(normalised: NormalisedText, position: TextRange): TextRange | null {
  const start = normalised.starts[position.start];
  const end = normalised.ends[position.end - 1];
  return start === undefined || end === undefined || position.end <= position.start ? null : { start, end };
}

function neighbour(text: string | null): string {
  return text === null ? '' : normaliseText(text);
}

/** Never half a surrogate pair. */
function lastCharacters(text: string, count: number): string {
  const cut = text.slice(-count);
  return /^[\udc00-\udfff]/.test(cut) ? cut.slice(1) : cut;
}

function firstCharacters(text: string, count: number): string {
  const cut = text.slice(0, count);
  return /[\ud800-\udbff]$/.test(cut) ? cut.slice(0, -1) : cut;
}
