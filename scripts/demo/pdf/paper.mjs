// The browser build of PDFKit compresses in plain JavaScript, so the same text gives the same bytes on every
// version of Node and every processor; Node's own zlib does not promise that.
import { PDFDocument } from '../../../node_modules/pdfkit/js/pdfkit.browser.mjs';
import { toBytes } from 'pdfkit/output';
import { inlineRuns } from '../markup.mjs';
import { registerFonts } from './fonts.mjs';
import { colour, column, page, text } from './style.mjs';

/** One tagged PDF being written from top to bottom. */
export class Paper {
  #bytes;
  #outline = [];
  headings = [];

  /** @param {{ title: string, author: string, subject?: string, date: string, tagged?: boolean, outline?: boolean }} about */
  constructor(about) {
    const when = new Date(`${about.date}T08:00:00Z`);
    this.about = about;
    this.doc = new PDFDocument({
      autoFirstPage: false,
      bufferPages: true,
      pdfVersion: '1.7',
      font: null,
      lang: 'sv-SE',
      displayTitle: true,
      tagged: about.tagged !== false,
      info: {
        Title: about.title,
        Author: about.author,
        Subject: about.subject ?? '',
        Creator: 'Beredd demo',
        Producer: 'PDFKit',
        CreationDate: when,
        ModDate: when,
      },
    });
    this.#bytes = toBytes(this.doc);
    registerFonts(this.doc);
    if (about.tagged !== false) {
      this.parent = this.doc.struct('Document');
      this.doc.addStructure(this.parent);
    }
  }

  addPage(options = {}) {
    this.doc.addPage({
      size: 'A4',
      margins: { left: page.left, right: page.right, top: page.top, bottom: page.bottom },
      ...options,
    });
    return this;
  }

  get pageIndex() {
    return this.doc.bufferedPageRange().count - 1;
  }

  get room() {
    return this.doc.page.height - this.doc.page.margins.bottom - this.doc.y;
  }

  /** Starts a new page when less than `height` is left on this one. */
  need(height) {
    if (this.room < height) this.addPage();
  }

  /** Content that means something, as a structure element of its own. */
  tag(type, options, draw, parent = this.parent) {
    parent.add(this.doc.struct(type, options, [draw]));
  }

  /** A structure element that stays open while `inside` adds elements to it. */
  group(type, inside, options = {}, parent = this.parent) {
    const element = this.doc.struct(type, options);
    parent.add(element);
    inside(element);
    element.end();
  }

  /** Lines, page numbers and other decoration that a screen reader passes over. */
  artifact(draw, type = 'Layout') {
    this.doc.markContent('Artifact', { type });
    draw();
    this.doc.endMarkedContent();
  }

  /** A line of text at a fixed place that never starts a new page. */
  label(value, x, y, { font = 'sans', size = 8.5, fill = colour.ink, width, align = 'left', gap = 0 } = {}) {
    const { bottom } = this.doc.page.margins;
    this.doc.page.margins.bottom = 0;
    this.doc.font(font).fontSize(size).fillColor(fill);
    this.doc.text(value, x, y, width === undefined ? { lineBreak: false } : { width, align, lineGap: gap });
    this.doc.page.margins.bottom = bottom;
  }

  /** `keep` is the height of what must follow on the same page. */
  heading(level, value, keep = 44) {
    const style = text.heading[level];
    const doc = this.doc;
    const height = doc.font('sansBold').fontSize(style.size).heightOfString(value, { width: column.width });
    this.need(height + style.before + style.after + keep);
    if (doc.y > doc.page.margins.top + 1) doc.y += style.before;
    this.tag(`H${level}`, {}, () => {
      doc
        .font('sansBold')
        .fontSize(style.size)
        .fillColor(level === 1 ? colour.ink : colour.green);
      doc.text(value, column.left, doc.y, { width: column.width, lineGap: 1 });
    });
    doc.y += style.after;
    this.#remember(level, value);
  }

  #remember(level, value) {
    const destination = `rubrik-${this.headings.length + 1}`;
    this.doc.addNamedDestination(destination, 'XYZ', 0, this.doc.y - 30, null);
    this.headings.push({ level, text: value, page: this.pageIndex, destination });
    if (!this.about.outline || level === 1) return;
    const above = this.#outline[level - 2] ?? this.#outline[level - 3] ?? this.doc.outline;
    this.#outline.length = level;
    this.#outline[level - 1] = above.addItem(value, {
      expanded: level < 2,
      left: page.width,
      top: Math.max(0, this.doc.y - 40),
    });
  }

  paragraph(
    value,
    { parent = this.parent, type = 'P', x = column.left, width = column.width, after = text.body.after } = {},
  ) {
    const doc = this.doc;
    this.need(2 * (text.body.size + text.body.gap) + 4);
    this.tag(type, {}, () => this.runs(inlineRuns(value), x, width), parent);
    doc.y += after;
  }

  runs(runs, x, width, { size = text.body.size, gap = text.body.gap, fill = colour.ink } = {}) {
    const doc = this.doc;
    const y = doc.y;
    runs.forEach((run, index) => {
      const options = { width, lineGap: gap, continued: index < runs.length - 1 };
      doc.font(run.face).fontSize(size).fillColor(fill);
      if (index === 0) doc.text(run.text, x, y, options);
      else doc.text(run.text, options);
    });
  }

  list(items, ordered) {
    const indent = ordered ? 20 : 16;
    this.group('L', (list) => {
      items.forEach((item, index) => {
        this.need(2 * (text.body.size + text.body.gap) + 4);
        this.group(
          'LI',
          (entry) => this.#listItem(entry, ordered ? `${index + 1}.` : '•', item, indent),
          {},
          list,
        );
      });
    });
    this.doc.y += text.body.after - 3;
  }

  #listItem(entry, mark, item, indent) {
    const doc = this.doc;
    const y = doc.y;
    this.tag(
      'Lbl',
      {},
      () => this.label(mark, column.left + 2, y, { font: 'regular', size: text.body.size }),
      entry,
    );
    doc.y = y;
    const options = {
      parent: entry,
      type: 'LBody',
      x: column.left + indent,
      width: column.width - indent,
      after: 3,
    };
    this.paragraph(item, options);
  }

  /** Draws over the finished pages: what stands on every page, once their number is known. */
  onEveryPage(draw) {
    const { count } = this.doc.bufferedPageRange();
    for (let index = 0; index < count; index++) {
      this.doc.switchToPage(index);
      this.artifact(() => draw(index, count), 'Pagination');
    }
  }

  /** @returns {Promise<Uint8Array>} */
  finish() {
    this.doc.end();
    return this.#bytes;
  }
}
