import { createHash, randomBytes } from 'node:crypto';
import path from 'node:path';
import type { Result } from '../../core/errors.ts';
import { failure, ok } from '../../core/errors.ts';
import type { Sha256 } from '../../core/pack/manifest.ts';
import { createDurableFile } from '../packs/durableFile.ts';
import { diskFailure, systemCodeOf } from '../storage/diskFailure.ts';
import { nodeDisk } from '../storage/nodeDisk.ts';
import { piecesOf } from './byteStreams.ts';

/** Counts and hashes what runs through; `result` only when it has run through. */
export function countedStream(bytes: ReadableStream<Uint8Array>): {
  readonly stream: ReadableStream<Uint8Array>;
  readonly result: () => { readonly sha256: Sha256; readonly size: number };
} {
  const hash = createHash('sha256');
  let size = 0;
  let result: { readonly sha256: Sha256; readonly size: number } | null = null;
  const look = new TransformStream<Uint8Array, Uint8Array>({
    transform: (chunk, controller) => {
      hash.update(chunk);
      size += chunk.length;
      controller.enqueue(chunk);
    },
  });
  return {
    stream: bytes.pipeThrough(look),
    result: () => (result ??= { sha256: hash.digest('hex'), size }),
  };
}

/** What is read is somebody's file, and no bug of ours. */
class ReadingFailed extends Error {}

/**
 * Writes a new file into a folder of ours. It appears under its name, which may be known only at the end, when it is
 * whole and on disk. Fails with importGone (what is read went away), documentDamaged (it cannot be decrypted), diskFull
 * or diskDenied.
 */
export async function writeNewFile(
  folder: string,
  bytes: ReadableStream<Uint8Array>,
  nameAtEnd: () => string,
): Promise<Result<void>> {
  const unnamed = path.join(folder, `${randomBytes(16).toString('hex')}.new`);
  try {
    const file = await createDurableFile(unnamed);
    try {
      let offset = 0;
      for await (const piece of readings(bytes)) {
        await file.write(piece, offset);
        offset += piece.length;
      }
      await file.commit();
    } finally {
      await file.discard();
    }
    await nodeDisk.rename(unnamed, path.join(folder, nameAtEnd()));
    await nodeDisk.syncFolder(folder);
    return ok(undefined);
  } catch (error) {
    if (!(error instanceof ReadingFailed)) return diskFailure(error, unnamed);
    return failure(systemCodeOf(error.cause) === null ? 'documentDamaged' : 'importGone');
  }
}

async function* readings(bytes: ReadableStream<Uint8Array>): AsyncGenerator<Uint8Array> {
  try {
    yield* piecesOf(bytes);
  } catch (cause) {
    throw new ReadingFailed('the content cannot be read', { cause });
  }
}
