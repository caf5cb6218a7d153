import { openPdf, startPdfium } from '../support/pdfium.ts';

/** What the reader's own engine finds in a document. */
export async function pdfFacts(
  pdf: Uint8Array,
): Promise<{ pages: number; characters: number; pagesOfOneJpeg: number }> {
  const document = openPdf(await startPdfium(), pdf);
  const facts = { pages: document.pageCount, characters: 0, pagesOfOneJpeg: 0 };
  for (let page = 1; page <= facts.pages; page++) {
    const read = document.characters(page);
    if (!read.ok) throw new Error(`page ${page} does not load`);
    facts.characters += read.value.codes.length;
    if (document.fullPageJpeg(page) !== null) facts.pagesOfOneJpeg++;
  }
  document.close();
  return facts;
}
