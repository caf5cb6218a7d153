import { open } from 'node:fs/promises';
import type { Result } from '../../core/errors.ts';
import { failure, ok } from '../../core/errors.ts';
import { fileSource, readRange, type ByteSource } from '../packs/byteSource.ts';
import { decryptPiece, piecesOf, pieceStart, unlockContent } from '../sealing/sealedContent.ts';

/** A content that can be read at any place, as often as is wanted. */
export interface OpenedContent {
  readonly size: number;
  /** Bytes `first` to `last`, both included. Fails with documentMissing or documentDamaged. */
  readonly read: (first: number, last: number) => Promise<Result<Uint8Array>>;
}

/** Opens the file for one piece of work: nobody has to remember to close it. */
async function withFile<T>(
  file: string,
  use: (source: ByteSource) => Promise<Result<T>>,
): Promise<Result<T>> {
  const handle = await open(file, 'r').catch(() => null);
  if (handle === null) return failure('documentMissing');
  try {
    return await use(fileSource(handle, (await handle.stat()).size));
  } catch {
    // The disk cannot read what it has.
    return failure('documentDamaged');
  } finally {
    await handle.close();
  }
}

/** A file as it lies there. Fails with documentMissing. */
export const openPlain = (file: string): Promise<Result<OpenedContent>> =>
  withFile(file, ({ size }) =>
    Promise.resolve(
      ok({
        size,
        read: (first, last) =>
          withFile(file, async (source) =>
            ok(await readRange(source, first, Math.min(last + 1, source.size))),
          ),
      }),
    ),
  );

/** An age file, decrypted where it is read and nowhere else. Fails with documentMissing or documentDamaged. */
export const openSealed = (file: string, key: string): Promise<Result<OpenedContent>> =>
  withFile(file, async (header) => {
    const unlocked = await unlockContent(header, key);
    if (!unlocked.ok) return failure('documentDamaged');
    const keys = unlocked.value;
    const read: OpenedContent['read'] = (first, last) =>
      withFile(file, async (source) => {
        const end = Math.min(last + 1, keys.size);
        if (end <= first) return ok(new Uint8Array());
        const numbers = piecesOf(first, end - 1);
        const pieces: Uint8Array[] = [];
        for (const number of numbers) {
          const piece = await decryptPiece(source, keys, number);
          if (!piece.ok) return failure('documentDamaged');
          pieces.push(piece.value);
        }
        const start = pieceStart(numbers[0] ?? 0);
        return ok(new Uint8Array(Buffer.concat(pieces).subarray(first - start, end - start)));
      });
    return ok({ size: keys.size, read });
  });

const chunkBytes = 256 * 1024;

/** All of it in pieces. */
export function streamOf({ size, read }: OpenedContent): ReadableStream<Uint8Array> {
  let at = 0;
  return new ReadableStream({
    pull: async (controller) => {
      if (at >= size) return controller.close();
      const chunk = await read(at, Math.min(at + chunkBytes, size) - 1);
      if (!chunk.ok || chunk.value.length === 0) {
        return controller.error(new Error('a content of the draft cannot be read'));
      }
      at += chunk.value.length;
      controller.enqueue(chunk.value);
    },
  });
}
