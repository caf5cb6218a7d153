import { failure, ok } from '../../../../core/errors.ts';
import type { Result } from '../../../../core/errors.ts';
import type { PdfDocument, PdfEngine } from '../../../../core/pdf/pdfEngine.ts';
import { chunkBytes, createChunkStore } from '../../../../core/pdf/chunkStore.ts';
import { createRangeCache } from '../../../../core/pdf/rangeCache.ts';
import type { ByteRange, RangeCache } from '../../../../core/pdf/rangeCache.ts';
import type { PdfFile } from './pdfJobs.ts';
import { readRangeLater, readRangeNow } from './readRange.ts';

/** The files a worker has open, the least recently used closed first. */
export interface OpenFiles {
  document(file: PdfFile): Result<PdfDocument>;
  /** Fetches the rest of a file in the background, once; does nothing when it is not open. */
  readAhead(file: PdfFile): void;
  /** Fetches what follows the place that was read last, for who goes through the whole file and can wait. */
  readOn(file: PdfFile): Promise<void>;
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
/** Of all files together; what is not held is read anew: some milliseconds, for what a page needs lies together. */
const maxHeldBytes = 24 * 1024 * 1024;
/** The first page is shown by then: nothing of it waits for what is read ahead. */
const readAheadAfterMs = 400;

export function createOpenFiles(engine: PdfEngine): OpenFiles {
  const files = new Map<string, OpenFile>();
  const store = createChunkStore(maxHeldBytes);

  const open = (file: PdfFile): Result<OpenFile> => {
    const head = readRangeNow(file.url, 0, headBytes);
    if (head === null) return failure('documentMissing');
    const { total } = head;
    const cache = createRangeCache(total, (from, to) => readNow(file.url, from, to), store);
    cache.add(0, head.bytes, 'others');
    const tailFrom = Math.floor(Math.max(0, total - tailBytes) / chunkBytes) * chunkBytes;
    const tail = total > headBytes ? readNow(file.url, tailFrom, total) : null;
    if (tail?.length === total - tailFrom) cache.add(tailFrom, tail, 'others');
    const opened = engine.open(cache);
    if (opened.ok) return ok({ document: opened.value, cache, isReadAhead: false });
    cache.clear();
    return opened;
  };

  const closeOldest = (): void => {
    const oldest = files.entries().next();
    if (files.size <= keptFiles || oldest.done) return;
    const [sha256, { document, cache }] = oldest.value;
    document.close();
    cache.clear();
    files.delete(sha256);
  };

  return {
    document(file) {
      const held = files.get(file.sha256);
      if (held) {
        files.delete(file.sha256);
        files.set(file.sha256, held);
        return ok(held.document);
      }
      const opened = open(file);
      if (!opened.ok) return opened;
      files.set(file.sha256, opened.value);
      closeOldest();
      return ok(opened.value.document);
    },
    readAhead(file) {
      const held = files.get(file.sha256);
      if (!held || held.isReadAhead) return;
      held.isReadAhead = true;
      const isOpen = (): boolean => files.get(file.sha256) === held;
      setTimeout(() => void fetchRest(file, held, isOpen), readAheadAfterMs);
    },
    async readOn(file) {
      const held = files.get(file.sha256);
      if (!held) return;
      const take: TakeChunk = (at, chunk) =>
        held.cache.add(at, chunk, 'others') || held.cache.add(at, chunk, 'passing');
      for (const range of held.cache.following()) await fetchChunks(file, range, take);
    },
  };
}

function readNow(url: string, from: number, to: number): Uint8Array | null {
  return readRangeNow(url, from, to)?.bytes ?? null;
}

async function fetchRest(file: PdfFile, held: OpenFile, isOpen: () => boolean): Promise<void> {
  const take: TakeChunk = (at, chunk) => isOpen() && held.cache.add(at, chunk, 'others');
  for (const range of held.cache.missing(rangeBytes)) if (!(await fetchChunks(file, range, take))) return;
}

type TakeChunk = (at: number, chunk: Uint8Array) => boolean;

const fetchChunks = (file: PdfFile, range: ByteRange, take: TakeChunk): Promise<boolean> =>
  readRangeLater(file.url, { ...range, pieceBytes: chunkBytes }, take);
