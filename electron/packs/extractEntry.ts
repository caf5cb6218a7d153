import type { Result } from '../../core/errors.ts';
import { failure, ok } from '../../core/errors.ts';
import type { ContainerEntry } from '../../core/pack/containerBytes.ts';
import path from 'node:path';
import type { ByteSource } from './byteSource.ts';
import { readFailure, writeFailure } from './diskFailure.ts';
import type { CreateDurableFile, DurableFile } from './durableFile.ts';
import { createDurableFile } from './durableFile.ts';
import type { EntryDigest } from './entryReader.ts';
import { digestEntry } from './entryReader.ts';

export interface ExtractOptions {
  readonly packName: string;
  readonly signal?: AbortSignal;
  readonly createFile?: CreateDurableFile;
}

/** Only errors of writing are marked, so that a failing disk is not blamed on the pack, nor the other way round. */
class WriteError extends Error {}

/**
 * Streams one entry into a file, which appears under its name only when header, CRC-32 and SHA-256 were right and it is
 * on disk. Fails with packDocumentDamaged, cancelled, diskFull, diskDenied or packUnreadable and leaves nothing.
 */
export async function extractEntry(
  source: ByteSource,
  entry: ContainerEntry,
  sha256: string,
  targetFile: string,
  { packName, signal, createFile = createDurableFile }: ExtractOptions,
): Promise<Result<void>> {
  if (signal?.aborted) return failure('cancelled', { file: packName });
  let target: DurableFile | null = null;
  try {
    target = await writing(createFile(targetFile));
    const copied = await copyEntry(source, entry, target, signal);
    const fault = copied.ok ? digestFault(copied.value, entry, sha256) : copied;
    if (fault !== null) return { ok: false, error: { ...asDamage(fault.error, entry), file: packName } };
    await writing(target.commit());
    return ok(undefined);
  } catch (error) {
    return error instanceof WriteError
      ? writeFailure(error.cause, path.basename(targetFile))
      : readFailure(error, packName);
  } finally {
    await target?.discard();
  }
}

function copyEntry(
  source: ByteSource,
  entry: ContainerEntry,
  target: DurableFile,
  signal: AbortSignal | undefined,
): Promise<Result<EntryDigest>> {
  let written = 0;
  return digestEntry(source, entry, {
    signal,
    onChunk: async (chunk) => {
      await writing(target.write(chunk, written));
      written += chunk.length;
    },
  });
}

async function writing<T>(work: Promise<T>): Promise<T> {
  try {
    return await work;
  } catch (cause) {
    throw new WriteError('cannot write', { cause });
  }
}

/** What is wrong with an entry's bytes, or null. */
export function digestFault(
  digest: EntryDigest,
  entry: ContainerEntry,
  sha256: string,
): ReturnType<typeof failure> | null {
  const rule = digest.sha256 !== sha256 ? 'sha256' : digest.crc32 !== entry.crc32 ? 'entry-checksum' : null;
  return rule === null ? null : failure('packDocumentDamaged', { detail: { document: entry.name, rule } });
}

const asDamage = (error: ReturnType<typeof failure>['error'], entry: ContainerEntry): typeof error =>
  error.code === 'packContainer'
    ? { code: 'packDocumentDamaged', detail: { document: entry.name, rule: 'local-header' } }
    : error;
