import { PDFDocument, PDFHexString, PDFName } from '@cantoo/pdf-lib';
import type { TextBlock } from '../../core/print/textBlocks.ts';
import { block } from '../../core/print/textBlocks.ts';
import { PrintFonts } from '../print/PrintFonts.ts';
import { addTextPages, wordsIn } from '../print/textPages.ts';
import type { HtmlBlock } from './htmlText.ts';
import { htmlBlocks } from './htmlText.ts';

const longestBlock = 100_000;

/** A PDF with the words of a page, one paragraph below the other: where no window can draw it. */
export async function plainPdf(html: string, title: string): Promise<Uint8Array> {
  const blocks = htmlBlocks(html).map(textBlockOf);
  const document = await PDFDocument.create();
  const fonts = new PrintFonts(document);
  const words = wordsIn(blocks);
  await fonts.prepare(words, 'regular');
  await fonts.prepare(words, 'strong');
  addTextPages(document, fonts, 0, { blocks, footer: '' }, () => false);
  document.setTitle(title, { showInWindowTitleBar: true });
  document.catalog.set(PDFName.of('Lang'), PDFHexString.fromText('sv'));
  return document.save();
}

function textBlockOf({ heading, text, isListed }: HtmlBlock): TextBlock {
  const words = text.slice(0, longestBlock);
  if (heading === 1) return block('title', words);
  if (heading > 1) return block('heading', words);
  return isListed ? block('paragraph', `• ${words}`, 1) : block('paragraph', words);
}
