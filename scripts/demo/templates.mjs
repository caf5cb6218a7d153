import { drawLetterhead, drawPageFurniture } from './pdf/letterhead.mjs';
import { drawCoatOfArms } from './pdf/coatOfArms.mjs';
import { Paper } from './pdf/paper.mjs';
import { colour, column } from './pdf/style.mjs';
import { layOut } from './layOut.mjs';
import { parseMarkup } from './markup.mjs';

const defaultOffice = 'Kommunledningsförvaltningen';

/** What stands over each kind of document; `cover` documents get a first page of their own. */
const templates = {
  report: { kindOfDocument: 'Tjänsteskrivelse', cover: false },
  attachment: { kindOfDocument: 'Bilaga', cover: false },
  minutes: { kindOfDocument: 'Protokollsutdrag', cover: false },
  list: { kindOfDocument: 'Förteckning', cover: false },
  letter: { kindOfDocument: 'Skrivelse', cover: false },
  agreement: { kindOfDocument: 'Avtal', cover: false },
  plan: { kindOfDocument: 'Bilaga', cover: true },
};

/**
 * One document from its text.
 * @returns {Promise<Uint8Array>} a tagged PDF; the same text always gives the same bytes.
 */
export function typeset(source, revision = 1) {
  const { meta, blocks } = parseMarkup(source, revision);
  const template = templates[meta.template];
  if (!template) throw new Error(`"${meta.title}" has no template "${meta.template}"`);
  const office = meta.office ?? defaultOffice;
  const paper = new Paper({
    title: meta.title,
    author: `Granåsa kommun, ${office}`,
    subject: meta.registryNumber,
    date: meta.revised ?? meta.date,
    outline: template.cover || meta.outline === 'yes',
  });
  if (template.cover) drawCover(paper, meta, office);
  else {
    drawLetterhead(paper, {
      kindOfDocument: meta.kind ?? template.kindOfDocument,
      office,
      particulars: particularsOf(meta),
      officer: meta.officer?.split(', '),
      recipient: meta.recipient?.split(', '),
    });
    paper.heading(1, meta.title);
  }
  layOut(paper, blocks);
  drawPageFurniture(paper, {
    office,
    shortTitle: meta.shortTitle ?? meta.title,
    registryNumber: meta.registryNumber,
  });
  return paper.finish();
}

function particularsOf(meta) {
  return [
    ['Datum', meta.date],
    ['Reviderad', meta.revised],
    ['Diarienummer', meta.registryNumber],
    ['Bilaga', meta.attachment],
  ].filter(([, value]) => value !== undefined && value !== '');
}

export function drawCover(paper, meta, office) {
  paper.addPage();
  const { doc } = paper;
  paper.artifact(() => {
    doc.rect(0, 0, doc.page.width, 270).fill(colour.green);
    drawCoatOfArms(doc, column.left, 70, 78);
  });
  paper.tag('P', {}, () =>
    paper.label('Granåsa kommun', column.left + 100, 96, { font: 'bold', size: 26, fill: '#ffffff' }),
  );
  paper.tag('P', {}, () => paper.label(office, column.left + 100, 130, { size: 11, fill: '#ffffff' }));
  doc.y = 330;
  paper.heading(1, meta.title);
  if (meta.subtitle) paper.paragraph(meta.subtitle);
  doc.y += 10;
  for (const [name, value] of particularsOf(meta)) paper.paragraph(`**${name}:** ${value}`, { after: 2 });
  if (meta.status) paper.paragraph(`**Status:** ${meta.status}`);
  paper.addPage();
}
