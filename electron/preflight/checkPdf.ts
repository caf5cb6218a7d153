import type { DraftFile } from '../../core/draft/draft.ts';
import type { BereddError } from '../../core/errors.ts';
import type { ByteSource, PdfDocument, PdfEngine } from '../../core/pdf/pdfEngine.ts';
import type { FileFacts } from '../../core/preflight/fileFacts.ts';
import { personalNumbers } from '../../core/preflight/personalNumbers.ts';
import { layOutText } from '../../core/text/layOutText.ts';

export interface CheckPdfOptions {
  /** The last year anyone can be born. */
  readonly latestYear: number;
  /** Called before each page, so that somebody can see that it goes on. */
  readonly onPage: (page: number) => void;
}

/** More numbers than this need not be told one page after the other. */
const mostNumbers = 2000;

/** Reads all of a PDF: whether it can be read, which pages have no text, where numbers of persons stand. */
export function checkPdf(engine: PdfEngine, source: ByteSource, options: CheckPdfOptions): FileFacts {
  const opened = engine.open(source);
  if (!opened.ok) return unreadable(opened.error, null);
  try {
    return readPages(opened.value, options);
  } finally {
    opened.value.close();
  }
}

function readPages(document: PdfDocument, { latestYear, onPage }: CheckPdfOptions): FileFacts {
  const { pageCount } = document;
  const pagesWithoutText: number[] = [];
  const numbers: FileFacts['numbers'] = [];
  for (let page = 1; page <= pageCount; page++) {
    onPage(page);
    const characters = document.characters(page);
    if (!characters.ok) return unreadable(characters.error, pageCount);
    if (characters.value.codes.length === 0) {
      const pictures = document.pictures(page);
      // A blank page lacks nothing.
      if (pictures.ok && pictures.value.length > 0) pagesWithoutText.push(page);
      continue;
    }
    const found = personalNumbers(layOutText(characters.value).text, latestYear);
    for (const kind of ['personal', 'coordination'] as const) {
      const count = found.filter((number) => number.kind === kind).length;
      if (count > 0 && numbers.length < mostNumbers) numbers.push({ page, kind, count });
    }
  }
  return { condition: 'readable', pageCount, pagesWithoutText, numbers };
}

const unreadable = (error: BereddError, pageCount: number | null): FileFacts => ({
  condition: conditionOf(error),
  pageCount,
  pagesWithoutText: [],
  numbers: [],
});

/** The facts of a file that nothing could get through. */
export const brokenFile: FileFacts = {
  condition: 'damaged',
  pageCount: null,
  pagesWithoutText: [],
  numbers: [],
};

function conditionOf({ code, detail }: BereddError): DraftFile['condition'] {
  if (code === 'documentEncrypted') return 'encrypted';
  if (code !== 'documentNotPdf') return 'damaged';
  const looksLike = detail?.['looksLike'];
  return looksLike === 'html' || looksLike === 'empty' ? looksLike : 'other';
}
