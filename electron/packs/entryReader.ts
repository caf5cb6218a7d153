import { createHash } from 'node:crypto';
import { crc32 } from 'node:zlib';
import type { Result } from '../../core/errors.ts';
import { failure, ok } from '../../core/errors.ts';
import { checkLocalHeader } from '../../core/pack/container.ts';
import type { ContainerEntry } from '../../core/pack/containerBytes.ts';
import { payloadOffset } from '../../core/pack/containerBytes.ts';
import { containerFailure } from '../../core/pack/packRules.ts';
import type { ByteSource } from './byteSource.ts';
import { readRange } from './byteSource.ts';

/** Large enough that reading and hashing overlap well, small enough to cancel at once. */
const chunkBytes = 1024 * 1024;

/** Reads a small entry whole: local header, bytes, CRC-32. The caller has capped its size. */
export async function readWhole(source: ByteSource, entry: ContainerEntry): Promise<Result<Uint8Array>> {
  const start = payloadOffset(entry);
  const bytes = await readRange(source, entry.offset, start + entry.size);
  const header = checkLocalHeader(bytes, entry);
  if (!header.ok) return header;
  const payload = bytes.subarray(start - entry.offset);
  const isWhole = payload.length === entry.size && crc32(payload) === entry.crc32;
  return isWhole ? ok(payload) : containerFailure('entry-checksum', entry.name);
}

export interface EntryDigest {
  readonly sha256: string;
  readonly crc32: number;
}

export interface DigestOptions {
  readonly signal?: AbortSignal | undefined;
  /** Called with every chunk before the next one is taken; the chunk is overwritten afterwards. */
  readonly onChunk?: ((chunk: Uint8Array) => Promise<void> | void) | undefined;
}

/**
 * Reads an entry's bytes once and digests them; the next chunk is read while this one is hashed. Fails with
 * packContainer (local-header), `cancelled`, or packDocumentDamaged when the file ends inside the entry.
 */
export async function digestEntry(
  source: ByteSource,
  entry: ContainerEntry,
  { signal, onChunk }: DigestOptions = {},
): Promise<Result<EntryDigest>> {
  const start = payloadOffset(entry);
  const header = checkLocalHeader(await readRange(source, entry.offset, start), entry);
  if (!header.ok) return header;
  const hash = createHash('sha256');
  const [first, second] = buffersFor(entry.size);
  let checksum = 0;
  let done = 0;
  let pending = source.read(sizedFor(first, entry.size), start);
  for (let turn = 0; done < entry.size; turn += 1) {
    const length = await pending;
    const chunk = (turn % 2 === 0 ? first : second).subarray(0, length);
    if (length === 0)
      return failure('packDocumentDamaged', { detail: { document: entry.name, rule: 'cut' } });
    const next = sizedFor(turn % 2 === 0 ? second : first, entry.size - done - length);
    pending = next.length === 0 ? Promise.resolve(0) : source.read(next, start + done + length);
    // A rejection is met at the next await; until then it must not count as unhandled.
    pending.catch(() => undefined);
    hash.update(chunk);
    checksum = crc32(chunk, checksum);
    await onChunk?.(chunk);
    done += length;
    if (signal?.aborted) {
      await pending.catch(() => 0);
      return failure('cancelled');
    }
  }
  return ok({ sha256: hash.digest('hex'), crc32: checksum });
}

const buffersFor = (size: number): [Uint8Array, Uint8Array] => {
  const length = Math.min(chunkBytes, size);
  return [new Uint8Array(length), new Uint8Array(size > length ? length : 0)];
};

const sizedFor = (buffer: Uint8Array, left: number): Uint8Array =>
  buffer.subarray(0, Math.min(buffer.length, left));
