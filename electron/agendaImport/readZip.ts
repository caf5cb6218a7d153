import { open, type FileHandle } from 'node:fs/promises';
import { createWriteStream } from 'node:fs';
import path from 'node:path';
import { Writable } from 'node:stream';
import type { Entry, FileEntry } from '@zip.js/zip.js';
import { configure, Reader, ZipReader } from '@zip.js/zip.js';
import { entryPath } from '../../core/agendaImport/entryPath.ts';
import { oldNames } from '../../core/agendaImport/oldNames.ts';
import type { Result } from '../../core/errors.ts';
import { failure, ok } from '../../core/errors.ts';
import { errorCodeOf, systemCodeOf } from '../storage/diskFailure.ts';
import type { LeftOut, SourceFile, Sources } from './listSources.ts';
import { shownName } from './listSources.ts';

configure({ useWebWorkers: false });

/** How much a ZIP may hold. */
export interface ZipLimits {
  readonly entries: number;
  readonly entryBytes: number;
  readonly allBytes: number;
}
const limitsOfDocuments: ZipLimits = { entries: 5000, entryBytes: 2 ** 31, allBytes: 4 * 2 ** 30 };

/** A file that zip.js reads by ranges. */
class FileReader extends Reader<FileHandle> {
  readonly #handle: FileHandle;

  constructor(handle: FileHandle, size: number) {
    super(handle);
    this.#handle = handle;
    this.size = size;
  }

  override async readUint8Array(index: number, length: number): Promise<Uint8Array<ArrayBuffer>> {
    const bytes = new Uint8Array(length);
    let done = 0;
    while (done < length) {
      const { bytesRead } = await this.#handle.read(bytes, done, length - done, index + done);
      if (bytesRead === 0) break;
      done += bytesRead;
    }
    return done === length ? bytes : bytes.slice(0, done);
  }
}

const utf8 = (bytes: Uint8Array): string | null => {
  try {
    return new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes);
  } catch {
    return null;
  }
};

/**
 * Unpacks the files of a ZIP into `folder`, under numbers, never under their names. Fails with importZip (detail.rule
 * `damaged`, `ambiguous`, `too-many`, `too-large`), importGone, cancelled, diskFull or diskDenied. Entries that are
 * encrypted, links or unsafely named are left out.
 */
export async function readZip(
  zip: SourceFile,
  folder: string,
  signal: AbortSignal,
  limits = limitsOfDocuments,
): Promise<Result<Sources>> {
  let handle: FileHandle;
  try {
    handle = await open(zip.file, 'r');
  } catch (error) {
    if (errorCodeOf(error) === null) throw error;
    return failure('importGone', { file: path.basename(zip.file) });
  }
  try {
    const reader = new ZipReader(new FileReader(handle, zip.size), {
      checkSignature: true,
      strictness: 'strict',
      filenameValidation: 'tolerant',
    });
    return await unpackAll(reader, zip, folder, signal, limits);
  } finally {
    await handle.close();
  }
}

async function unpackAll(
  reader: ZipReader<unknown>,
  zip: SourceFile,
  folder: string,
  signal: AbortSignal,
  limits: ZipLimits,
): Promise<Result<Sources>> {
  const name = path.basename(zip.file);
  const refused = (rule: string, entry = ''): Result<never> =>
    failure('importZip', { file: name, detail: entry === '' ? { rule } : { rule, entry: shownName(entry) } });
  const entries: Entry[] = [];
  try {
    for await (const entry of reader.getEntriesGenerator()) {
      if (entries.length >= limits.entries) return refused('too-many');
      entries.push(entry);
    }
  } catch (error) {
    if (systemCodeOf(error) !== null) return failure('importGone', { file: name });
    return refused(/ambiguous/i.test(messageOf(error)) ? 'ambiguous' : 'damaged');
  }
  if (entries.reduce((sum, entry) => sum + entry.uncompressedSize, 0) > limits.allBytes)
    return refused('too-large');
  const names = namesOf(entries);
  const files: SourceFile[] = [];
  const folders: string[] = [];
  const leftOut: LeftOut[] = [];
  for (const [at, entry] of entries.entries()) {
    if (signal.aborted) return failure('cancelled');
    const shown = names[at] ?? '';
    const named = entryPath(shown);
    if (entry.directory) {
      if ('path' in named) folders.push(named.path);
      continue;
    }
    const why = 'why' in named ? named.why : unfitness(entry, limits);
    if (why !== null || 'why' in named) {
      leftOut.push({ name: shownName(shown), why: why ?? 'unsafeName' });
      continue;
    }
    const file = path.join(folder, String(at));
    const unpacked = await unpack(entry, file, signal);
    if (!unpacked.ok) {
      if (unpacked.error.code !== 'importZip') return unpacked;
      leftOut.push({ name: shownName(shown), why: 'unreadable' });
      continue;
    }
    files.push({ file, relative: named.path, size: entry.uncompressedSize });
  }
  return ok({ files, folders, leftOut });
}

/** Entries marked as UTF-8 say their names; those of the others are guessed together. */
function namesOf(entries: readonly Entry[]): readonly string[] {
  const unmarked = entries.filter(({ filenameUTF8 }) => !filenameUTF8);
  const guessed = oldNames(
    unmarked.map(({ rawFilename }) => rawFilename),
    utf8,
  );
  return entries.map((entry) =>
    entry.filenameUTF8 ? entry.filename : (guessed[unmarked.indexOf(entry)] ?? ''),
  );
}

const linkMode = 0xa000;
const typeMask = 0xf000;

function unfitness(entry: Entry, limits: ZipLimits): LeftOut['why'] | null {
  if (entry.encrypted) return 'unreadable';
  if (((entry.externalFileAttributes >>> 16) & typeMask) === linkMode) return 'unknownKind';
  return entry.uncompressedSize > limits.entryBytes ? 'tooLarge' : null;
}

async function unpack(entry: FileEntry, file: string, signal: AbortSignal): Promise<Result<void>> {
  let room = entry.uncompressedSize;
  // More than was declared is a bomb; less is found by the checksum.
  const counting = new TransformStream<Uint8Array, Uint8Array>({
    transform: (chunk, controller) => {
      room -= chunk.length;
      if (room < 0) controller.error(new Error('longer than declared'));
      else controller.enqueue(chunk);
    },
  });
  const disk = createWriteStream(file, { flags: 'wx', mode: 0o600 });
  const written = counting.readable.pipeTo(Writable.toWeb(disk));
  try {
    await Promise.all([entry.getData(counting.writable, { checkSignature: true, signal }), written]);
    return ok(undefined);
  } catch (error) {
    disk.destroy();
    await written.catch(() => undefined);
    if (signal.aborted) return failure('cancelled');
    const code = systemCodeOf(error);
    if (code !== null)
      return failure(code === 'ENOSPC' ? 'diskFull' : 'diskDenied', { file: path.basename(file) });
    return failure('importZip', { detail: { rule: 'damaged' } });
  }
}

const messageOf = (error: unknown): string => (error instanceof Error ? error.message : String(error));
