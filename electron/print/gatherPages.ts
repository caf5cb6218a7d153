import type { ComposeRequest, FilePart, LeftOutCode, Working } from './composeMessages.ts';
import { leftOutCodes } from './composeMessages.ts';
import { PdfiumCopying } from './pdfiumCopying.ts';

/** What became of a file: which of the pages asked for lie in the gathered PDF, and why others do not. */
export interface GatheredPart {
  /** 1-based pages of the file, in order. */
  readonly pages: readonly number[];
  readonly code: LeftOutCode | null;
}

export interface Gathered {
  /** By index of the part. */
  readonly parts: ReadonlyMap<number, GatheredPart>;
  readonly pageCount: number;
  /** What the first document that says so is written in. */
  readonly language: string | null;
}

/** Copies the pages of all PDFs, one after the other, into `file`. Throws when PDFium breaks down or the disk refuses. */
export async function gatherPages(
  { parts, skipped, perSheet, wasmFile }: ComposeRequest,
  file: string,
  onWorking: (working: Working) => void,
): Promise<Gathered> {
  const copying = await PdfiumCopying.load(wasmFile);
  const gathered = new Map<number, GatheredPart>();
  const skippedParts = new Map(skipped.map(({ part, code }) => [part, code]));
  let language: string | null = null;
  for (const [index, part] of parts.entries()) {
    if (part.kind !== 'file' || part.format !== 'pdf') continue;
    const skip = skippedParts.get(index);
    onWorking({ part: index, done: index, total: 2 * parts.length });
    if (skip !== undefined) gathered.set(index, { pages: [], code: skip });
    else {
      const first = copying.pageCount;
      const taken = take(copying, part);
      // Sheets of several pages carry no annotations: what they show becomes part of the page.
      if (perSheet > 1) copying.flattenFrom(first);
      gathered.set(index, taken);
      language ??= taken.language;
    }
  }
  // Half of the work is still to be done.
  onWorking({ part: null, done: parts.length, total: 2 * parts.length });
  if (copying.pageCount > 0 && !copying.save(file)) throw new Error('PDFium could not save the pages');
  return { parts: gathered, pageCount: copying.pageCount, language };
}

function take(copying: PdfiumCopying, part: FilePart): GatheredPart & { readonly language: string | null } {
  if (part.path === null) return { pages: [], code: 'documentMissing', language: null };
  const source = copying.open(part.path);
  if (!source.ok) return { pages: [], code: codeOf(source.error.code), language: null };
  try {
    const asked = part.pages.map(({ page }) => page);
    const pages = copying.add(source.value, asked);
    const code = pages.length === asked.length ? null : 'documentDamaged';
    return { pages, code, language: source.value.language };
  } finally {
    source.value.close();
  }
}

const codeOf = (code: string): LeftOutCode =>
  leftOutCodes.find((known) => known === code) ?? 'documentDamaged';
