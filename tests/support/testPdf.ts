import PDFDocument from 'pdfkit';

/** What a page of a made-up PDF holds. Coordinates are points from the upper left corner, as pdfkit has them. */
export type TestPageContent = (page: PDFKit.PDFDocument, number: number) => void;

export interface TestPdfOptions {
  readonly size?: [number, number];
  /** Of single pages; null for `size`. */
  readonly sizes?: readonly ([number, number] | null)[];
  /** What each page holds; as many pages as functions. */
  readonly pages: readonly TestPageContent[];
  readonly userPassword?: string;
  /** Only for changing and printing: the file opens without it. */
  readonly ownerPassword?: string;
}

/** A small PDF of uncompressed, predictable content. */
export function testPdf({
  size = [595.28, 841.89],
  sizes = [],
  pages,
  userPassword,
  ownerPassword,
}: TestPdfOptions): Promise<Uint8Array> {
  const document = new PDFDocument({
    autoFirstPage: false,
    compress: false,
    margin: 0,
    info: { CreationDate: new Date(0), ModDate: new Date(0) },
    ...(userPassword === undefined ? {} : { userPassword, pdfVersion: '1.7' }),
    ...(ownerPassword === undefined ? {} : { ownerPassword, pdfVersion: '1.7', permissions: {} }),
  });
  const chunks: Uint8Array[] = [];
  const bytes = new Promise<Uint8Array>((resolve, reject) => {
    document.on('data', (chunk: Uint8Array) => chunks.push(chunk));
    document.on('end', () => resolve(new Uint8Array(Buffer.concat(chunks))));
    document.on('error', reject);
  });
  pages.forEach((content, index) => {
    document.addPage({ size: sizes[index] ?? size, margin: 0 });
    content(document, index + 1);
  });
  document.end();
  return bytes;
}

/** One line of text at a place, never broken. */
export function line(text: string, x: number, y: number, size = 12): TestPageContent {
  return (page) => page.fontSize(size).text(text, x, y, { lineBreak: false });
}

export function all(...contents: readonly TestPageContent[]): TestPageContent {
  return (page, number) => {
    for (const content of contents) content(page, number);
  };
}

/** Two columns of the same length, written one after the other, each with its lines 14 points apart. */
export function twoColumns(left: readonly string[], right: readonly string[], top = 100): TestPageContent {
  return all(
    ...left.map((text, i) => line(text, 50, top + i * 14, 10)),
    ...right.map((text, i) => line(text, 320, top + i * 14, 10)),
  );
}

/** Text written from below upwards, as along the edge of a map. */
export function turned(text: string, x: number, y: number): TestPageContent {
  return (page) => {
    page.save().rotate(-90, { origin: [x, y] });
    page.fontSize(12).text(text, x, y, { lineBreak: false });
    page.restore();
  };
}

/** A page that is nothing but one picture from edge to edge, as a scanner makes them. */
export function scan(jpeg: Uint8Array): TestPageContent {
  return (page) => page.image(Buffer.from(jpeg), 0, 0, { width: page.page.width, height: page.page.height });
}

/** The page appears turned clockwise by this many quarter turns. */
export function rotated(quarterTurns: number, content: TestPageContent): TestPageContent {
  return (page, number) => {
    Object.assign(page.page.dictionary.data, { Rotate: quarterTurns * 90 });
    content(page, number);
  };
}

/** A grey JPEG of 8 × 8 pixels: the smallest that decodes. */
export const greyJpeg = Uint8Array.from(
  atob(
    '/9j/4AAQSkZJRgABAQAAAQABAAD/2wBDAAMCAgMCAgMDAwMEAwMEBQgFBQQEBQoHBwYIDAoMDAsKCwsNDhIQDQ4RDgsLEBYQERMUFRUV' +
      'DA8XGBYUGBIUFRT/wAALCAAIAAgBAREA/8QAFAABAAAAAAAAAAAAAAAAAAAACP/EABQQAQAAAAAAAAAAAAAAAAAAAAD/2gAIAQEAAD8A' +
      'VN//2Q==',
  ),
  (character) => character.charCodeAt(0),
);
