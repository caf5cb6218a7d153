import { readFileSync } from 'node:fs';
import { woffToSfnt } from './woffToSfnt.mjs';

const files = new URL('../../../node_modules/@fontsource/', import.meta.url);
const sources = {
  sans: 'inter/files/inter-latin-400-normal.woff',
  sansMedium: 'inter/files/inter-latin-500-normal.woff',
  sansBold: 'inter/files/inter-latin-600-normal.woff',
  regular: 'source-serif-4/files/source-serif-4-latin-400-normal.woff',
  bold: 'source-serif-4/files/source-serif-4-latin-600-normal.woff',
  italic: 'source-serif-4/files/source-serif-4-latin-400-italic.woff',
};

/** Headings and tables in Inter, running text in Source Serif 4; both under the SIL Open Font License. */
export function registerFonts(doc) {
  for (const [name, file] of Object.entries(sources)) {
    bytes[name] ??= woffToSfnt(readFileSync(new URL(file, files)));
    doc.registerFont(name, bytes[name]);
  }
}

const bytes = {};
