import type { Random } from '../fuzz/seededRandom.ts';
import type { Paragraph } from './swedishText.ts';

export interface Printed {
  readonly pages: readonly string[];
  /** For each token id: page index and offsets on it (of its first part when it was hyphenated). */
  readonly places: ReadonlyMap<
    number,
    { readonly page: number; readonly start: number; readonly end: number }
  >;
}

export interface Layout {
  readonly width: number;
  readonly linesPerPage: number;
  readonly hyphenates: boolean;
  readonly ligatures: boolean;
  readonly head: string;
}

const words = { fi: 'ﬁ', fl: 'ﬂ', ff: 'ﬀ' } as const;
const withLigatures = (text: string): string =>
  text.replaceAll('ff', words.ff).replaceAll('fi', words.fi).replaceAll('fl', words.fl);

/** Sets paragraphs into lines and pages as a producer would, and remembers where every word came to stand. */
export function printDocument(paragraphs: readonly Paragraph[], layout: Layout, random: Random): Printed {
  const pages: string[] = [];
  const places = new Map<number, { page: number; start: number; end: number }>();
  let page = '';
  let lines = 0;
  const head = (): string => `${layout.head} Sida ${pages.length + 1}\n`;
  const newLine = (): void => {
    page += '\n';
    lines += 1;
    if (lines < layout.linesPerPage) return;
    pages.push(page);
    page = head();
    lines = 0;
  };
  page = head();
  for (const paragraph of paragraphs) {
    let column = 0;
    for (const token of paragraph) {
      const text = layout.ligatures ? withLigatures(token.text) : token.text;
      if (column > 0 && column + 1 + text.length > layout.width) {
        const room = layout.width - column - 2;
        const canSplit = layout.hyphenates && room > 2 && text.length - room > 2 && /^\p{Ll}+$/u.test(text);
        if (canSplit && random.below(2) === 0) {
          page += ' ';
          places.set(token.id, { page: pages.length, start: page.length, end: page.length + room });
          page += `${text.slice(0, room)}-`;
          newLine();
          page += text.slice(room);
          column = text.length - room;
          continue;
        }
        newLine();
        column = 0;
      }
      if (column > 0) page += ' ';
      places.set(token.id, { page: pages.length, start: page.length, end: page.length + text.length });
      page += text;
      column += text.length + 1;
    }
    newLine();
    newLine();
  }
  pages.push(page);
  return { pages, places };
}
