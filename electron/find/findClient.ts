import * as v from 'valibot';
import type { HitLine } from '../../core/find/findInText.ts';
import type { Found } from '../../core/find/found.ts';
import type { PackChannel } from '../packs/packChannel.ts';
import type { FindReply, FindRequest, PageOfFile, SearchedDocument } from './findMessages.ts';
import { findReplySchema } from './findMessages.ts';

type Request<K extends FindRequest['kind']> = Extract<FindRequest, { kind: K }>;
export type SearchRequest = Omit<Request<'search'>, 'kind'>;
export type LinePlace = Request<'lines'>['places'][number];
/** By document and page. */
export type WordsOfPages = readonly (readonly (number | null)[])[];

/** What was asked and is not answered; it is asked again of a new process. */
interface Asked {
  readonly request: Request<'lines'> | Request<'words'>;
  /** Null: no process stays that could answer. */
  readonly answer: (reply: Extract<FindReply, { kind: 'lines' | 'words' }> | null) => void;
}

/** Searching somewhere else than on this thread. The newest search is the one that is told about. */
export interface FindClient {
  readonly search: (request: SearchRequest) => void;
  readonly cancel: (search: string) => void;
  /** Null for a place whose text is not known. */
  readonly lines: (places: readonly LinePlace[]) => Promise<readonly (HitLine | null)[]>;
  /** Words of the pages of documents; null for a page that nobody read, unless `reads`, or that cannot be read. */
  readonly words: (documents: readonly SearchedDocument[], reads: boolean) => Promise<WordsOfPages>;
  /** The process ends when it was given anything sealed: its words and keys go with it, and what was asked is given up. */
  readonly forgetSealed: () => Promise<void>;
  readonly stop: () => Promise<void>;
}

export interface FindClientParts {
  readonly connect: () => PackChannel;
  readonly begin: Omit<Request<'begin'>, 'kind' | 'skipped'>;
  readonly onFound: (found: Found) => void;
  /** A bug in the process. */
  readonly report: (error: unknown) => void;
  /** The process ends when nothing was asked for so long; what it read is on disk. */
  readonly idleMs?: number;
}

/** A process that dies on a page is replaced: the page is passed over, and what was asked is asked again. */
export function createFindClient(parts: FindClientParts): FindClient {
  return new ProcessFindClient(parts);
}

class ProcessFindClient implements FindClient {
  readonly #parts: FindClientParts;
  readonly #skipped: PageOfFile[] = [];
  readonly #asked = new Map<number, Asked>();
  #channel: PackChannel | null = null;
  #reading: SearchRequest | null = null;
  #searching: SearchRequest | null = null;
  #lastJob = 0;
  #holdsSealed = false;
  /** The page that was begun last. */
  #lastRead: PageOfFile | null = null;
  #idle: NodeJS.Timeout | null = null;
  /** Replaced without having read a page in between: something else is wrong. */
  #lostInRow = 0;

  constructor(parts: FindClientParts) {
    this.#parts = parts;
  }

  readonly search = (request: SearchRequest): void => {
    if (request.words === null) this.#reading = request;
    else this.#searching = request;
    this.#send({ kind: 'search', ...request });
  };

  readonly cancel = (search: string): void => {
    if (this.#searching?.search === search) this.#searching = null;
    if (this.#reading?.search === search) this.#reading = null;
    this.#channel?.send({ kind: 'cancel', search } satisfies FindRequest);
  };

  readonly lines = (places: readonly LinePlace[]): Promise<readonly (HitLine | null)[]> =>
    new Promise((resolve) =>
      this.#ask({ kind: 'lines', job: (this.#lastJob += 1), places: [...places] }, (reply) =>
        resolve(reply?.kind === 'lines' ? reply.lines : places.map(() => null)),
      ),
    );

  readonly words = (documents: readonly SearchedDocument[], reads: boolean): Promise<WordsOfPages> =>
    new Promise((resolve) =>
      this.#ask({ kind: 'words', job: (this.#lastJob += 1), documents: [...documents], reads }, (reply) =>
        resolve(
          reply?.kind === 'words'
            ? reply.words
            : documents.map(({ pageCount }) => Array.from({ length: pageCount }, () => null)),
        ),
      ),
    );

  readonly forgetSealed = async (): Promise<void> => {
    if (this.#holdsSealed) await this.stop();
  };

  readonly stop = async (): Promise<void> => {
    this.#reading = null;
    this.#searching = null;
    this.#giveUpAsked();
    this.#rest();
    const channel = this.#channel;
    this.#channel = null;
    this.#holdsSealed = false;
    await channel?.stop();
  };

  #ask(request: Asked['request'], answer: Asked['answer']): void {
    this.#asked.set(request.job, { request, answer });
    this.#send(request);
  }

  #send(request: FindRequest): void {
    this.#holdsSealed ||= hasSealed(request);
    if (this.#idle !== null) clearTimeout(this.#idle);
    this.#idle = null;
    (this.#channel ??= this.#open()).send(request);
  }

  #open(): PackChannel {
    const channel = this.#parts.connect();
    channel.onMessage((message) => {
      if (this.#channel === channel) this.#receive(v.parse(findReplySchema, message));
    });
    channel.onGone((why) => this.#lost(channel, why));
    channel.send({ kind: 'begin', ...this.#parts.begin, skipped: [...this.#skipped] } satisfies FindRequest);
    return channel;
  }

  #receive(reply: FindReply): void {
    switch (reply.kind) {
      case 'reading':
        this.#lastRead = { sha256: reply.sha256, page: reply.page };
        this.#lostInRow = 0;
        return;
      case 'found':
        return this.#found(reply.found);
      case 'lines':
      case 'words':
        this.#asked.get(reply.job)?.answer(reply);
        this.#asked.delete(reply.job);
        return;
      case 'resting':
        return this.#rest();
      case 'crashed':
        return this.#parts.report(new Error(`in the find process: ${reply.stack}`));
    }
  }

  #found(found: Found): void {
    if (found.search === this.#reading?.search && found.isDone) this.#reading = null;
    if (found.search !== this.#searching?.search) return;
    if (found.isDone) this.#searching = null;
    this.#parts.onFound(found);
  }

  #rest(): void {
    this.#lastRead = null;
    if (this.#idle !== null) clearTimeout(this.#idle);
    this.#idle = setTimeout(() => void this.stop(), this.#parts.idleMs ?? 15 * 60_000);
    this.#idle.unref();
  }

  #lost(channel: PackChannel, why: string): void {
    if (this.#channel !== channel) return;
    this.#channel = null;
    if (this.#lastRead !== null) this.#skipped.push(this.#lastRead);
    else this.#lostInRow += 1;
    this.#lastRead = null;
    if (this.#lostInRow > 2) {
      this.#parts.report(new Error(`the find process does not stay: ${why}`));
      this.#lostInRow = 0;
      this.#failSearch();
      this.#giveUpAsked();
      return;
    }
    for (const { request } of this.#asked.values()) this.#send(request);
    for (const request of [this.#searching, this.#reading])
      if (request !== null) this.#send({ kind: 'search', ...request });
  }

  #failSearch(): void {
    const request = this.#searching;
    this.#searching = null;
    this.#reading = null;
    if (request === null) return;
    const error = { code: 'unexpected' } as const;
    const documents = request.documents.map(({ pageCount }, index) => ({
      index,
      pageCount,
      pagesWithoutText: 0,
      pagesUnread: [],
      error,
    }));
    const pagesTotal = documents.reduce((sum, { pageCount }) => sum + pageCount, 0);
    this.#parts.onFound({
      search: request.search,
      isFirst: true,
      hits: new Uint32Array(),
      documents,
      pagesRead: pagesTotal,
      pagesTotal,
      isDone: true,
      isCut: false,
    });
  }

  #giveUpAsked(): void {
    for (const { answer } of this.#asked.values()) answer(null);
    this.#asked.clear();
  }
}

function hasSealed(request: FindRequest): boolean {
  if (request.kind === 'search' || request.kind === 'words') return request.documents.some(isSealed);
  return request.kind === 'lines' && request.places.some(({ document }) => isSealed(document));
}

const isSealed = ({ key }: SearchedDocument): boolean => key != null;
