import { failure } from '../../../../core/errors.ts';
import type { Result } from '../../../../core/errors.ts';
import type { PdfDocument, PdfEngine } from '../../../../core/pdf/pdfEngine.ts';
import { chunkBytes, createRangeCache } from '../../../../core/pdf/rangeCache.ts';
import type { RangeCache } from '../../../../core/pdf/rangeCache.ts';
import type { PdfFile } from './pdfJobs.ts';
import { readRangeLater, readRangeNow } from './readRange.ts';

/** The files a worker has open, the least recently used closed first. */
export interface OpenFiles {
  document(file: PdfFile): Result<PdfDocument>;
  /** Fetches the rest of a file in the background, once; does nothing when it is not open. */
  readAhead(file: PdfFile): void;
}

interface OpenFile {
  readonly document: PdfDocument;
  readonly cache: RangeCache;
  isReadAhead: boolean;
}

const keptFiles = 4;
/** What a file begins and ends with is fetched in two requests: its first pages, and the table of what lies where. */
const headBytes = 4 * chunkBytes;
const tailBytes = 2 * chunkBytes;
const rangeBytes = 2 * 1024 * 1024;
/** Of one file; larger ones are partly read anew when one jumps far: some milliseconds, for what a page needs lies together. */
const maxHeldBytes = 40 * 1024 * 1024;
/** Of all files together, above which those not in use lose what was read of them. */
const maxHeldInAll = 64 * 1024 * 1024;
/** The first page is shown by then: nothing of it waits for what is read ahead. */
const readAheadAfterMs = 400;

export function createOpenFiles(engine: PdfEngine): OpenFiles {
  const files = new Map<string, OpenFile>();

  const open = (file: PdfFile): Result<OpenFile> => {
    const head = readRangeNow(file.url, 0, headBytes);
    if (head === null) return failure('documentMissing');
    const { total } = head;
    const cache = createRangeCache(total, (from, to) => readNow(file.url, from, to), maxHeldBytes);
    cache.add(0, head.bytes);
    const tailFrom = Math.floor(Math.max(0, total - tailBytes) / chunkBytes) * chunkBytes;
    const tail = total > headBytes ? readNow(file.url, tailFrom, total) : null;
    if (tail?.length === total - tailFrom) cache.add(tailFrom, tail);
    const opened = engine.open(cache);
    return opened.ok ? { ok: true, value: { document: opened.value, cache, isReadAhead: false } } : opened;
  };

  const trim = (): void => {
    const oldest = files.entries().next();
    if (files.size > keptFiles && !oldest.done) {
      oldest.value[1].document.close();
      files.delete(oldest.value[0]);
    }
    let held = 0;
    for (const { cache } of files.values()) held += cache.heldBytes();
    for (const { cache } of [...files.values()].slice(0, -1)) {
      if (held <= maxHeldInAll) return;
      held -= cache.heldBytes();
      cache.clear();
    }
  };

  return {
    document(file) {
      const held = files.get(file.sha256);
      if (held) {
        files.delete(file.sha256);
        files.set(file.sha256, held);
        return { ok: true, value: held.document };
      }
      const opened = open(file);
      if (!opened.ok) return opened;
      files.set(file.sha256, opened.value);
      trim();
      return { ok: true, value: opened.value.document };
    },
    readAhead(file) {
      const held = files.get(file.sha256);
      if (!held || held.isReadAhead) return;
      held.isReadAhead = true;
      const isOpen = (): boolean => files.get(file.sha256) === held;
      setTimeout(() => void fetchRest(file, held, isOpen).then(trim), readAheadAfterMs);
    },
  };
}

function readNow(url: string, from: number, to: number): Uint8Array | null {
  return readRangeNow(url, from, to)?.bytes ?? null;
}

async function fetchRest(file: PdfFile, held: OpenFile, isOpen: () => boolean): Promise<void> {
  for (const { from, to } of held.cache.missing(rangeBytes)) {
    if (!isOpen()) return;
    const read = await readRangeLater(file.url, from, to);
    if (read === null || read.bytes.length !== to - from || !held.cache.add(from, read.bytes)) return;
  }
}
