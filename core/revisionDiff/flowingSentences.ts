import { sentencesOf } from '../reading/sentences.ts';
import { normaliseWithOffsets } from '../text/normaliseText.ts';
import type { RangeOnPage } from './documentComparison.ts';
import { withoutRunningText } from './runningText.ts';
import type { WordToken } from './wordDifference.ts';
import { wordTokens } from './wordDifference.ts';

/** A token and where it stands. */
export interface PlacedToken extends WordToken {
  readonly range: RangeOnPage;
}

/** A sentence of a document's text as it flows over lines and pages. */
export interface FlowingSentence {
  readonly text: string;
  readonly page: number;
  /** Where it begins in the page's text. */
  readonly start: number;
  /** Made when asked for: most sentences are the same in both revisions. */
  readonly tokens: () => readonly PlacedToken[];
}

interface Paragraph {
  readonly raw: string;
  /** Where each stretch of `raw` stands, in order. */
  readonly parts: readonly { readonly at: number; readonly page: number; readonly start: number }[];
}

/**
 * The sentences of a document in reading order, without running heads, feet and page numbers. Words broken at the end of
 * a line are whole, and a paragraph that goes on over a page break is one.
 */
export function flowingSentences(pages: readonly string[]): readonly FlowingSentence[] {
  return paragraphsOf(withoutRunningText(pages)).flatMap(sentencesIn);
}

function paragraphsOf(pages: readonly string[]): readonly Paragraph[] {
  const paragraphs: Paragraph[] = [];
  for (const [index, page] of pages.entries()) {
    let isFirst = true;
    for (const match of page.matchAll(/[^\n]*\S[^\n]*(?:\n[^\n]*\S[^\n]*)*/g)) {
      const part = { page: index + 1, start: match.index };
      const last = paragraphs.at(-1);
      if (isFirst && last !== undefined && goesOn(last.raw, match[0]))
        paragraphs[paragraphs.length - 1] = {
          raw: `${last.raw}\n${match[0]}`,
          parts: [...last.parts, { ...part, at: last.raw.length + 1 }],
        };
      else paragraphs.push({ raw: match[0], parts: [{ ...part, at: 0 }] });
      isFirst = false;
    }
  }
  return paragraphs;
}

/** A small letter at the top of a page goes on with a sentence that has not ended. */
const goesOn = (before: string, after: string): boolean =>
  /^\s*\p{Ll}/u.test(after) && !/[.!?:]\s*$/u.test(before);

function sentencesIn({ raw, parts }: Paragraph): readonly FlowingSentence[] {
  const { text, starts, ends } = normaliseWithOffsets(raw);
  const placeOf = (start: number, end: number): RangeOnPage => {
    const from = starts[start] ?? 0;
    const to = ends[Math.max(start, end - 1)] ?? from;
    const part = parts.findLast(({ at }) => at <= from) ?? { at: 0, page: 1, start: 0 };
    return { page: part.page, start: part.start + from - part.at, end: part.start + to - part.at };
  };
  return sentencesOf(text).map(({ start, end }) => {
    const words = text.slice(start, end);
    const tokens = (): readonly PlacedToken[] =>
      wordTokens(words).map((token) => {
        const space = token.text.length - token.text.trimStart().length;
        return { ...token, range: placeOf(start + token.start + space, start + token.end) };
      });
    const { page, start: at } = placeOf(start, start + 1);
    return { text: words, page, start: at, tokens };
  });
}
