import { open, type FileHandle } from 'node:fs/promises';
import { readByteRange, type ByteRange } from './byteRange.ts';
import { documentHeaders, refusalHeaders } from './responseHeaders.ts';

/** Finds a stored document by its hash; null when no pack of this library lists it. */
export type FindDocument = (sha256: string) => Promise<{ path: string; mediaType: string } | null>;

const addressOfDocument = /^\/documents\/([0-9a-f]{64})$/;
const chunkBytes = 256 * 1024;

/** The hash in `/documents/<sha256>`, or null when the path is no document's. */
export const documentInPath = (pathname: string): string | null =>
  addressOfDocument.exec(pathname)?.[1] ?? null;

/** Answers with a document or a range of it, in pieces: the file is never in memory as a whole. */
export async function documentResponse(
  request: { readonly method: string; readonly range: string | null },
  sha256: string,
  findDocument: FindDocument,
): Promise<Response> {
  const found = await findDocument(sha256);
  const file = found === null ? null : await openOrNull(found.path);
  if (found === null || file === null) return new Response(null, { status: 404, headers: refusalHeaders });
  const { size } = await file.stat();
  const headers = documentHeaders(found.mediaType);
  const range = readByteRange(request.range, size);
  if (range === 'unsatisfiable' || request.method === 'HEAD') {
    await file.close();
    return range === 'unsatisfiable'
      ? new Response(null, { status: 416, headers: { ...headers, 'Content-Range': `bytes */${size}` } })
      : new Response(null, { headers: { ...headers, 'Content-Length': String(size) } });
  }
  if (range === 'whole') return answer(file, { first: 0, last: size - 1 }, 200, headers);
  const contentRange = `bytes ${range.first}-${range.last}/${size}`;
  return answer(file, range, 206, { ...headers, 'Content-Range': contentRange });
}

const openOrNull = async (path: string): Promise<FileHandle | null> => open(path, 'r').catch(() => null);

function answer(
  file: FileHandle,
  { first, last }: ByteRange,
  status: number,
  headers: Record<string, string>,
): Response {
  return new Response(bytesOf(file, first, last + 1), {
    status,
    headers: { ...headers, 'Content-Length': String(last + 1 - first) },
  });
}

function bytesOf(file: FileHandle, start: number, end: number): ReadableStream<Uint8Array> {
  let at = start;
  return new ReadableStream({
    async pull(controller) {
      try {
        const buffer = new Uint8Array(Math.min(chunkBytes, end - at));
        const { bytesRead } = await file.read(buffer, 0, buffer.length, at);
        at += bytesRead;
        if (bytesRead > 0) controller.enqueue(buffer.subarray(0, bytesRead));
        if (bytesRead > 0 && at < end) return;
        await file.close();
        if (at < end) controller.error(new Error('the document became shorter while it was read'));
        else controller.close();
      } catch (error) {
        controller.error(error);
        await file.close().catch(() => undefined);
      }
    },
    cancel: () => file.close(),
  });
}
