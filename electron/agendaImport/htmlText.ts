/*
 * The little of HTML that our own converters write: no scripts, no comments, quoted attributes.
 */

const entities: Readonly<Record<string, string>> = {
  amp: '&',
  lt: '<',
  gt: '>',
  quot: '"',
  nbsp: ' ',
  '#39': "'",
};

const plain = (html: string): string =>
  html
    .replace(/<br\s*\/?>/giu, '\n')
    .replace(/<[^>]*>/gu, '')
    .replace(/&([a-z]+|#\d+);/giu, (whole, name: string) => entities[name] ?? whole)
    .replace(/[ \t\u00a0]+/g, ' ')
    .trim();

/** The tables of a page, each as rows of cells' texts. */
export const tableRows = (html: string): readonly (readonly (readonly string[])[])[] =>
  [...html.matchAll(/<table[^>]*>([\s\S]*?)<\/table>/giu)].map((table) =>
    [...(table[1] ?? '').matchAll(/<tr[^>]*>([\s\S]*?)<\/tr>/giu)].map((row) =>
      [...(row[1] ?? '').matchAll(/<t[dh][^>]*>([\s\S]*?)<\/t[dh]>/giu)].map((cell) => plain(cell[1] ?? '')),
    ),
  );

/** A paragraph, heading or list entry of a page. */
export interface HtmlBlock {
  /** 1–6 for headings, 0 for others. */
  readonly heading: number;
  readonly text: string;
  readonly isListed: boolean;
}

/** Its blocks in order; the cells of a row beside each other. */
export function htmlBlocks(html: string): readonly HtmlBlock[] {
  const rows = html.replace(/<tr[^>]*>([\s\S]*?)<\/tr>/giu, (_, row: string) => {
    const cells = [...row.matchAll(/<t[dh][^>]*>([\s\S]*?)<\/t[dh]>/giu)].map((cell) => plain(cell[1] ?? ''));
    return `<p>${cells.join(' | ').replaceAll('&', '&amp;').replaceAll('<', '&lt;')}</p>`;
  });
  return [
    ...rows
      .replace(/<li[^>]*>\s*<p[^>]*>/giu, '<li>')
      .matchAll(/<(h[1-6]|p|li)[^>]*>([\s\S]*?)(?=<\/\1>|<(?:h[1-6]|p|li|ul|ol)[\s>])/giu),
  ].flatMap((block) => {
    const tag = (block[1] ?? '').toLowerCase();
    const text = plain(block[2] ?? '');
    if (text === '') return [];
    return [{ heading: tag.startsWith('h') ? Number(tag.charAt(1)) : 0, text, isListed: tag === 'li' }];
  });
}

export const textLines = (html: string): readonly string[] =>
  htmlBlocks(html).flatMap(({ text }) => text.split('\n'));
