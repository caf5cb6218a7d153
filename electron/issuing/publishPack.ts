import { createHash } from 'node:crypto';
import { createReadStream } from 'node:fs';
import fs from 'node:fs/promises';
import path from 'node:path';
import type { Result } from '../../core/errors.ts';
import { failure, ok } from '../../core/errors.ts';
import { readRange } from '../packs/byteSource.ts';
import type { CreateDurableFile } from '../packs/durableFile.ts';
import { createSharedFile } from '../packs/durableFile.ts';
import { diskFailure, errorCodeOf } from '../storage/diskFailure.ts';

export interface PublishOptions {
  readonly signal?: AbortSignal;
  readonly onProgress?: (bytesDone: number, bytesTotal: number) => void;
  readonly createFile?: CreateDurableFile;
  /** The person agreed to replace what has the name. */
  readonly replaces?: boolean;
}

const chunkBytes = 1024 * 1024;

/**
 * Copies a finished pack into a folder, reads it back, and gives it its name only when every byte is there. A file of
 * that name with other content stays; the pack then gets a number. Publishing the same pack again changes nothing.
 * Fails with watchedFolderGone, diskFull, diskDenied, cancelled, or packDocumentDamaged when what was read back differs.
 */
export async function publishPack(
  source: string,
  folder: string,
  name: string,
  options: PublishOptions = {},
): Promise<Result<{ readonly file: string }>> {
  try {
    if (!(await isFolder(folder))) return failure('watchedFolderGone', { file: folder });
    const wanted = await sha256OfFile(source, options.signal);
    const target = options.replaces
      ? { file: path.join(folder, name), isThere: false }
      : await freeName(folder, name, wanted, options.signal);
    if (target.isThere) return ok({ file: target.file });
    return await copyChecked(source, target.file, wanted, options);
  } catch (error) {
    if (error instanceof Cancelled) return failure('cancelled', { file: name });
    return diskFailure(error, path.join(folder, name));
  }
}

class Cancelled extends Error {}

async function isFolder(folder: string): Promise<boolean> {
  try {
    return (await fs.stat(folder)).isDirectory();
  } catch (error) {
    if (errorCodeOf(error) === 'ENOENT') return false;
    throw error;
  }
}

/** `name`, or `name (2)` and on while another pack has the name. */
async function freeName(
  folder: string,
  name: string,
  wanted: string,
  signal: AbortSignal | undefined,
): Promise<{ readonly file: string; readonly isThere: boolean }> {
  const { name: stem, ext } = path.parse(name);
  for (let count = 1; ; count++) {
    const file = path.join(folder, count === 1 ? name : `${stem} (${count})${ext}`);
    const there = await sha256OrNull(file, signal);
    if (there === null || there === wanted) return { file, isThere: there !== null };
  }
}

async function sha256OrNull(file: string, signal: AbortSignal | undefined): Promise<string | null> {
  try {
    return await sha256OfFile(file, signal);
  } catch (error) {
    if (errorCodeOf(error) === 'ENOENT') return null;
    throw error;
  }
}

async function copyChecked(
  source: string,
  target: string,
  wanted: string,
  { signal, onProgress, createFile = createSharedFile }: PublishOptions,
): Promise<Result<{ readonly file: string }>> {
  const { size } = await fs.stat(source);
  const copy = await createFile(target);
  try {
    let at = 0;
    for await (const chunk of chunksOf(source, signal)) {
      await copy.write(chunk, at);
      at += chunk.length;
      onProgress?.(at, size);
    }
    const hash = createHash('sha256');
    for (let from = 0; from < at; from += chunkBytes) {
      if (signal?.aborted) throw new Cancelled();
      hash.update(await readRange({ size: at, read: copy.read }, from, Math.min(from + chunkBytes, at)));
    }
    if (hash.digest('hex') !== wanted) {
      return failure('packDocumentDamaged', { file: target, detail: { document: path.basename(target) } });
    }
    await copy.commit();
    return ok({ file: target });
  } finally {
    await copy.discard();
  }
}

async function sha256OfFile(file: string, signal: AbortSignal | undefined): Promise<string> {
  const hash = createHash('sha256');
  for await (const chunk of chunksOf(file, signal)) hash.update(chunk);
  return hash.digest('hex');
}

async function* chunksOf(file: string, signal: AbortSignal | undefined): AsyncGenerator<Uint8Array> {
  const stream: AsyncIterable<Uint8Array> = createReadStream(file, { highWaterMark: chunkBytes });
  for await (const chunk of stream) {
    if (signal?.aborted) throw new Cancelled();
    yield chunk;
  }
}
