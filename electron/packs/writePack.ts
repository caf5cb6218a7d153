import { open, stat } from 'node:fs/promises';
import path from 'node:path';
import type { Result } from '../../core/errors.ts';
import { failure, ok } from '../../core/errors.ts';
import { entryNameFault, isDocumentEntry } from '../../core/pack/entryName.ts';
import type { Manifest, PackFile } from '../../core/pack/manifest.ts';
import { mediaTypeOf } from '../../core/pack/mediaTypes.ts';
import { formatPublicKeyFile, packTrustedComment } from '../../core/pack/minisign.ts';
import { entryNames, packLimits, packMediaType } from '../../core/pack/packLimits.ts';
import { containerFailure } from '../../core/pack/packRules.ts';
import { checkManifest, manifestBytes } from '../../core/pack/parseManifest.ts';
import type { Signer } from '../crypto/minisignFiles.ts';
import { signMinisign } from '../crypto/minisignFiles.ts';
import { ContainerWriter } from './containerWriter.ts';
import { writeFailure } from './diskFailure.ts';
import type { CreateDurableFile, DurableFile } from './durableFile.ts';
import { createSharedFile } from './durableFile.ts';
import { packReadme } from './packReadme.ts';
import type { PackSource } from './packs.ts';
import type { PackContents } from './readContents.ts';
import { readContents } from './readContents.ts';

/** A manifest whose `files` the writer makes, from the bytes it really wrote. */
export type ManifestDraft = Omit<Manifest, 'files'>;

export interface PackToWrite {
  readonly manifest: ManifestDraft;
  /** Entries below `docs/` and `sealed/`. */
  readonly sources: readonly PackSource[];
  /** A supplement's files that stay in the base revision: listed, not carried. */
  readonly notCarried?: readonly PackFile[];
  readonly signer: Signer;
  /** The files as they shall stand in META-INF. */
  readonly root?: {
    readonly rootKeyFile: Uint8Array;
    readonly trust: Uint8Array;
    readonly trustSignature: Uint8Array;
  };
}

export interface WriteOptions {
  readonly signal?: AbortSignal;
  readonly onProgress?: (bytesDone: number, bytesTotal: number) => void;
  readonly createFile?: CreateDurableFile;
}

export interface WrittenPack {
  readonly manifest: Manifest;
  readonly manifestSha256: string;
  readonly bytes: number;
}

/** A source that cannot be read, as against a target that cannot be written. */
class SourceError extends Error {
  readonly file: string;
  constructor(file: string, cause: unknown) {
    super('cannot read a source', { cause });
    this.file = file;
  }
}
class Cancelled extends Error {}

/**
 * Writes a signed pack. It appears under its name only when it is whole, on disk, and accepted by our own reader;
 * otherwise the name keeps what it had. Fails with packManifest, packContainer, packTooLarge, packSignature,
 * folderUnreadable (a source), diskFull, diskDenied or cancelled.
 */
export async function writePack(
  targetFile: string,
  pack: PackToWrite,
  options: WriteOptions = {},
): Promise<Result<WrittenPack>> {
  const file = path.basename(targetFile);
  let target: DurableFile | null = null;
  try {
    const total = await plannedBytes(pack);
    if (!total.ok) return named(total, file);
    target = await (options.createFile ?? createSharedFile)(targetFile);
    const written = await writeAndCheck(target, pack, options, total.value);
    if (!written.ok) return named(written, file);
    if (options.signal?.aborted) return failure('cancelled', { file });
    await target.commit();
    return written;
  } catch (error) {
    if (error instanceof Cancelled) return failure('cancelled', { file });
    if (error instanceof SourceError) return sourceFailure(error);
    return writeFailure(error, file);
  } finally {
    await target?.discard();
  }
}

const named = <T>(result: Result<T>, file: string): Result<T> =>
  result.ok ? result : { ok: false, error: { ...result.error, file } };

function sourceFailure({ file, cause }: SourceError): ReturnType<typeof failure> {
  const { error } = writeFailure(cause, path.basename(file));
  return { ok: false, error: { ...error, code: 'folderUnreadable' } };
}

/** Checks what can be checked before the first byte; the bytes of all sources. */
async function plannedBytes({ sources }: PackToWrite): Promise<Result<number>> {
  let total = 0;
  for (const source of sources) {
    const rule = entryNameFault(source.path) ?? (isDocumentEntry(source.path) ? null : 'entry-name');
    if (rule !== null) return containerFailure(rule, source.path.slice(0, 200));
    total += await sizeOf(source);
  }
  const isTooLarge = total > packLimits.packBytes;
  return isTooLarge ? failure('packTooLarge', { detail: { limit: packLimits.packBytes } }) : ok(total);
}

async function sizeOf({ content }: PackSource): Promise<number> {
  if ('bytes' in content) return content.bytes.length;
  try {
    return (await stat(content.file)).size;
  } catch (error) {
    throw new SourceError(content.file, error);
  }
}

async function writeAndCheck(
  target: DurableFile,
  pack: PackToWrite,
  options: WriteOptions,
  bytesTotal: number,
): Promise<Result<WrittenPack>> {
  const writer = new ContainerWriter(target);
  await writer.add(entryNames.mediaType, [Buffer.from(packMediaType)]);
  const readme = await writer.add(entryNames.readme, [Buffer.from(packReadme)]);
  const files: PackFile[] = [{ ...readme, mediaType: 'text/plain; charset=utf-8' }];
  let bytesDone = 0;
  // One for all: hundreds of documents would leave hundreds of megabytes to be collected.
  const buffer = new Uint8Array(chunkBytes);
  for (const source of pack.sources) {
    const chunks = chunksOf(source, buffer, options.signal, (length) =>
      options.onProgress?.((bytesDone += length), bytesTotal),
    );
    const entry = await writer.add(source.path, chunks);
    if (writer.position > packLimits.packBytes) {
      return failure('packTooLarge', { detail: { limit: packLimits.packBytes } });
    }
    files.push({ ...entry, mediaType: source.mediaType ?? mediaTypeOf(source.path) });
  }
  const manifest = checkManifest({ ...pack.manifest, files: [...files, ...(pack.notCarried ?? [])] });
  if (!manifest.ok) return manifest;
  await addTail(writer, pack, manifest.value);
  return selfCheck(target, await writer.finish());
}

async function addTail(
  writer: ContainerWriter,
  { root, signer }: PackToWrite,
  manifest: Manifest,
): Promise<void> {
  if (root !== undefined) {
    await writer.add(entryNames.rootKey, [root.rootKeyFile]);
    await writer.add(entryNames.trust, [root.trust]);
    await writer.add(entryNames.trustSignature, [root.trustSignature]);
  }
  const bytes = manifestBytes(manifest);
  await writer.add(entryNames.issuerKey, [formatPublicKeyFile(signer.publicKey)]);
  await writer.add(entryNames.manifest, [bytes]);
  await writer.add(entryNames.manifestSignature, [signMinisign(signer, bytes, packTrustedComment(manifest))]);
}

/** The reader's own judgement, so that nothing is ever written that it would refuse. */
async function selfCheck(target: DurableFile, bytes: number): Promise<Result<WrittenPack>> {
  const contents: Result<PackContents> = await readContents({ size: bytes, read: target.read });
  if (!contents.ok) return contents;
  const { manifest, manifestSha256 } = contents.value;
  return ok({ manifest, manifestSha256, bytes });
}

const chunkBytes = 1024 * 1024;

async function* chunksOf(
  { content }: PackSource,
  buffer: Uint8Array,
  signal: AbortSignal | undefined,
  tell: (length: number) => void,
): AsyncGenerator<Uint8Array> {
  const chunks = 'bytes' in content ? [content.bytes] : fileChunks(content.file, buffer);
  for await (const chunk of chunks) {
    if (signal?.aborted) throw new Cancelled();
    yield chunk;
    tell(chunk.length);
  }
}

async function* fileChunks(file: string, buffer: Uint8Array): AsyncGenerator<Uint8Array> {
  const handle = await reading(file, open(file, 'r'));
  try {
    for (;;) {
      const { bytesRead } = await reading(file, handle.read(buffer, 0, buffer.length));
      if (bytesRead === 0) return;
      yield buffer.subarray(0, bytesRead);
    }
  } finally {
    await handle.close();
  }
}

async function reading<T>(file: string, work: Promise<T>): Promise<T> {
  try {
    return await work;
  } catch (error) {
    throw new SourceError(file, error);
  }
}
