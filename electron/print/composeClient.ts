import * as v from 'valibot';
import type { Result } from '../../core/errors.ts';
import { failure, ok } from '../../core/errors.ts';
import type { PackChannel } from '../packs/packChannel.ts';
import type { Composed, ComposeRequest, LeftOutCode, LeftOutPart, Working } from './composeMessages.ts';
import { composeReplySchema } from './composeMessages.ts';

export type ComposeOrder = Omit<ComposeRequest, 'kind' | 'skipped'>;

export interface ComposeParts {
  /** Starts a process for one attempt. */
  readonly connect: () => PackChannel;
  readonly onWorking: (working: Working) => void;
  readonly signal: AbortSignal;
  /** A bug in the process that no document is to blame for. */
  readonly report: (error: unknown) => void;
  /** Documents known to be unfit. */
  readonly skipped?: readonly LeftOutPart[];
  /** A document that takes longer is left out. */
  readonly patienceMs?: number;
  /** For the work on all pages together, a page. */
  readonly patienceForPageMs?: number;
}

/** So many documents may break the process before it is given up. */
const mostAttempts = 12;

type Attempt = Result<Composed> | { readonly skip: LeftOutPart } | { readonly broke: string };

/**
 * Composes in processes of its own: one that hangs on a document, or dies of it, is replaced by one that leaves it out.
 * Fails with `cancelled`, `printTooLarge` (it dies of the whole), or what the disk says.
 */
export async function compose(order: ComposeOrder, parts: ComposeParts): Promise<Result<Composed>> {
  const skipped: LeftOutPart[] = [...(parts.skipped ?? [])];
  for (let attempt = 0; attempt < mostAttempts; attempt++) {
    if (parts.signal.aborted) return failure('cancelled');
    const outcome = await attemptOnce({ ...order, kind: 'compose', skipped: [...skipped] }, parts);
    if ('ok' in outcome) return outcome;
    if ('broke' in outcome) {
      parts.report(new Error(`composing a PDF broke down: ${outcome.broke}`));
      return failure('printTooLarge');
    }
    skipped.push(outcome.skip);
  }
  parts.report(new Error('composing a PDF broke down on one document after the other'));
  return failure('printTooLarge');
}

function attemptOnce(request: ComposeRequest, parts: ComposeParts): Promise<Attempt> {
  const { signal, onWorking, patienceMs = 30_000, patienceForPageMs = 400 } = parts;
  const pageCount = request.parts.reduce(
    (sum, part) => sum + (part.kind === 'file' ? part.pages.length : 1),
    0,
  );
  return new Promise((resolve) => {
    const channel = parts.connect();
    let at: number | null = null;
    let isOver = false;
    const settle = (outcome: Attempt): void => {
      if (isOver) return;
      isOver = true;
      clearTimeout(watch);
      signal.removeEventListener('abort', cancel);
      void channel.stop().then(() => resolve(outcome));
    };
    const leaveOut = (code: LeftOutCode, why: string): void =>
      settle(at === null ? { broke: why } : { skip: { part: at, code } });
    const cancel = (): void => settle(failure('cancelled'));
    const watchFor = (milliseconds: number): NodeJS.Timeout =>
      setTimeout(() => leaveOut('documentTooSlow', 'too slow'), milliseconds);
    let watch = watchFor(patienceMs);
    signal.addEventListener('abort', cancel);
    channel.onGone((why) => leaveOut('documentDamaged', why));
    channel.onMessage((message) => {
      const reply = v.parse(composeReplySchema, message);
      switch (reply.kind) {
        case 'working':
          at = reply.part;
          clearTimeout(watch);
          watch = watchFor(at === null ? patienceMs + pageCount * patienceForPageMs : patienceMs);
          return onWorking(reply);
        case 'done':
          return settle(ok({ sheetCount: reply.sheetCount, leftOut: reply.leftOut }));
        case 'failed':
          return settle({ ok: false, error: reply.error });
        case 'crashed':
          return leaveOut('documentDamaged', reply.stack);
      }
    });
    channel.send(request);
  });
}
