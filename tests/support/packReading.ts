import type { BereddError, Result } from '../../core/errors.ts';
import { parseDirectory, parseEndRecord } from '../../core/pack/container.ts';
import type { ContainerEntry } from '../../core/pack/containerBytes.ts';
import { memorySource } from '../../electron/packs/byteSource.ts';
import type { VerifyReport } from '../../electron/packs/packs.ts';
import { readContents } from '../../electron/packs/readContents.ts';
import { verifyContents } from '../../electron/packs/verifyPack.ts';

/** Both levels of checking over bytes in memory. */
export async function checkPackBytes(bytes: Uint8Array): Promise<Result<VerifyReport>> {
  const source = memorySource(bytes);
  const contents = await readContents(source);
  return contents.ok ? verifyContents(source, contents.value) : contents;
}

/** The failure, when there must be one. */
export function failureOf(result: Result<unknown>): BereddError {
  if (result.ok) throw new Error(`accepted: ${JSON.stringify(result.value)}`);
  return result.error;
}

/** The value, when there must be one. */
export function valueOf<T>(result: Result<T>): T {
  if (!result.ok) throw new Error(`refused: ${JSON.stringify(result.error)}`);
  return result.value;
}

/** The entries of a pack known to be sound. */
export function entriesOf(bytes: Uint8Array): readonly ContainerEntry[] {
  const end = valueOf(parseEndRecord(bytes.subarray(bytes.length - 22), bytes.length));
  return valueOf(parseDirectory(bytes.subarray(end.directoryOffset, bytes.length - 22), end));
}
