import * as v from 'valibot';
import type { FileFacts } from '../../core/preflight/fileFacts.ts';
import { StallWatch } from '../find/stallWatch.ts';
import type { PackChannel } from '../packs/packChannel.ts';
import { brokenFile } from './checkPdf.ts';
import type { FileToCheck, PreflightRequest } from './preflightMessages.ts';
import { preflightReplySchema } from './preflightMessages.ts';
import { PreflightWork } from './preflightWork.ts';

/** Reads files one after the other in a process that is started when it is needed and ended when nobody waits. */
export interface PreflightReader {
  /**
   * Null when the file is not there, or the reader was stopped. A file that breaks or blocks the process twice is
   * `brokenFile`.
   */
  readonly check: (file: FileToCheck) => Promise<FileFacts | null>;
  readonly stop: () => Promise<void>;
}

export interface PreflightReaderParts {
  readonly connect: () => PackChannel;
  readonly wasmFile: string;
  /** A page that takes longer is not waited for. */
  readonly patienceSeconds?: number;
  /** Told when a file broke the process. */
  readonly report?: (error: unknown) => void;
}

interface Attempt {
  readonly page: () => void;
  readonly settle: (facts: FileFacts | null) => void;
}

export function createPreflightReader(parts: PreflightReaderParts): PreflightReader {
  let channel: PackChannel | null = null;
  let attempt: Attempt | null = null;
  let queue: Promise<unknown> = Promise.resolve();
  let waiting = 0;
  let isStopped = false;

  const connected = (): PackChannel => {
    if (channel !== null) return channel;
    const started = parts.connect();
    channel = started;
    started.onMessage((message) => {
      const reply = v.parse(preflightReplySchema, message);
      if (reply.kind === 'page') attempt?.page();
      else attempt?.settle(reply.kind === 'broke' ? brokenFile : reply.facts);
    });
    started.onGone((why) => {
      if (channel !== started) return;
      channel = null;
      if (attempt !== null) parts.report?.(new Error(`the pre-flight process ended: ${why}`));
      attempt?.settle(brokenFile);
    });
    started.send({ kind: 'begin', wasmFile: parts.wasmFile } satisfies PreflightRequest);
    return started;
  };

  const disconnect = async (): Promise<void> => {
    const leaving = channel;
    channel = null;
    await leaving?.stop();
  };

  const checkNow = (file: FileToCheck): Promise<FileFacts | null> =>
    new Promise((resolve) => {
      const watch = new StallWatch(parts.patienceSeconds ?? 20, () => {
        parts.report?.(new Error('pre-flight gave up a page that took too long'));
        void disconnect();
        attempt?.settle(brokenFile);
      });
      attempt = {
        page: () => watch.begin(),
        settle: (facts) => {
          watch.end();
          attempt = null;
          resolve(facts);
        },
      };
      watch.begin();
      connected().send({ kind: 'check', file } satisfies PreflightRequest);
    });

  return {
    check: (file) => {
      waiting += 1;
      const turn = queue.then(async () => {
        const first = isStopped ? null : await checkNow(file);
        // The fault may have been the computer's: too little memory, too much to do.
        const facts = first === brokenFile && !isStopped ? await checkNow(file) : first;
        waiting -= 1;
        // PDFium's memory never shrinks; the process is quickly there again.
        if (waiting === 0) await disconnect();
        return facts;
      });
      queue = turn.catch(() => undefined);
      return turn;
    },
    stop: async () => {
      isStopped = true;
      await disconnect();
      attempt?.settle(null);
      await queue;
    },
  };
}

/** For the command line and tests: the same messages, answered on this thread. */
export function preflightHere(): PackChannel {
  let listener: (message: unknown) => void = () => undefined;
  const work = new PreflightWork((reply) => listener(reply));
  return {
    send: (message) => work.receive(message),
    onMessage: (given) => {
      listener = given;
    },
    onGone: () => undefined,
    stop: () => Promise.resolve(),
  };
}
