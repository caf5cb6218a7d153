import { createHash, randomBytes } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { open, rm, type FileHandle } from 'node:fs/promises';
import path from 'node:path';
import type { Result } from '../../core/errors.ts';
import { failure, ok } from '../../core/errors.ts';
import type { Sha256 } from '../../core/pack/manifest.ts';
import { diskFailure } from '../storage/diskFailure.ts';
import { encryptStreamTo } from './ageBox.ts';

/** Plaintext to be sealed. `open` may be asked for once only. */
export type PlainContent =
  | { readonly file: string }
  | { readonly bytes: Uint8Array }
  | { readonly open: () => Promise<ReadableStream<Uint8Array>> };

export interface PlainFile {
  readonly sha256: Sha256;
  readonly size: number;
  readonly content: PlainContent;
}

export const sha256Of = (bytes: Uint8Array): Sha256 => createHash('sha256').update(bytes).digest('hex');

/**
 * Encrypts in pieces into a new file of the folder, and checks on the way that the plaintext is the one named. Fails
 * with documentDamaged, documentMissing, diskFull or diskDenied, and leaves nothing.
 */
export async function encryptToFile(
  folder: string,
  recipient: string,
  plain: PlainFile,
): Promise<Result<{ readonly file: string; readonly cipher: Sha256 }>> {
  const file = path.join(folder, `${randomBytes(8).toString('hex')}.age`);
  let handle: FileHandle | null = null;
  let isDone = false;
  try {
    handle = await open(file, 'wx', 0o600);
    const digest = new PlainDigest();
    const sealed = await encryptStreamTo([recipient], digest.through(await streamOf(plain.content)));
    const cipher = createHash('sha256');
    for await (const chunk of piecesOf(sealed)) {
      cipher.update(chunk);
      await handle.writeFile(chunk);
    }
    isDone = digest.isThatOf(plain);
    return isDone ? ok({ file, cipher: cipher.digest('hex') }) : failure('documentDamaged');
  } catch (error) {
    return error instanceof Error && 'code' in error && error.code === 'ENOENT'
      ? failure('documentMissing')
      : diskFailure(error, file);
  } finally {
    await handle?.close();
    if (!isDone) await rm(file, { force: true });
  }
}

/** Size and hash of what runs through. */
class PlainDigest {
  readonly #hash = createHash('sha256');
  #size = 0;

  through(plain: ReadableStream<Uint8Array>): ReadableStream<Uint8Array> {
    const look = new TransformStream<Uint8Array, Uint8Array>({
      transform: (chunk, controller) => {
        this.#hash.update(chunk);
        this.#size += chunk.length;
        controller.enqueue(chunk);
      },
    });
    return plain.pipeThrough(look);
  }

  isThatOf({ sha256, size }: PlainFile): boolean {
    return this.#size === size && this.#hash.digest('hex') === sha256;
  }
}

async function streamOf(content: PlainContent): Promise<ReadableStream<Uint8Array>> {
  if ('open' in content) return content.open();
  if ('bytes' in content) return oneChunk(content.bytes);
  const pieces: AsyncIterable<Uint8Array> = createReadStream(content.file, { highWaterMark: 256 * 1024 });
  return fromPieces(pieces);
}

const oneChunk = (bytes: Uint8Array): ReadableStream<Uint8Array> =>
  new ReadableStream({
    start: (controller) => {
      controller.enqueue(bytes);
      controller.close();
    },
  });

function fromPieces(pieces: AsyncIterable<Uint8Array>): ReadableStream<Uint8Array> {
  const iterator = pieces[Symbol.asyncIterator]();
  return new ReadableStream({
    pull: async (controller) => {
      const next = await iterator.next();
      if (next.done === true) controller.close();
      else controller.enqueue(next.value);
    },
    cancel: async () => void (await iterator.return?.()),
  });
}

async function* piecesOf(stream: ReadableStream<Uint8Array>): AsyncGenerator<Uint8Array> {
  const reader = stream.getReader();
  try {
    for (;;) {
      const { done, value } = await reader.read();
      if (done) return;
      yield value;
    }
  } finally {
    await reader.cancel().catch(() => undefined);
  }
}
