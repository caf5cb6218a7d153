import PDFDocument from 'pdfkit';

/** An element of a made-up tagged page: its type, what it holds, and what is said of it. */
export interface TestElement {
  readonly type: string;
  readonly kids?: readonly TestElement[];
  /** Words at a place, points from the upper left corner. */
  readonly text?: string;
  readonly at?: readonly [x: number, y: number];
  readonly size?: number;
  readonly alternative?: string;
  readonly language?: string;
  /** Table attributes as the format names them. */
  readonly attributes?: Readonly<Record<string, string | number>>;
}

export interface TaggedPdfOptions {
  readonly language?: string;
  readonly pages: readonly {
    readonly elements?: readonly TestElement[];
    /** Page numbers and the like. */
    readonly artifacts?: readonly TestElement[];
    /** Words that no tag knows of. */
    readonly loose?: readonly TestElement[];
  }[];
}

export const text = (type: string, words: string, at: readonly [number, number], more = {}): TestElement => ({
  type,
  text: words,
  at,
  ...more,
});

/** A tagged PDF: structure tree, marked content, artifacts. */
export function taggedPdf({ language = 'sv-SE', pages }: TaggedPdfOptions): Promise<Uint8Array> {
  const document = new PDFDocument({
    autoFirstPage: false,
    compress: false,
    margin: 0,
    tagged: true,
    pdfVersion: '1.7',
    lang: language,
    info: { CreationDate: new Date(0), ModDate: new Date(0) },
  });
  const chunks: Uint8Array[] = [];
  const bytes = new Promise<Uint8Array>((resolve, reject) => {
    document.on('data', (chunk: Uint8Array) => chunks.push(chunk));
    document.on('end', () => resolve(new Uint8Array(Buffer.concat(chunks))));
    document.on('error', reject);
  });
  const root = document.struct('Document');
  document.addStructure(root);
  for (const { elements = [], artifacts = [], loose = [] } of pages) {
    document.addPage({ size: [595.28, 841.89], margin: 0 });
    for (const element of elements) root.add(structureOf(document, element));
    for (const element of artifacts) {
      document.markContent('Artifact', { type: 'Pagination' });
      draw(document, element);
      document.endMarkedContent();
    }
    for (const element of loose) draw(document, element);
  }
  root.end();
  document.end();
  return bytes;
}

function structureOf(document: PDFKit.PDFDocument, element: TestElement): PDFKit.PDFStructureElement {
  const { type, kids = [], alternative, language, attributes } = element;
  const options = {
    ...(alternative === undefined ? {} : { alt: alternative }),
    ...(language === undefined ? {} : { lang: language }),
  };
  const structure = document.struct(type, options);
  // pdfkit has no words for attributes of its own.
  const dictionary: unknown = Reflect.get(structure, 'dictionary');
  const data: unknown = typeof dictionary === 'object' && dictionary ? Reflect.get(dictionary, 'data') : null;
  if (attributes && typeof data === 'object' && data)
    Object.assign(data, { A: { O: 'Table', ...attributes } });
  if (element.text !== undefined) structure.add(() => draw(document, element));
  for (const kid of kids) structure.add(structureOf(document, kid));
  return structure;
}

function draw(
  document: PDFKit.PDFDocument,
  { text: words = '', at = [50, 50], size = 12 }: TestElement,
): void {
  document.fontSize(size).text(words, at[0], at[1], { lineBreak: false });
}
