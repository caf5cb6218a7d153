export interface ReadRange {
  readonly bytes: Uint8Array;
  /** Size of the whole file. */
  readonly total: number;
}

const contentRange = /^bytes (\d+)-(\d+)\/(\d+)$/;

/** One for all: a request keeps what it was answered until it is opened anew, and a worker's garbage is collected late. */
let kept: XMLHttpRequest | null = null;

/**
 * What a synchronous request was answered lies in memory twice, and of neither does V8 know enough to collect it in time: a
 * hundred megabytes gather. It begins to collect when it hears of so much memory outside its heap; nobody writes to it, so no
 * memory is taken for it.
 */
const requestsBeforeCollection = 16;
const noticedBytes = 64 * 1024 * 1024;
let requests = 0;

function collectInTime(): void {
  requests += 1;
  if (requests % requestsBeforeCollection !== 0) return;
  try {
    void new ArrayBuffer(noticedBytes);
  } catch {
    // There is no room for it: then V8 collects anyway.
  }
}

/** Reads the bytes `[from, to)` at once: PDFium asks in the middle of its work and cannot wait. Null when it fails. */
export function readRangeNow(url: string, from: number, to: number): ReadRange | null {
  collectInTime();
  kept ??= new XMLHttpRequest();
  const request = kept;
  request.open('GET', url, false);
  request.responseType = 'arraybuffer';
  request.setRequestHeader('Range', `bytes=${from}-${to - 1}`);
  try {
    request.send();
  } catch {
    // A synchronous request reports a missing file or a cut connection by throwing.
    return null;
  }
  const body: unknown = request.response;
  if (!(body instanceof ArrayBuffer)) return null;
  return answer(request.status, request.getResponseHeader('Content-Range'), body);
}

/** Memory for the pieces of what is read later, used again and again. */
let spare: ArrayBuffer | null = null;

/**
 * Reads the bytes `[from, to)` without waiting. `take` gets them in pieces of `pieceBytes`, the last excepted, each with where
 * it begins in the file; a piece is valid until `take` returns, which says whether to go on. False when not all was taken.
 */
export async function readRangeLater(
  url: string,
  { from, to, pieceBytes }: { readonly from: number; readonly to: number; readonly pieceBytes: number },
  take: (at: number, piece: Uint8Array) => boolean,
): Promise<boolean> {
  let memory = spare?.byteLength === pieceBytes ? spare : new ArrayBuffer(pieceBytes);
  spare = null;
  try {
    const response = await fetch(url, { headers: { Range: `bytes=${from}-${to - 1}` } });
    const reader = response.status === 206 ? response.body?.getReader({ mode: 'byob' }) : undefined;
    if (!reader) return false;
    for (let at = from; at < to;) {
      const wanted = Math.min(pieceBytes, to - at);
      const filled = await fill(reader, memory, wanted);
      memory = filled.memory;
      if (filled.length < wanted || !take(at, new Uint8Array(memory, 0, wanted))) {
        await reader.cancel();
        return false;
      }
      at += wanted;
    }
    return true;
  } catch {
    // Reading ahead is a courtesy: what is missing is read when it is needed, and then the failure is told.
    return false;
  } finally {
    if (memory.byteLength === pieceBytes) spare = memory;
  }
}

/** The memory goes to the reader and comes back with each part. */
async function fill(
  reader: ReadableStreamBYOBReader,
  memory: ArrayBuffer,
  wanted: number,
): Promise<{ readonly memory: ArrayBuffer; readonly length: number }> {
  let length = 0;
  while (length < wanted) {
    const { value, done } = await reader.read(new Uint8Array(memory, length, wanted - length));
    if (!value) break;
    memory = value.buffer;
    length += value.length;
    if (done) break;
  }
  return { memory, length };
}

function answer(status: number, range: string | null, body: ArrayBuffer): ReadRange | null {
  const total = contentRange.exec(range ?? '')?.[3];
  if (status === 206 && total !== undefined) return { bytes: new Uint8Array(body), total: Number(total) };
  // An empty file has no range to give (RFC 9110, 14.4).
  const isEmpty = status === 416 || (status === 200 && body.byteLength === 0);
  return isEmpty ? { bytes: new Uint8Array(0), total: 0 } : null;
}
