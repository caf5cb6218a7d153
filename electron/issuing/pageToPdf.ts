import { drawnPage } from '../windows/drawnPage.ts';

export type PageToPdf = (html: string) => Promise<Uint8Array>;

/** A tagged A4 PDF of a page of ours, with its headings as outline. Throws when our own page cannot be drawn. */
export const pageToPdf: PageToPdf = async (html) => {
  const drawn = await drawnPage(html, { generateDocumentOutline: true, printBackground: true });
  if (drawn === null) throw new Error('a page of ours could not be drawn');
  return drawn;
};
