import type { PDFDocument, PDFPage } from '@cantoo/pdf-lib';
import {
  decodePDFRawStream,
  PDFArray,
  PDFContentStream,
  PDFDict,
  PDFName,
  PDFRawStream,
  PDFRef,
  PDFStream,
} from '@cantoo/pdf-lib';
import type { PageGeometry } from '../../core/pdf/pageGeometry.ts';

const name = (text: string): PDFName => PDFName.of(text);

/**
 * Makes what a page shows into a form that can be drawn elsewhere, in the same document. Null when it shows nothing;
 * throws when its content is packed in a way that cannot be unpacked.
 */
export function pageForm(
  document: PDFDocument,
  page: PDFPage,
  { left, bottom, right, top }: PageGeometry,
): PDFRef | null {
  const { context } = document;
  const streams = contentsOf(page);
  const [only] = streams;
  if (only === undefined) return null;
  const resources = page.node.lookup(name('Resources'));
  const form = {
    Type: 'XObject',
    Subtype: 'Form',
    FormType: 1,
    BBox: [left, bottom, right, top],
    Resources: resources instanceof PDFDict ? resources : context.obj({}),
    ...groupOf(page),
  };
  if (streams.length === 1 && only instanceof PDFRawStream) {
    // As it is packed: unpacking and packing again would take most of the time.
    const dictionary = context.obj(form);
    for (const key of ['Filter', 'DecodeParms']) {
      const value = only.dict.get(name(key));
      if (value !== undefined) dictionary.set(name(key), value);
    }
    return context.register(PDFRawStream.of(dictionary, only.contents));
  }
  return context.register(context.flateStream(joined(streams), form));
}

function groupOf(page: PDFPage): { Group?: PDFDict } {
  const group = page.node.lookup(name('Group'));
  return group instanceof PDFDict ? { Group: group } : {};
}

function contentsOf(page: PDFPage): readonly PDFStream[] {
  const contents = page.node.lookup(name('Contents'));
  if (contents instanceof PDFStream) return [contents];
  if (!(contents instanceof PDFArray)) return [];
  return Array.from({ length: contents.size() }, (_, at) => contents.lookup(at)).filter(
    (stream) => stream instanceof PDFStream,
  );
}

/** Streams of one page go on where the one before ended; a line feed keeps their words apart. */
function joined(streams: readonly PDFStream[]): Uint8Array {
  const pieces = streams.flatMap((stream) => [unpacked(stream), lineFeed]);
  return Buffer.concat(pieces);
}

const lineFeed = new Uint8Array([10]);

function unpacked(stream: PDFStream): Uint8Array {
  if (stream instanceof PDFRawStream) return decodePDFRawStream(stream).decode();
  if (stream instanceof PDFContentStream) return stream.getUnencodedContents();
  throw new Error('content of a page in an unknown form');
}
