import type { IParagraphOptions } from 'docx';
import {
  AlignmentType,
  Document,
  HeadingLevel,
  ImageRun,
  LevelFormat,
  Packer,
  Paragraph,
  TextRun,
} from 'docx';
import type { TextBlock, TextDocument } from '../../core/preparation/textDocument.ts';

const headings = { 1: HeadingLevel.TITLE, 2: HeadingLevel.HEADING_1, 3: HeadingLevel.HEADING_2 } as const;
/** A point of paper, as docx counts. */
const cssPixels = 96 / 72;
const indent = { left: 400, hanging: 300 };

/** A text document as a Word file with real headings and lists, so that navigation and screen readers find them. */
export async function wordFile({ title, language, blocks }: TextDocument): Promise<Uint8Array> {
  const document = new Document({
    title,
    creator: 'Beredd',
    styles: { default: { document: { run: { font: 'Calibri', size: 22, language: { value: language } } } } },
    numbering: {
      config: [
        {
          reference: 'ordered',
          levels: [
            {
              level: 0,
              format: LevelFormat.DECIMAL,
              text: '%1.',
              alignment: AlignmentType.LEFT,
              style: { paragraph: { indent } },
            },
          ],
        },
      ],
    },
    sections: [{ children: blocks.flatMap((block, i) => paragraphs(block, i)) }],
  });
  return new Uint8Array(await Packer.toBuffer(document));
}

function paragraphs(block: TextBlock, instance: number): readonly Paragraph[] {
  switch (block.block) {
    case 'heading':
      return [new Paragraph({ text: printable(block.text), heading: headings[block.level] })];
    case 'paragraph':
      return [paragraph(block.text, {}, block.isQuiet === true)];
    case 'list':
      return block.items.map((item) =>
        paragraph(
          item,
          block.ordered
            ? { numbering: { reference: 'ordered', level: 0, instance } }
            : { bullet: { level: 0 } },
          false,
        ),
      );
    case 'quote':
      return [
        paragraph(block.text, { indent: { left: 400 } }, false, true),
        ...(block.source === '' ? [] : [paragraph(block.source, { indent: { left: 400 } }, true)]),
      ];
    case 'picture':
      return [new Paragraph({ children: [picture(block)] })];
  }
}

function picture({ png, width, height, alternative }: TextBlock & { block: 'picture' }): ImageRun {
  return new ImageRun({
    type: 'png',
    data: Buffer.from(png, 'base64'),
    transformation: { width: width * cssPixels, height: height * cssPixels },
    altText: { name: alternative, description: printable(alternative) },
  });
}

function paragraph(text: string, options: IParagraphOptions, isQuiet: boolean, isQuoted = false): Paragraph {
  const look = { ...(isQuiet ? { color: '55524B', size: 18 } : {}), italics: isQuoted };
  const children = printable(text)
    .split('\n')
    .map((line, i) => new TextRun({ text: line, ...look, ...(i === 0 ? {} : { break: 1 }) }));
  return new Paragraph({ ...options, children });
}

// XML 1.0 has no place for control characters; a Word file that holds one does not open.
const printable = (text: string): string =>
  text.replace(/[\p{Cc}\p{Cs}\uFFFE\uFFFF]/gu, (found) => (found === '\n' ? '\n' : ''));
