// A document as somebody would send it out again: other type, other page breaks, and here and there other words.
import { createWriteStream } from 'node:fs';
import { finished } from 'node:stream/promises';
import PDFDocument from 'pdfkit';

/** Of so many paragraphs one is deleted, one gets another before it, and one has other numbers. */
const [deletedEvery, insertedEvery, renumberedEvery] = [9, 7, 5];
/** The standard fonts have the letters of Western Europe. */
const unprintable = /[^\n\x20-\x7e\xa0-\xff–—‘’“”•…€]/g;

/** The paragraphs of a page's text: its blocks, the lines of each joined. */
export const paragraphsOf = (text) =>
  text
    .split('\n\n')
    .map((block) => block.replace(/\s+/g, ' ').trim())
    .filter((block) => block !== '');

/** What becomes of paragraphs in a new version. */
export function edited(paragraphs) {
  return paragraphs.flatMap((paragraph, at) => {
    if (at % deletedEvery === deletedEvery - 2) return [];
    const words =
      at % renumberedEvery === renumberedEvery - 1
        ? paragraph.replace(/\d+/g, (number) => String(Number(number) + 1))
        : paragraph;
    const added = `Kompletterat inför sammanträdet: uppgift ${at + 1} har setts över och redovisas på nytt.`;
    return at % insertedEvery === insertedEvery - 1 ? [added, words] : [words];
  });
}

/** Writes paragraphs as a PDF of their own. */
export async function print(paragraphs, file) {
  const document = new PDFDocument({ size: 'A4', margin: 84, autoFirstPage: true });
  const stream = createWriteStream(file);
  document.pipe(stream);
  document.font('Times-Roman').fontSize(12.5);
  for (const paragraph of paragraphs)
    document.text(paragraph.replace(unprintable, ' '), { paragraphGap: 7, lineGap: 2 });
  document.end();
  await finished(stream);
}
