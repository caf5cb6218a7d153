import * as v from 'valibot';
import type { Result } from '../../core/errors.ts';
import { failure, ok } from '../../core/errors.ts';
import type { PackChannel } from './packChannel.ts';
import type { OpenedMessage, PackReply, PackRequest } from './packMessages.ts';
import { packReplySchema } from './packMessages.ts';
import { privateKeyPem } from '../crypto/pkcs8.ts';
import type { OpenedPack, OpenPack, VerifyPack } from './packs.ts';
import type { PackToWrite, WriteOptions, WrittenPack } from './writePack.ts';

export type WritePack = (
  targetFile: string,
  pack: PackToWrite,
  options: Pick<WriteOptions, 'signal' | 'onProgress'>,
) => Promise<Result<WrittenPack>>;

/** Opening, verifying, extracting and writing somewhere else than on this thread. */
export interface PackClient {
  readonly openPack: OpenPack;
  readonly verifyPack: VerifyPack;
  readonly writePack: WritePack;
  /** Stops the process; what is under way fails as cancelled. */
  readonly stop: () => Promise<void>;
}

type Progress = (bytesDone: number, bytesTotal: number) => void;
interface Waiting {
  readonly resolve: (reply: PackReply) => void;
  readonly reject: (error: Error) => void;
  readonly onProgress: Progress | undefined;
}
type WithoutJob<R> = R extends { job: number } ? Omit<R, 'job'> : never;

/**
 * A client over channels from `connect`. A process that dies fails what it was doing (thrown as a bug) and is replaced
 * at the next call; packs it had open must be opened again.
 */
export function createPackClient(connect: () => PackChannel): PackClient {
  const caller = new PackCaller(connect);
  return {
    openPack: async (file) => {
      const reply = await caller.call({ kind: 'open', file }, {});
      return reply.kind === 'opened' ? ok(remotePack(caller, file, reply.value)) : failed(reply);
    },
    verifyPack: async (file, options) => {
      const reply = await caller.call({ kind: 'verify', file }, options);
      return reply.kind === 'verified' ? ok(reply.value) : failed(reply);
    },
    writePack: async (targetFile, { signer, ...pack }, options) => {
      const key = {
        publicKeyLine: signer.publicKey.line,
        pem: await privateKeyPem(signer.privateKey, null),
      };
      const reply = await caller.call(
        { kind: 'write', targetFile, order: { ...pack, signer: key } },
        options,
      );
      return reply.kind === 'written' ? ok(reply.value) : failed(reply);
    },
    stop: () => caller.stop(),
  };
}

function failed(reply: PackReply): Result<never> {
  if (reply.kind === 'failed') return { ok: false, error: reply.error };
  throw new Error(`unexpected reply ${reply.kind}`);
}

function remotePack(caller: PackCaller, file: string, { pack, carried, ...read }: OpenedMessage): OpenedPack {
  return {
    ...read,
    file,
    carried: new Set(carried),
    extractDocument: async (sha256, targetFile, signal) => {
      const reply = await caller.call({ kind: 'extract', pack, sha256, targetFile }, { signal });
      return reply.kind === 'done' ? ok(undefined) : failed(reply);
    },
    close: async () => {
      await caller.call({ kind: 'close', pack }, {});
    },
  };
}

class PackCaller {
  readonly #connect: () => PackChannel;
  readonly #waiting = new Map<number, Waiting>();
  #channel: PackChannel | null = null;
  #lastJob = 0;
  #isStopping = false;

  constructor(connect: () => PackChannel) {
    this.#connect = connect;
  }

  async call(
    request: WithoutJob<PackRequest>,
    options: { signal?: AbortSignal | undefined; onProgress?: Progress | undefined },
  ): Promise<PackReply> {
    const job = (this.#lastJob += 1);
    if (options.signal?.aborted) return { kind: 'failed', job, error: failure('cancelled').error };
    const channel = (this.#channel ??= this.#open());
    const cancel = (): void => channel.send({ kind: 'cancel', job });
    options.signal?.addEventListener('abort', cancel, { once: true });
    try {
      return await new Promise<PackReply>((resolve, reject) => {
        this.#waiting.set(job, { resolve, reject, onProgress: options.onProgress });
        channel.send({ ...request, job });
      });
    } finally {
      this.#waiting.delete(job);
      options.signal?.removeEventListener('abort', cancel);
    }
  }

  async stop(): Promise<void> {
    this.#isStopping = true;
    await this.#channel?.stop();
    this.#isStopping = false;
  }

  #open(): PackChannel {
    const channel = this.#connect();
    channel.onMessage((message) => this.#receive(v.parse(packReplySchema, message)));
    channel.onGone((why) => this.#lose(channel, why));
    return channel;
  }

  #receive(reply: PackReply): void {
    const waiting = this.#waiting.get(reply.job);
    if (waiting === undefined) return;
    if (reply.kind === 'progress') waiting.onProgress?.(reply.bytesDone, reply.bytesTotal);
    else if (reply.kind === 'crashed') waiting.reject(new Error(`in the pack process: ${reply.stack}`));
    else waiting.resolve(reply);
  }

  #lose(channel: PackChannel, why: string): void {
    if (this.#channel !== channel) return;
    this.#channel = null;
    for (const [job, { resolve, reject }] of this.#waiting) {
      if (this.#isStopping) resolve({ kind: 'failed', job, error: failure('cancelled').error });
      else reject(new Error(`the pack process is gone: ${why}`));
    }
    this.#waiting.clear();
  }
}
