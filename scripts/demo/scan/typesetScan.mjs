import { Paper } from '../pdf/paper.mjs';
import { parseMarkup } from '../markup.mjs';
import { typeset } from '../templates.mjs';
import { encodeGreyJpeg } from './greyJpeg.mjs';
import { likeScanned } from './likeScanned.mjs';
import { renderGrey } from './renderGrey.mjs';

const dotsPerInch = 150;
const quality = 42;

/**
 * A paper that somebody signed and put through a copier: pictures of pages, without text or tags.
 * @returns {Promise<Uint8Array>}
 */
export async function typesetScan(source) {
  const { meta } = parseMarkup(source);
  const pages = await renderGrey(await typeset(source), dotsPerInch);
  const paper = new Paper({ title: meta.title, author: 'Granåsa kommun', date: meta.date, tagged: false });
  pages.forEach((page, index) => {
    paper.addPage();
    const jpeg = encodeGreyJpeg(likeScanned(page, `${meta.title} ${index}`), quality);
    paper.doc.image(jpeg, 0, 0, { width: paper.doc.page.width, height: paper.doc.page.height });
  });
  return paper.finish();
}
