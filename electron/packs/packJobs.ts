import * as v from 'valibot';
import type { Result } from '../../core/errors.ts';
import { failure } from '../../core/errors.ts';
import { parsePublicKeyLine } from '../../core/pack/minisign.ts';
import { privateKeyFromPem } from '../crypto/pkcs8.ts';
import { openPack } from './openPack.ts';
import type { OpenedMessage, PackOrder, PackReply, PackRequest } from './packMessages.ts';
import { packRequestSchema } from './packMessages.ts';
import type { OpenedPack } from './packs.ts';
import { verifyPack } from './verifyPack.ts';
import type { PackToWrite } from './writePack.ts';
import { writePack } from './writePack.ts';

/** Progress is told at most this often; a window redraws no faster. */
const progressIntervalMs = 50;

type Work = (signal: AbortSignal) => Promise<PackReply>;

/** The working side of the pack process: carries out requests, answers each exactly once, and keeps opened packs. */
export class PackJobs {
  readonly #reply: (reply: PackReply) => void;
  readonly #running = new Map<number, AbortController>();
  readonly #opened = new Map<number, OpenedPack>();

  constructor(reply: (reply: PackReply) => void) {
    this.#reply = reply;
  }

  /** Takes one message. Throws a ValiError on anything that is not a request. */
  receive(message: unknown): void {
    const request = v.parse(packRequestSchema, message);
    switch (request.kind) {
      case 'open':
        return this.#start(request.job, () => this.#open(request.job, request.file));
      case 'verify':
        return this.#start(request.job, (signal) => this.#verify(request, signal));
      case 'extract':
        return this.#start(request.job, (signal) => this.#extract(request, signal));
      case 'write':
        return this.#start(request.job, (signal) => this.#write(request, signal));
      case 'close':
        return this.#start(request.job, () => this.#close(request.job, request.pack));
      case 'cancel':
        this.#running.get(request.job)?.abort();
    }
  }

  /** Stops everything and closes all packs. */
  async stop(): Promise<void> {
    for (const controller of this.#running.values()) controller.abort();
    const opened = [...this.#opened.values()];
    this.#opened.clear();
    await Promise.all(opened.map((pack) => pack.close()));
  }

  #start(job: number, work: Work): void {
    const controller = new AbortController();
    this.#running.set(job, controller);
    void work(controller.signal)
      .catch((error: unknown): PackReply => ({ kind: 'crashed', job, stack: stackOf(error) }))
      .then((reply) => {
        this.#running.delete(job);
        this.#reply(reply);
      });
  }

  async #open(job: number, file: string): Promise<PackReply> {
    const opened = await openPack(file);
    if (!opened.ok) return { kind: 'failed', job, error: opened.error };
    this.#opened.set(job, opened.value);
    return { kind: 'opened', job, value: openedMessage(job, opened.value) };
  }

  async #verify({ job, file }: { job: number; file: string }, signal: AbortSignal): Promise<PackReply> {
    const report = await verifyPack(file, { signal, onProgress: this.#progress(job) });
    if (!report.ok) return { kind: 'failed', job, error: report.error };
    return { kind: 'verified', job, value: { ...report.value, damaged: [...report.value.damaged] } };
  }

  async #write(request: PackRequest & { kind: 'write' }, signal: AbortSignal): Promise<PackReply> {
    const { job, targetFile, order } = request;
    const pack = packWithKey(order);
    if (pack === null) return { kind: 'failed', job, error: failure('keyUnreadable').error };
    const written = await writePack(targetFile, pack, { signal, onProgress: this.#progress(job) });
    return written.ok
      ? { kind: 'written', job, value: written.value }
      : { kind: 'failed', job, error: written.error };
  }

  #progress(job: number): (bytesDone: number, bytesTotal: number) => void {
    let toldAt = 0;
    return (bytesDone, bytesTotal) => {
      const now = performance.now();
      if (now - toldAt < progressIntervalMs && bytesDone < bytesTotal) return;
      toldAt = now;
      this.#reply({ kind: 'progress', job, bytesDone, bytesTotal });
    };
  }

  async #extract(request: PackRequest & { kind: 'extract' }, signal: AbortSignal): Promise<PackReply> {
    const { job, pack, sha256, targetFile } = request;
    const opened = this.#opened.get(pack);
    if (opened === undefined) throw new Error(`no open pack ${pack}`);
    return doneOrFailed(job, await opened.extractDocument(sha256, targetFile, signal));
  }

  async #close(job: number, pack: number): Promise<PackReply> {
    const opened = this.#opened.get(pack);
    this.#opened.delete(pack);
    await opened?.close();
    return { kind: 'done', job };
  }
}

function packWithKey({ signer, ...pack }: PackOrder): PackToWrite | null {
  const publicKey = parsePublicKeyLine(signer.publicKeyLine);
  const privateKey = privateKeyFromPem(signer.pem, null);
  return publicKey === null || privateKey === null ? null : { ...pack, signer: { publicKey, privateKey } };
}

const doneOrFailed = (job: number, result: Result<void>): PackReply =>
  result.ok ? { kind: 'done', job } : { kind: 'failed', job, error: result.error };

const stackOf = (error: unknown): string =>
  error instanceof Error ? (error.stack ?? error.message) : String(error);

function openedMessage(job: number, opened: OpenedPack): OpenedMessage {
  const { manifest, manifestBytes, signatureBytes, manifestSha256, issuerKey, rootKey } = opened;
  return {
    pack: job,
    manifest,
    manifestBytes,
    signatureBytes,
    manifestSha256,
    issuerKey,
    rootKey,
    trustBytes: opened.trustBytes,
    trustSignatureBytes: opened.trustSignatureBytes,
    carried: [...opened.carried],
  };
}
