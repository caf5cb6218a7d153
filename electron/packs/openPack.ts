import type { FileHandle } from 'node:fs/promises';
import { open, stat } from 'node:fs/promises';
import path from 'node:path';
import type { Result } from '../../core/errors.ts';
import { failure, ok } from '../../core/errors.ts';
import { isDocumentEntry } from '../../core/pack/entryName.ts';
import type { ByteSource } from './byteSource.ts';
import { fileSource } from './byteSource.ts';
import { readFailure } from './diskFailure.ts';
import { extractEntry } from './extractEntry.ts';
import type { OpenedPack, OpenPack } from './packs.ts';
import type { PackContents } from './readContents.ts';
import { readContents } from './readContents.ts';

/**
 * Opens a pack by its tail, in milliseconds at any size. The file stays open until `close`, so that what is extracted
 * later is of the same file that was checked, whatever happens to its name.
 */
export const openPack: OpenPack = async (file) => {
  const opened = await openContents(file);
  if (!opened.ok) return opened;
  const { handle, source, contents } = opened.value;
  return ok(openedPack(file, handle, source, contents));
};

export interface OpenContents {
  readonly handle: FileHandle;
  readonly source: ByteSource;
  readonly contents: PackContents;
}

/** Opens the file and checks its tail; the caller closes the handle. Every failure names the file. */
export async function openContents(file: string): Promise<Result<OpenContents>> {
  const name = path.basename(file);
  let handle: FileHandle | null = null;
  try {
    // Asked by name first: opening a named pipe would wait for somebody to write into it.
    if (!(await stat(file)).isFile())
      return failure('packUnreadable', { file: name, detail: { reason: 'EISDIR' } });
    handle = await open(file, 'r');
    const source = fileSource(handle, (await handle.stat()).size);
    const contents = await readContents(source);
    if (contents.ok) return ok({ handle, source, contents: contents.value });
    await handle.close();
    return { ok: false, error: { ...contents.error, file: name } };
  } catch (error) {
    await handle?.close();
    return readFailure(error, name);
  }
}

function openedPack(
  file: string,
  handle: FileHandle,
  source: ByteSource,
  contents: PackContents,
): OpenedPack {
  const { entries, manifest, trust } = contents;
  const documents = manifest.files.filter(({ path: name }) => isDocumentEntry(name));
  return {
    file,
    manifest,
    manifestBytes: contents.manifestBytes,
    signatureBytes: contents.signatureBytes,
    manifestSha256: contents.manifestSha256,
    issuerKey: contents.issuerKey.line,
    rootKey: trust?.rootKey.line ?? null,
    trustBytes: trust?.bytes ?? null,
    trustSignatureBytes: trust?.signatureBytes ?? null,
    carried: new Set(documents.filter(({ path: name }) => entries.has(name)).map(({ sha256 }) => sha256)),
    extractDocument: async (sha256, targetFile, signal) => {
      const document = documents.find((listed) => listed.sha256 === sha256);
      const entry = document === undefined ? undefined : entries.get(document.path);
      if (entry === undefined) {
        return failure('documentMissing', { file: path.basename(file), detail: { sha256 } });
      }
      return extractEntry(source, entry, sha256, targetFile, {
        packName: path.basename(file),
        ...(signal && { signal }),
      });
    },
    close: () => handle.close(),
  };
}
