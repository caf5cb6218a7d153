export interface ReadRange {
  readonly bytes: Uint8Array;
  /** Size of the whole file. */
  readonly total: number;
}

const contentRange = /^bytes (\d+)-(\d+)\/(\d+)$/;

/** One for all: a request keeps what it was answered until it is opened anew, and a worker's garbage is collected late. */
let kept: XMLHttpRequest | null = null;

/** Reads the bytes `[from, to)` at once: PDFium asks in the middle of its work and cannot wait. Null when it fails. */
export function readRangeNow(url: string, from: number, to: number): ReadRange | null {
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

/** The same without waiting, for reading ahead. */
export async function readRangeLater(url: string, from: number, to: number): Promise<ReadRange | null> {
  try {
    const response = await fetch(url, { headers: { Range: `bytes=${from}-${to - 1}` } });
    return answer(response.status, response.headers.get('Content-Range'), await response.arrayBuffer());
  } catch {
    // Reading ahead is a courtesy: what is missing is read when it is needed, and then the failure is told.
    return null;
  }
}

function answer(status: number, range: string | null, body: ArrayBuffer): ReadRange | null {
  const total = contentRange.exec(range ?? '')?.[3];
  if (status === 206 && total !== undefined) return { bytes: new Uint8Array(body), total: Number(total) };
  // An empty file has no range to give (RFC 9110, 14.4).
  const isEmpty = status === 416 || (status === 200 && body.byteLength === 0);
  return isEmpty ? { bytes: new Uint8Array(0), total: 0 } : null;
}
