import { destinationReader } from './linksDestination.ts';
import type { LinkTarget } from './linksTarget.ts';
import { plainLine } from './linksTarget.ts';
import type { PdfiumHeap } from './pdfiumHeap.ts';
import type { PdfiumModule } from './pdfiumModule.ts';
import { pdfiumStrings } from './structureStrings.ts';

/** A bookmark of a document (ISO 32000-1, 12.3.3), in reading order. */
export interface OutlineEntry {
  readonly title: string;
  /** 1 for the outermost. */
  readonly level: number;
  /** Null when it leads nowhere. */
  readonly target: LinkTarget | null;
}

export interface PdfOutline {
  /** Empty when the document has none. */
  readonly entries: readonly OutlineEntry[];
  /** There is more than is read here. */
  readonly isCut: boolean;
}

const maxEntries = 10_000;
const maxLevel = 32;

/**
 * Reads the bookmarks of an open FPDF_DOCUMENT. Each object is read once, so a circle ends where it began; what lies
 * beyond 10,000 entries, 32 levels or `isOutOfTime` is left out. Entries without a title are passed over with their
 * children kept.
 */
export function readOutline(
  module: PdfiumModule,
  heap: PdfiumHeap,
  document: number,
  pageCount: number,
  isOutOfTime: () => boolean,
): PdfOutline {
  const destinations = destinationReader(module, heap, document, pageCount);
  const strings = pdfiumStrings(heap);
  const entries: OutlineEntry[] = [];
  const seen = new Set<number>();
  let isCut = false;

  // What is left to read, the next one last: a deep outline must not need a deep stack.
  const waiting = [{ bookmark: module.FPDFBookmark_GetFirstChild(document, 0), level: 1 }];
  for (let next = waiting.pop(); next !== undefined; next = waiting.pop()) {
    const { bookmark, level } = next;
    if (bookmark === 0 || seen.has(bookmark)) continue;
    if (seen.size >= maxEntries || isOutOfTime()) {
      isCut = true;
      break;
    }
    seen.add(bookmark);
    const title = plainLine(
      strings.read((buffer, length) => module.FPDFBookmark_GetTitle(bookmark, buffer, length)),
    );
    const target =
      destinations.ofDestination(module.FPDFBookmark_GetDest(document, bookmark)) ??
      destinations.ofAction(module.FPDFBookmark_GetAction(bookmark));
    if (title !== '') entries.push({ title, level, target });
    const child = module.FPDFBookmark_GetFirstChild(document, bookmark);
    waiting.push({ bookmark: module.FPDFBookmark_GetNextSibling(document, bookmark), level });
    if (level < maxLevel) waiting.push({ bookmark: child, level: level + 1 });
    else if (child !== 0) isCut = true;
  }
  strings.free();
  destinations.free();
  return { entries: withoutGaps(entries), isCut };
}

/**
 * The part of an outline that belongs to a document which is only some pages of the file: entries that lead to these
 * pages, drawn out to the levels that are left.
 */
export function outlineOfPages(
  entries: readonly OutlineEntry[],
  pages: { readonly from: number; readonly to: number } | null,
): readonly OutlineEntry[] {
  if (pages === null) return entries;
  return withoutGaps(
    entries.filter(
      ({ target }) => target?.type === 'page' && target.page >= pages.from && target.page <= pages.to,
    ),
  );
}

/** Each entry one level below the nearest before it that is further out. */
function withoutGaps(entries: readonly OutlineEntry[]): readonly OutlineEntry[] {
  const open: number[] = [];
  return entries.map((entry) => {
    while ((open.at(-1) ?? 0) >= entry.level) open.pop();
    open.push(entry.level);
    return open.length === entry.level ? entry : { ...entry, level: open.length };
  });
}
