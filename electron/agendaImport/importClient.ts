import * as v from 'valibot';
import type { Result } from '../../core/errors.ts';
import { failure, ok } from '../../core/errors.ts';
import type { PackChannel } from '../packs/packChannel.ts';
import type { ImportOrder, ImportOutcome, ImportReply, ImportRequest } from './importMessages.ts';
import { importReplySchema } from './importMessages.ts';

export interface ImportClientParts {
  /** Starts a process for one attempt. */
  readonly connect: () => PackChannel;
  readonly signal: AbortSignal;
  readonly onProgress: (progress: Extract<ImportReply, { kind: 'progress' }>) => void;
  readonly onWrote: (sha256: string) => void;
  /** Makes a PDF of a page; null when it cannot. */
  readonly render: ((html: string) => Promise<Uint8Array | null>) | null;
  /** A bug in the process that no file is to blame for. */
  readonly report: (error: unknown) => void;
  /** A file that takes longer is passed over. LibreOffice has its own, shorter limit. */
  readonly patienceMs?: number;
  /** How long the process may take to end what it started. */
  readonly farewellMs?: number;
}

/** So many files may break the process before it is given up. */
const mostAttempts = 12;

type Attempt = Result<ImportOutcome> | { readonly skip: string } | { readonly broke: string };

/** Runs an order in processes of its own: one that hangs on a file, or dies of it, is replaced by one that skips it. */
export async function runImportOrder(
  order: Omit<ImportOrder, 'skipped' | 'canRender'>,
  parts: ImportClientParts,
): Promise<Result<ImportOutcome>> {
  const skipped: string[] = [];
  for (let attempt = 0; attempt < mostAttempts; attempt++) {
    if (parts.signal.aborted) return failure('cancelled');
    const outcome = await attemptOnce(
      { ...order, skipped: [...skipped], canRender: parts.render !== null },
      parts,
    );
    if ('ok' in outcome) return outcome;
    if ('broke' in outcome || skipped.includes(outcome.skip)) {
      parts.report(
        new Error(`an import broke down: ${'broke' in outcome ? outcome.broke : 'twice on one file'}`),
      );
      return failure('unexpected');
    }
    skipped.push(outcome.skip);
  }
  parts.report(new Error('an import broke down on one file after the other'));
  return failure('unexpected');
}

function attemptOnce(order: ImportOrder, parts: ImportClientParts): Promise<Attempt> {
  const { signal, patienceMs = 180_000, farewellMs = 3000 } = parts;
  return new Promise((resolve) => {
    const channel = parts.connect();
    const send = (request: ImportRequest): void => channel.send(request);
    let at: string | null = null;
    let isOver = false;
    let watch: NodeJS.Timeout | null = null;
    const settle = (outcome: Attempt): void => {
      if (isOver) return;
      isOver = true;
      if (watch !== null) clearTimeout(watch);
      signal.removeEventListener('abort', cancel);
      void channel.stop().then(() => resolve(outcome));
    };
    const skip = (why: string): void =>
      settle(signal.aborted ? failure('cancelled') : at === null ? { broke: why } : { skip: at });
    const expectWithin = (milliseconds: number): void => {
      if (watch !== null) clearTimeout(watch);
      watch = setTimeout(() => skip('too slow'), milliseconds);
    };
    // It is asked first: what it has started must end with it.
    const cancel = (): void => {
      send({ kind: 'cancel' });
      expectWithin(farewellMs);
    };
    const answer = (reply: ImportReply): void => {
      switch (reply.kind) {
        case 'progress':
          at = reply.path;
          if (!signal.aborted) expectWithin(patienceMs);
          return parts.onProgress(reply);
        case 'wrote':
          return parts.onWrote(reply.sha256);
        case 'render':
          return void draw(reply.id, reply.html);
        case 'failed':
          return settle({ ok: false, error: reply.error });
        case 'crashed':
          return skip(reply.stack);
        default:
          return settle(signal.aborted ? failure('cancelled') : ok(reply));
      }
    };
    const draw = async (id: number, html: string): Promise<void> => {
      const pdf = (await parts.render?.(html).catch(parts.report)) ?? null;
      if (!isOver) send({ kind: 'rendered', id, pdf: pdf === null ? null : new Uint8Array(pdf) });
    };
    signal.addEventListener('abort', cancel);
    channel.onGone(skip);
    channel.onMessage((message) => answer(v.parse(importReplySchema, message)));
    send({ kind: 'run', ...order });
    expectWithin(patienceMs);
  });
}
