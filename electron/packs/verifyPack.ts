import path from 'node:path';
import type { Result } from '../../core/errors.ts';
import { failure, ok } from '../../core/errors.ts';
import type { ContainerEntry } from '../../core/pack/containerBytes.ts';
import { isDocumentEntry } from '../../core/pack/entryName.ts';
import type { ByteSource } from './byteSource.ts';
import { readFailure } from './diskFailure.ts';
import { digestEntry } from './entryReader.ts';
import { digestFault } from './extractEntry.ts';
import { openContents } from './openPack.ts';
import type { VerifyPack, VerifyReport } from './packs.ts';
import type { PackContents } from './readContents.ts';

export interface VerifyOptions {
  readonly signal?: AbortSignal;
  readonly onProgress?: (bytesDone: number, bytesTotal: number) => void;
}

/** Reads every byte of a pack. Takes as long as reading and hashing it: keep it off the main process. */
export const verifyPack: VerifyPack = async (file, options) => {
  const opened = await openContents(file);
  if (!opened.ok) return opened;
  const { handle, source, contents } = opened.value;
  const name = path.basename(file);
  try {
    const report = await verifyContents(source, contents, options);
    return report.ok ? report : { ok: false, error: { ...report.error, file: name } };
  } catch (error) {
    return readFailure(error, name);
  } finally {
    await handle.close();
  }
};

/**
 * The thorough level: what `readContents` has not read is read and compared. Damaged entries are named, the others stay
 * readable; a local header that differs from the directory refuses the pack.
 */
export async function verifyContents(
  source: ByteSource,
  { entries, manifest }: PackContents,
  { signal, onProgress }: VerifyOptions = {},
): Promise<Result<VerifyReport>> {
  const listed = manifest.files.flatMap(({ path: name, sha256 }) => {
    const entry = entries.get(name);
    return entry === undefined ? [] : [{ entry, sha256 }];
  });
  let bytesDone = source.size - listed.reduce((sum, { entry }) => sum + entry.size, 0);
  const tellProgress = (length: number): void => onProgress?.((bytesDone += length), source.size);
  tellProgress(0);
  const damaged: string[] = [];
  for (const { entry, sha256 } of listed) {
    if (signal?.aborted) return failure('cancelled');
    const digest = await digestEntry(source, entry, {
      signal,
      onChunk: (chunk) => tellProgress(chunk.length),
    });
    if (!digest.ok && digest.error.code !== 'packDocumentDamaged') return digest;
    if (!digest.ok || digestFault(digest.value, entry, sha256) !== null) damaged.push(entry.name);
  }
  return ok({ bytes: source.size, documents: listed.filter(isDocument).length, damaged });
}

const isDocument = ({ entry }: { entry: ContainerEntry }): boolean => isDocumentEntry(entry.name);
