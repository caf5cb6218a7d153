import type { SheetPicture } from './sheetPictures.ts';
import { escapeHtml } from '../html/escapeHtml.ts';

/** A plain text document in blocks: what a sheet is before it becomes a PDF, a Word file or Markdown. */
export type TextBlock =
  | { readonly block: 'heading'; readonly level: 1 | 2 | 3; readonly text: string }
  | { readonly block: 'paragraph'; readonly text: string; readonly isQuiet?: boolean }
  | { readonly block: 'list'; readonly ordered: boolean; readonly items: readonly string[] }
  | { readonly block: 'quote'; readonly text: string; readonly source: string }
  /** A picture; its words stand for it where there are none. */
  | ({ readonly block: 'picture' } & SheetPicture);

export interface TextDocument {
  readonly title: string;
  /** BCP 47. */
  readonly language: string;
  readonly blocks: readonly TextBlock[];
}

/** The document as Markdown (CommonMark): nobody's words become markup. */
export function markdownOf({ blocks }: TextDocument): string {
  return `${blocks.map(markdownBlock).join('\n\n')}\n`;
}

function markdownBlock(block: TextBlock): string {
  switch (block.block) {
    case 'heading':
      return `${'#'.repeat(block.level)} ${escapeInLine(oneLine(block.text))}`;
    case 'paragraph':
      return escapeLines(block.text);
    case 'list':
      return block.items
        .map((item, i) => {
          const mark = block.ordered ? `${i + 1}. ` : '- ';
          return `${mark}${escapeLines(item).replaceAll('\n', `\n${' '.repeat(mark.length)}`)}`;
        })
        .join('\n');
    case 'quote': {
      const quoted = escapeLines(block.text)
        .split('\n')
        .map((line) => `> ${line}`.trimEnd())
        .join('\n');
      return block.source === '' ? quoted : `${quoted}\n>\n> — ${escapeMarkdown(oneLine(block.source))}`;
    }
    case 'picture':
      return `*${escapeInLine(oneLine(block.alternative))}*`;
  }
}

const oneLine = (text: string): string => text.replace(/\s+/g, ' ').trim();

/** Each line by itself, since a line break stays one (two spaces before it). */
const escapeLines = (text: string): string =>
  text
    .split('\n')
    .map((line) => escapeMarkdown(line.trim()))
    .join('  \n');

/** CommonMark 6.1: a backslash before punctuation makes it plain. */
const escapeInLine = (line: string): string => line.replace(/[\\`*_[\]<>|~&]/g, '\\$&');

/** At the head of a line also what would begin a list or heading. */
function escapeMarkdown(line: string): string {
  return escapeInLine(line)
    .replace(/^(\s*)([#+-])/, '$1\\$2')
    .replace(/^(\s*\d+)([.)])/, '$1\\$2');
}

/** The document as one HTML page without script; headings, lists and language are marked for a tagged PDF. */
export function htmlOf({ title, language, blocks }: TextDocument): string {
  return `<!doctype html>
<html lang="${escapeHtml(language)}"><head><meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'; img-src data:">
<title>${escapeHtml(title)}</title><style>${style}</style></head>
<body><main>
${htmlBlocks({ blocks })}
</main></body></html>
`;
}

/** The blocks alone: headings, paragraphs, lists and quotes without a frame. */
export const htmlBlocks = ({ blocks }: Pick<TextDocument, 'blocks'>): string =>
  blocks.map(htmlBlock).join('\n');

const style = `
body { font: 11pt/1.45 "Source Serif 4", Georgia, serif; color: #1c1b19; margin: 0; }
h1, h2, h3, .quiet, cite { font-family: Inter, "Segoe UI", Arial, sans-serif; }
h1 { font-size: 18pt; margin: 0 0 6pt; }
h2 { font-size: 14pt; margin: 18pt 0 4pt; border-bottom: 1px solid #c9c5bc; break-after: avoid; }
h3 { font-size: 11pt; margin: 10pt 0 2pt; break-after: avoid; }
p { margin: 2pt 0; }
ol, ul { margin: 2pt 0; padding-left: 18pt; }
blockquote { margin: 4pt 0; padding-left: 8pt; border-left: 2pt solid #b9a24a; break-inside: avoid; }
img { display: block; max-width: 100%; margin: 4pt 0; border: 0.5pt solid #8f8a80; break-inside: avoid; }
cite, .quiet { color: #55524b; font-size: 9pt; font-style: normal; }
@page { size: A4; margin: 20mm; }
`;

function htmlBlock(block: TextBlock): string {
  switch (block.block) {
    case 'heading':
      return `<h${block.level}>${escapeHtml(block.text)}</h${block.level}>`;
    case 'paragraph':
      return `<p${block.isQuiet === true ? ' class="quiet"' : ''}>${htmlLines(block.text)}</p>`;
    case 'list': {
      const tag = block.ordered ? 'ol' : 'ul';
      return `<${tag}>${block.items.map((item) => `<li>${htmlLines(item)}</li>`).join('')}</${tag}>`;
    }
    case 'quote':
      return `<blockquote><p>${htmlLines(block.text)}</p>${block.source === '' ? '' : `<cite>${escapeHtml(block.source)}</cite>`}</blockquote>`;
    case 'picture':
      return `<img src="data:image/png;base64,${escapeHtml(block.png)}" width="${Math.round(block.width * cssPixels)}" height="${Math.round(block.height * cssPixels)}" alt="${escapeHtml(block.alternative)}">`;
  }
}

/** A point of paper. */
const cssPixels = 96 / 72;

const htmlLines = (text: string): string => escapeHtml(text).replaceAll('\n', '<br>');
