import { open, type FileHandle } from 'node:fs/promises';
import type { Result } from '../../core/errors.ts';
import { readByteRange, type ByteRange } from './byteRange.ts';
import { documentHeaders, refusalHeaders } from './responseHeaders.ts';

/** Bytes that are made while they are asked for: a sealed document, decrypted in memory. */
export interface MadeDocument {
  readonly size: number;
  readonly mediaType: string;
  /** Bytes `first` to `last`, both included. */
  readonly read: (first: number, last: number) => Promise<Result<Uint8Array>>;
}

/** What is served: a file as it lies there, or bytes that are made. */
export type ServedDocument = { readonly path: string; readonly mediaType: string } | MadeDocument;

/** Finds a document by its hash; null when no pack of this library lists it. */
export type FindDocument = (sha256: string) => Promise<ServedDocument | null>;

/** Finds a file of a draft; null when that draft does not have it, or it is locked. */
export type FindDraftFile = (draftId: string, sha256: string) => Promise<ServedDocument | null>;

const addressOfDocument = /^\/documents\/([0-9a-f]{64})$/;
const addressOfDraftFile = /^\/drafts\/([0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12})\/([0-9a-f]{64})$/;
const chunkBytes = 256 * 1024;

/** The hash in `/documents/<sha256>`, or null when the path is no document's. */
export const documentInPath = (pathname: string): string | null =>
  addressOfDocument.exec(pathname)?.[1] ?? null;

/** Draft and hash in `/drafts/<draft id>/<sha256>`, or null when the path is no draft file's. */
export function draftFileInPath(
  pathname: string,
): { readonly draftId: string; readonly sha256: string } | null {
  const [, draftId, sha256] = addressOfDraftFile.exec(pathname) ?? [];
  return draftId === undefined || sha256 === undefined ? null : { draftId, sha256 };
}

/** Answers with a document or a range of it, in pieces: the file is never in memory as a whole. */
export async function documentResponse(
  request: { readonly method: string; readonly range: string | null },
  sha256: string,
  findDocument: FindDocument,
): Promise<Response> {
  const found = await findDocument(sha256);
  const content = found === null ? null : await contentOf(found);
  if (found === null || content === null) {
    return new Response(null, { status: 404, headers: refusalHeaders });
  }
  const { size } = content;
  const headers = documentHeaders(found.mediaType);
  const range = readByteRange(request.range, size);
  if (range === 'unsatisfiable' || request.method === 'HEAD') {
    await content.close();
    return range === 'unsatisfiable'
      ? new Response(null, { status: 416, headers: { ...headers, 'Content-Range': `bytes */${size}` } })
      : new Response(null, { headers: { ...headers, 'Content-Length': String(size) } });
  }
  if (range === 'whole') return answer(content, { first: 0, last: size - 1 }, 200, headers);
  const contentRange = `bytes ${range.first}-${range.last}/${size}`;
  return answer(content, range, 206, { ...headers, 'Content-Range': contentRange });
}

const openOrNull = async (path: string): Promise<FileHandle | null> => open(path, 'r').catch(() => null);

interface OpenContent {
  readonly size: number;
  /** At most `length` bytes from `at`; none at the end. */
  readonly read: (at: number, length: number) => Promise<Uint8Array>;
  readonly close: () => Promise<void>;
}

async function contentOf(found: ServedDocument): Promise<OpenContent | null> {
  if ('path' in found) {
    const file = await openOrNull(found.path);
    return file === null ? null : fileContent(file, (await file.stat()).size);
  }
  return {
    size: found.size,
    read: async (at, length) => {
      const bytes = await found.read(at, at + length - 1);
      if (!bytes.ok) throw new Error(`a document could not be read: ${bytes.error.code}`);
      return bytes.value;
    },
    close: () => Promise.resolve(),
  };
}

const fileContent = (file: FileHandle, size: number): OpenContent => ({
  size,
  read: async (at, length) => {
    const buffer = new Uint8Array(length);
    const { bytesRead } = await file.read(buffer, 0, length, at);
    return buffer.subarray(0, bytesRead);
  },
  close: () => file.close(),
});

function answer(
  content: OpenContent,
  { first, last }: ByteRange,
  status: number,
  headers: Record<string, string>,
): Response {
  return new Response(bytesOf(content, first, last + 1), {
    status,
    headers: { ...headers, 'Content-Length': String(last + 1 - first) },
  });
}

function bytesOf(content: OpenContent, start: number, end: number): ReadableStream<Uint8Array> {
  let at = start;
  return new ReadableStream({
    async pull(controller) {
      try {
        const bytes = at < end ? await content.read(at, Math.min(chunkBytes, end - at)) : new Uint8Array();
        at += bytes.length;
        if (bytes.length > 0) controller.enqueue(bytes);
        if (bytes.length > 0 && at < end) return;
        await content.close();
        if (at < end) controller.error(new Error('the document became shorter while it was read'));
        else controller.close();
      } catch (error) {
        controller.error(error);
        await content.close().catch(() => undefined);
      }
    },
    cancel: () => content.close(),
  });
}
