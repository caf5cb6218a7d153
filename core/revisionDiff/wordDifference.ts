import { alignSequences } from './alignSequences.ts';

/** A stretch of words. `same` carries the words as they stand in the new text. */
export interface WordPart {
  readonly kind: 'same' | 'removed' | 'added';
  readonly text: string;
}

/** A word, number or mark with the space before it; offsets in its text. */
export interface WordToken {
  readonly text: string;
  /** Equal for tokens that say the same. */
  readonly key: string;
  readonly start: number;
  readonly end: number;
}

const token = /\s*(?:[\p{L}\p{N}\p{M}]+(?:[-‐‑'’/.,:][\p{L}\p{N}\p{M}]+)*|[^\s])|\s+$/gu;

/** The words of a text; joined they are the text. */
export function wordTokens(text: string): readonly WordToken[] {
  return [...text.matchAll(token)].map((match) => ({
    text: match[0],
    key: sayingKey(match[0]),
    start: match.index,
    end: match.index + match[0].length,
  }));
}

/**
 * What a text says, without what a printing may change: kinds of space, dash and quotation mark, and the hyphens and
 * spaces between letters. Spaces between digits stay: "12 5" is not "125".
 */
export function sayingKey(text: string): string {
  return text
    .replace(/[\u2010-\u2015\u2212]/g, '-')
    .replace(/[“”„«»]/g, '"')
    .replace(/[‘’‚]/g, "'")
    .replace(/\s+/g, ' ')
    .trim()
    .replace(/(?<=\p{L})-(?=\p{L})/gu, '')
    .replace(/(?<!\d) | (?!\d)/g, '');
}

/** Two stretches of tokens held against each other; either may be empty. */
export interface TokenStretch {
  readonly same: boolean;
  readonly before: readonly WordToken[];
  readonly after: readonly WordToken[];
}

/** Pairs tokens that say the same; a few equal words between long changes are no help to a reader and go along. */
export function alignTokens(
  before: readonly WordToken[],
  after: readonly WordToken[],
): readonly TokenStretch[] {
  const stretches = alignSequences(
    before.map(({ key }) => key),
    after.map(({ key }) => key),
  ).map((stretch) => {
    const old = before.slice(...stretch.before);
    const renewed = after.slice(...stretch.after);
    // "kommun styrelsen" and "kommunstyrelsen": only the printing differs.
    return { same: stretch.same || saysSame(old, renewed), before: old, after: renewed };
  });
  return joined(withoutSplinters(joined(stretches)));
}

const textOf = (tokens: readonly WordToken[]): string => tokens.map(({ text }) => text).join('');

const saysSame = (before: readonly WordToken[], after: readonly WordToken[]): boolean =>
  before.length > 0 && after.length > 0 && sayingKey(textOf(before)) === sayingKey(textOf(after));

function joined(stretches: readonly TokenStretch[]): readonly TokenStretch[] {
  const found: TokenStretch[] = [];
  for (const stretch of stretches) {
    const last = found.at(-1);
    if (last?.same === stretch.same)
      found[found.length - 1] = {
        same: last.same,
        before: [...last.before, ...stretch.before],
        after: [...last.after, ...stretch.after],
      };
    else found.push(stretch);
  }
  return found;
}

/** Equal stretches shorter than the changes on both their sides become part of these. */
function withoutSplinters(stretches: readonly TokenStretch[]): readonly TokenStretch[] {
  const lettersOf = (tokens: readonly WordToken[]): number =>
    tokens.reduce((sum, { key }) => sum + key.length, 0);
  const extent = (stretch: TokenStretch | undefined): number =>
    stretch === undefined ? 0 : Math.max(lettersOf(stretch.before), lettersOf(stretch.after));
  return stretches.map((stretch, at) => {
    if (!stretch.same || stretch.after.length > 3) return stretch;
    const letters = extent(stretch);
    const isSplinter = letters < extent(stretches[at - 1]) && letters < extent(stretches[at + 1]);
    return isSplinter ? { ...stretch, same: false } : stretch;
  });
}

/** The difference of two texts word by word: removed words stand before the added ones that replace them. */
export function wordDifference(before: string, after: string): readonly WordPart[] {
  return wordParts(alignTokens(wordTokens(before), wordTokens(after)));
}

/** Stretches of tokens as parts to show. */
export function wordParts(stretches: readonly TokenStretch[]): readonly WordPart[] {
  return stretches
    .flatMap((stretch): readonly WordPart[] =>
      stretch.same
        ? [{ kind: 'same', text: textOf(stretch.after) }]
        : [
            { kind: 'removed', text: textOf(stretch.before) },
            { kind: 'added', text: textOf(stretch.after) },
          ],
    )
    .filter(({ text }) => text !== '');
}

/** What the new text reads; the reverse of making the difference. */
export const newText = (parts: readonly WordPart[]): string =>
  parts
    .filter(({ kind }) => kind !== 'removed')
    .map(({ text }) => text)
    .join('');
