import type { CopyMatch } from '../../core/annotationImport/copyPages.ts';
import type { Result } from '../../core/errors.ts';
import { failure, ok } from '../../core/errors.ts';
import type { DocumentComparison } from '../../core/revisionDiff/documentComparison.ts';
import type { PackChannel } from '../packs/packChannel.ts';
import type { PlacedNote } from '../placements/placeNotes.ts';
import type {
  DocumentNow,
  FileOfDocument,
  NoteToLookFor,
  PageOfFile,
  RevisionReply,
  RevisionRequest,
} from './revisionMessages.ts';

type JobRequest = Extract<RevisionRequest, { kind: 'place' | 'compare' | 'match' }>;
type JobAnswer = Extract<RevisionReply, { kind: 'placed' | 'compared' | 'matched' }>;
export type TellProgress = (done: number, total: number) => void;

/** Holding revisions against each other somewhere else than on this thread. Fails with `cancelled` or `unexpected`. */
export interface RevisionClient {
  readonly place: (
    job: string,
    notes: readonly NoteToLookFor[],
    documents: readonly DocumentNow[],
    onProgress: TellProgress,
  ) => Promise<Result<readonly PlacedNote[]>>;
  readonly compare: (
    job: string,
    before: FileOfDocument,
    after: FileOfDocument,
    onProgress: TellProgress,
  ) => Promise<Result<DocumentComparison>>;
  /** Of which documents the pages of a copy are, those wanted before others. */
  readonly match: (
    job: string,
    copy: FileOfDocument,
    wanted: readonly number[],
    documents: readonly DocumentNow[],
  ) => Promise<Result<CopyMatch>>;
  readonly cancel: (job: string) => void;
  /** The process ends when it was given anything sealed: its words and keys go with it, and open jobs as cancelled. */
  readonly forgetSealed: () => Promise<void>;
  readonly stop: () => Promise<void>;
}

export interface RevisionClientParts {
  readonly connect: () => PackChannel;
  readonly begin: Omit<Extract<RevisionRequest, { kind: 'begin' }>, 'kind' | 'skipped'>;
  /** A bug in the process. */
  readonly report: (error: unknown) => void;
  /** The process ends when nothing was asked for so long; what it read is on disk. */
  readonly idleMs?: number;
}

interface Pending {
  readonly request: JobRequest;
  readonly onProgress: TellProgress;
  readonly settle: (answer: Result<JobAnswer>) => void;
}

/** A process that dies on a page is replaced: the page is passed over, and what was asked is asked again. */
export function createRevisionClient(parts: RevisionClientParts): RevisionClient {
  return new ProcessRevisionClient(parts);
}

/** Replaced so often for the same jobs: something else is wrong. */
const mostLosses = 4;

class ProcessRevisionClient implements RevisionClient {
  readonly #parts: RevisionClientParts;
  readonly #skipped: PageOfFile[] = [];
  readonly #pending = new Map<string, Pending>();
  #channel: PackChannel | null = null;
  /** The page that was begun last. */
  #lastRead: PageOfFile | null = null;
  #losses = 0;
  #holdsSealed = false;
  #idle: NodeJS.Timeout | null = null;

  constructor(parts: RevisionClientParts) {
    this.#parts = parts;
  }

  readonly place: RevisionClient['place'] = async (job, notes, documents, onProgress) => {
    const answer = await this.#ask(
      { kind: 'place', job, notes: [...notes], documents: [...documents] },
      onProgress,
    );
    return answer.ok ? ok(answer.value.kind === 'placed' ? answer.value.notes : []) : answer;
  };

  readonly compare: RevisionClient['compare'] = async (job, before, after, onProgress) => {
    const answer = await this.#ask({ kind: 'compare', job, before, after }, onProgress);
    if (!answer.ok) return answer;
    return answer.value.kind === 'compared' ? ok(answer.value.comparison) : failure('unexpected');
  };

  readonly match: RevisionClient['match'] = async (job, copy, wanted, documents) => {
    const answer = await this.#ask(
      { kind: 'match', job, copy, wanted: [...wanted], documents: [...documents] },
      () => undefined,
    );
    if (!answer.ok) return answer;
    return answer.value.kind === 'matched' ? ok(answer.value.match) : failure('unexpected');
  };

  readonly cancel = (job: string): void => {
    this.#channel?.send({ kind: 'cancel', job } satisfies RevisionRequest);
    this.#settle(job, failure('cancelled'));
  };

  readonly forgetSealed = async (): Promise<void> => {
    if (this.#holdsSealed) await this.stop();
  };

  readonly stop = async (): Promise<void> => {
    this.#holdsSealed = false;
    for (const job of [...this.#pending.keys()]) this.#settle(job, failure('cancelled'));
    this.#clearIdle();
    const channel = this.#channel;
    this.#channel = null;
    await channel?.stop();
  };

  #ask(request: JobRequest, onProgress: TellProgress): Promise<Result<JobAnswer>> {
    return new Promise((settle) => {
      this.#holdsSealed ||= filesOf(request).some(({ key }) => key != null);
      this.#pending.set(request.job, { request, onProgress, settle });
      this.#clearIdle();
      (this.#channel ??= this.#open()).send(request);
    });
  }

  #settle(job: string, answer: Result<JobAnswer>): void {
    const pending = this.#pending.get(job);
    this.#pending.delete(job);
    pending?.settle(answer);
  }

  #open(): PackChannel {
    const channel = this.#parts.connect();
    channel.onMessage((message) => {
      // Our own process: its replies are built from the types that are read here.
      if (this.#channel === channel) this.#receive(message as RevisionReply);
    });
    channel.onGone((why) => this.#lost(channel, why));
    channel.send({
      kind: 'begin',
      ...this.#parts.begin,
      skipped: [...this.#skipped],
    } satisfies RevisionRequest);
    return channel;
  }

  #receive(reply: RevisionReply): void {
    switch (reply.kind) {
      case 'reading':
        this.#lastRead = { sha256: reply.sha256, page: reply.page };
        return;
      case 'progress':
        return this.#pending.get(reply.job)?.onProgress(reply.done, reply.total);
      case 'placed':
      case 'compared':
      case 'matched':
        this.#losses = 0;
        return this.#settle(reply.job, ok(reply));
      case 'cancelled':
        return this.#settle(reply.job, failure('cancelled'));
      case 'resting':
        this.#lastRead = null;
        return this.#rest();
      case 'crashed':
        this.#parts.report(new Error(`in the revision process: ${reply.stack}`));
        if (reply.job !== null) this.#settle(reply.job, failure('unexpected'));
    }
  }

  #rest(): void {
    this.#clearIdle();
    if (this.#pending.size > 0) return;
    this.#idle = setTimeout(() => void this.stop(), this.#parts.idleMs ?? 5 * 60_000);
    this.#idle.unref();
  }

  #clearIdle(): void {
    if (this.#idle !== null) clearTimeout(this.#idle);
    this.#idle = null;
  }

  #lost(channel: PackChannel, why: string): void {
    if (this.#channel !== channel) return;
    this.#channel = null;
    if (this.#lastRead !== null) this.#skipped.push(this.#lastRead);
    this.#lastRead = null;
    this.#losses += 1;
    if (this.#pending.size === 0) return;
    if (this.#losses > mostLosses) {
      this.#parts.report(new Error(`the revision process does not stay: ${why}`));
      this.#losses = 0;
      for (const job of [...this.#pending.keys()]) this.#settle(job, failure('unexpected'));
      return;
    }
    const again = (this.#channel = this.#open());
    for (const { request } of this.#pending.values()) again.send(request);
  }
}

function filesOf(request: JobRequest): readonly FileOfDocument[] {
  if (request.kind === 'compare') return [request.before, request.after];
  const old = request.kind === 'match' ? [request.copy] : request.notes.flatMap((note) => note.old ?? []);
  return [...request.documents.map(({ file }) => file), ...old];
}
