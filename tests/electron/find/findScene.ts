import { createHash } from 'node:crypto';
import { mkdir, mkdtemp, writeFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import path from 'node:path';
import type { Found } from '../../../core/find/found.ts';
import type { FindReply, FindRequest, SearchedDocument } from '../../../electron/find/findMessages.ts';
import { FindJobs } from '../../../electron/find/findJobs.ts';
import { PdfTexts } from '../../../electron/find/pdfTexts.ts';
import { loadPdfium } from '../../../electron/pdf/loadPdfium.ts';

export const wasmFile = createRequire(import.meta.url).resolve('@embedpdf/pdfium/pdfium.wasm');

/** A profile's documents and texts in a temporary folder. */
export interface FindScene {
  readonly folder: string;
  readonly texts: string;
  readonly documents: string;
  readonly put: (bytes: Uint8Array, changes?: Partial<SearchedDocument>) => Promise<SearchedDocument>;
}

export async function findScene(): Promise<FindScene> {
  const folder = await mkdtemp(path.join(tmpdir(), 'beredd-find-'));
  const documents = path.join(folder, 'documents');
  await mkdir(documents);
  return {
    folder,
    documents,
    texts: path.join(folder, 'text'),
    put: async (bytes, changes = {}) => {
      const sha256 = createHash('sha256').update(bytes).digest('hex');
      const file = path.join(documents, sha256);
      await writeFile(file, bytes);
      return { sha256, path: file, isPdf: true, fromPage: 1, pageCount: 1, ...changes };
    },
  };
}

/** The process side on this thread, with what it said. */
export interface RunningJobs {
  readonly jobs: FindJobs;
  readonly replies: FindReply[];
  readonly readPages: () => readonly number[];
  readonly search: (
    words: string,
    documents: readonly SearchedDocument[],
    options?: Partial<{ matchesCase: boolean; wholeWords: boolean; startAt: number }>,
  ) => Promise<SearchResult>;
  readonly send: (request: FindRequest) => void;
  readonly until: (isThere: (reply: FindReply) => boolean) => Promise<void>;
}

export interface SearchResult {
  /** Document index, page, start, end. */
  readonly hits: readonly (readonly number[])[];
  readonly told: readonly Found[];
  readonly last: Found;
}

export function startJobs(
  scene: FindScene,
  begin: Partial<FindRequest & { kind: 'begin' }> = {},
): RunningJobs {
  const replies: FindReply[] = [];
  let wake: () => void = () => undefined;
  const jobs = new FindJobs(
    (reply) => {
      replies.push(reply);
      wake();
    },
    (wasm) => new PdfTexts(() => loadPdfium(wasm)),
    2,
  );
  const send = (request: FindRequest): void => jobs.receive(request);
  const until = async (isThere: (reply: FindReply) => boolean): Promise<void> => {
    while (!replies.some(isThere)) await new Promise<void>((resolve) => (wake = resolve));
  };
  send({
    kind: 'begin',
    wasmFile,
    folder: scene.texts,
    documentsFolder: scene.documents,
    version: '1',
    skipped: [],
    ...begin,
  });
  let searches = 0;
  return {
    jobs,
    replies,
    send,
    until,
    readPages: () => replies.flatMap((reply) => (reply.kind === 'reading' ? [reply.page] : [])),
    search: async (words, documents, { startAt = 0, ...options } = {}) => {
      const search = `search ${(searches += 1)}`;
      send({
        kind: 'search',
        search,
        words: { words, matchesCase: false, wholeWords: false, ...options },
        documents: [...documents],
        startAt,
      });
      await until((reply) => reply.kind === 'found' && reply.found.search === search && reply.found.isDone);
      const told = replies.flatMap((reply) =>
        reply.kind === 'found' && reply.found.search === search ? [reply.found] : [],
      );
      const flat = told.flatMap(({ hits }) => [...hits]);
      const hits = Array.from({ length: flat.length / 4 }, (_, at) => flat.slice(at * 4, at * 4 + 4));
      const last = told.at(-1);
      if (last === undefined) throw new Error('nothing was told');
      return { hits, told, last };
    },
  };
}
