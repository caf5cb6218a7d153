import type { LinkTarget } from './linksTarget.ts';
import { targetOfFile, targetOfUri } from './linksTarget.ts';
import type { PdfiumHeap } from './pdfiumHeap.ts';
import type { PdfiumModule } from './pdfiumModule.ts';

/** Reads FPDF_DEST and FPDF_ACTION. */
export interface DestinationReader {
  /** Null when it leads nowhere: no such page, no text. */
  ofDestination(destination: number): LinkTarget | null;
  ofAction(action: number): LinkTarget | null;
  free(): void;
}

/** PDFACTION_* of fpdf_doc.h. */
const actions = { goTo: 1, remoteGoTo: 2, uri: 3, launch: 4 } as const;
/** PDFDEST_VIEW_* of fpdf_doc.h: which of the numbers is the upper edge (ISO 32000-1, table 151). */
const topOfView: Readonly<Record<number, number>> = { 3: 0, 5: 3, 7: 0 };
const viewXyz = 1;
const bufferBytes = 8 * 1024;

export function destinationReader(
  module: PdfiumModule,
  heap: PdfiumHeap,
  document: number,
  pageCount: number,
): DestinationReader {
  const buffer = heap.allocate(bufferBytes);
  const numbers = heap.allocate(32);

  const height = (destination: number): number | null => {
    const view = module.FPDFDest_GetView(destination, numbers, numbers + 8);
    if (view === viewXyz) {
      const [hasX, hasY, hasZoom, x, y, zoom] = [0, 4, 8, 12, 16, 20].map((offset) => numbers + offset);
      const isRead = module.FPDFDest_GetLocationInPage(
        destination,
        hasX ?? 0,
        hasY ?? 0,
        hasZoom ?? 0,
        x ?? 0,
        y ?? 0,
        zoom ?? 0,
      );
      return isRead && heap.word(numbers + 4) !== 0 ? finite(heap.float(numbers + 16)) : null;
    }
    const at = topOfView[view];
    return at === undefined || heap.word(numbers) <= at ? null : finite(heap.float(numbers + 8 + 4 * at));
  };

  const ofDestination = (destination: number): LinkTarget | null => {
    if (destination === 0) return null;
    const index = module.FPDFDest_GetDestPageIndex(document, destination);
    return index < 0 || index >= pageCount ? null : { type: 'page', page: index + 1, y: height(destination) };
  };

  const bytes = (fill: (buffer: number, length: number) => number): string => {
    const needed = fill(buffer, bufferBytes);
    return needed <= 1 || needed > bufferBytes ? '' : utf8OrLatin(heap.bytes(buffer, needed - 1));
  };
  const filePath = (action: number): string =>
    bytes((at, length) => module.FPDFAction_GetFilePath(action, at, length));

  /** The page of a remote destination is a number: its file is not here to look it up in. */
  const remotePage = (action: number): number | null => {
    const destination = module.FPDFAction_GetDest(document, action);
    const index = destination === 0 ? -1 : module.FPDFDest_GetDestPageIndex(document, destination);
    return index < 0 ? null : index + 1;
  };

  return {
    ofDestination,
    ofAction(action) {
      if (action === 0) return null;
      switch (module.FPDFAction_GetType(action)) {
        case actions.goTo:
          return ofDestination(module.FPDFAction_GetDest(document, action));
        case actions.uri:
          return targetOfUri(
            bytes((at, length) => module.FPDFAction_GetURIPath(document, action, at, length)),
          );
        case actions.launch:
          return targetOfFile(filePath(action)) ?? { type: 'action' };
        case actions.remoteGoTo: {
          const target = targetOfFile(filePath(action));
          return target?.type === 'file' ? { ...target, page: target.page ?? remotePage(action) } : target;
        }
        default:
          return { type: 'action' };
      }
    },
    free() {
      heap.free(buffer);
      heap.free(numbers);
    },
  };
}

const finite = (number: number): number | null => (Number.isFinite(number) ? number : null);

/** URI actions are ASCII by the standard, UTF-8 in practice, Latin-1 in old files. */
function utf8OrLatin(bytes: Uint8Array): string {
  let escaped = '';
  for (const byte of bytes) escaped += `%${byte.toString(16).padStart(2, '0')}`;
  try {
    return decodeURIComponent(escaped);
  } catch {
    return String.fromCharCode(...bytes);
  }
}
