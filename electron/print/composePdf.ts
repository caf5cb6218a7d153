import { existsSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { PDFDocument, PDFHexString, PDFName } from '@cantoo/pdf-lib';
import { AssembledPrint } from './AssembledPrint.ts';
import type { Composed, ComposeRequest, FilePart, LeftOutPart, Working } from './composeMessages.ts';
import { dropUnreachable } from './dropUnreachable.ts';
import { gatherPages, type Gathered } from './gatherPages.ts';
import { addSheets } from './sheets.ts';
import { writeOutline, writePageLabels } from './outline.ts';
import { pageLabels } from './pageLabels.ts';

/** Everything at once: between its pauses this process has nothing to listen for. */
const atOnce = Number.MAX_SAFE_INTEGER;

/**
 * Composes a PDF: PDFium takes the pages out of the documents, whatever condition they are in; in that clean file
 * stamps, marks, pages of text, sheets and bookmarks are written. Throws when PDFium breaks down or the disk refuses.
 */
export async function composePdf(
  request: ComposeRequest,
  onWorking: (working: Working) => void,
): Promise<Composed> {
  const scratch = `${request.output}.gathered`;
  try {
    const gathered = await gatherPages(request, scratch, onWorking);
    const document = await openGathered(gathered, scratch);
    if (document === null) return await withoutUnfit(request, scratch, onWorking);
    const print = new AssembledPrint(document, request, gathered);
    await print.assemble();
    onWorking({ part: null, done: 3 * request.parts.length, total: 4 * request.parts.length });
    const sheetsOfPages = request.perSheet === 1 ? null : addSheets(print, request.perSheet);
    if (sheetsOfPages === null) print.drawOnPages();
    finish(print, request, gathered, sheetsOfPages);
    await document.flush();
    dropUnreachable(document);
    const bytes = await document.save({
      useObjectStreams: false,
      addDefaultPage: false,
      updateFieldAppearances: false,
      objectsPerTick: atOnce,
    });
    writeFileSync(request.output, bytes, { mode: 0o600 });
    return { sheetCount: document.getPageCount(), leftOut: [...print.leftOut] };
  } finally {
    rmSync(scratch, { force: true });
  }
}

function finish(
  print: AssembledPrint,
  { title, language, producer, at, bookmarks }: ComposeRequest,
  gathered: Gathered,
  sheetsOfPages: readonly number[] | null,
): void {
  const { document } = print;
  const pages = document.getPages();
  const sheetOf = (index: number): number => sheetsOfPages?.[index] ?? index;
  const entries = bookmarks.flatMap(({ level, title: words, part }) => {
    const first = print.firstPages[part];
    const page = first === undefined ? undefined : pages[sheetOf(first)];
    return page === undefined ? [] : [{ level, title: words, page: page.ref }];
  });
  writeOutline(document, entries);
  if (sheetsOfPages === null) writePageLabels(document, pageLabels(print.pages.map(({ label }) => label)));
  document.setTitle(title, { showInWindowTitleBar: true });
  document.setProducer(producer);
  document.setCreator(producer);
  document.setCreationDate(new Date(at));
  document.setModificationDate(new Date(at));
  document.catalog.set(PDFName.of('Lang'), PDFHexString.fromText(gathered.language ?? language));
}

/** Null when what PDFium saved cannot be read back whole. */
async function openGathered(gathered: Gathered, scratch: string): Promise<PDFDocument | null> {
  if (gathered.pageCount === 0) return PDFDocument.create();
  try {
    const document = await PDFDocument.load(readFileSync(scratch), {
      updateMetadata: false,
      parseSpeed: atOnce,
    });
    return document.getPageCount() === gathered.pageCount ? document : null;
  } catch {
    return null;
  }
}

/** Finds the documents that spoil the whole, and composes without them. */
async function withoutUnfit(
  request: ComposeRequest,
  scratch: string,
  onWorking: (working: Working) => void,
): Promise<Composed> {
  const unfit: LeftOutPart[] = [];
  for (const [index, part] of request.parts.entries()) {
    if (part.kind !== 'file' || part.format !== 'pdf') continue;
    onWorking({ part: index, done: index, total: 2 * request.parts.length });
    if (!(await isFit(request, part, scratch))) unfit.push({ part: index, code: 'documentDamaged' });
  }
  const isNew = unfit.some(({ part }) => !request.skipped.some((known) => known.part === part));
  if (!isNew) throw new Error('what PDFium saved cannot be read');
  return composePdf({ ...request, skipped: [...request.skipped, ...unfit] }, onWorking);
}

async function isFit(request: ComposeRequest, part: FilePart, scratch: string): Promise<boolean> {
  if (existsSync(scratch)) rmSync(scratch);
  const gathered = await gatherPages({ ...request, parts: [part], skipped: [] }, scratch, () => undefined);
  return (await openGathered(gathered, scratch)) !== null;
}
