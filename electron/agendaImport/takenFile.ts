import { createHash } from 'node:crypto';
import { existsSync } from 'node:fs';
import fs from 'node:fs/promises';
import path from 'node:path';
import type { DraftFile } from '../../core/draft/draft.ts';
import type { Result } from '../../core/errors.ts';
import { failure, ok } from '../../core/errors.ts';
import { fileStream, piecesOf } from '../drafts/byteStreams.ts';
import { countedStream, writeNewFile } from '../drafts/writeNewFile.ts';
import { systemCodeOf } from '../storage/diskFailure.ts';
import type { SourceFile } from './listSources.ts';

/** A file that was taken in. `source` is where its bytes are still to be fetched; null when they lie with the draft. */
export interface TakenFile {
  readonly file: DraftFile;
  /** Its path below what was chosen. */
  readonly path: string;
  readonly source: string | null;
}

export interface Hashed {
  readonly sha256: string;
  readonly size: number;
}

/** Puts the bytes of files where the draft keeps them. */
export interface FileKeeper {
  /** Fails with importGone, diskFull or diskDenied. */
  readonly keep: (file: SourceFile) => Promise<Result<Hashed>>;
}

/** Copies, each content once. `onWritten` hears of what was not there before. */
export const copyingKeeper = (folder: string, onWritten: (sha256: string) => void): FileKeeper => ({
  keep: async ({ file, relative }) => {
    const known = await hashOf(file, relative);
    if (!known.ok || existsSync(path.join(folder, known.value.sha256))) return known;
    const counted = countedStream(fileStream(file));
    const written = await writeNewFile(folder, counted.stream, () => counted.result().sha256);
    if (!written.ok) return { ok: false, error: { ...written.error, file: path.basename(relative) } };
    onWritten(counted.result().sha256);
    return ok(counted.result());
  },
});

/** Leaves the bytes where they are. */
export const lookingKeeper: FileKeeper = { keep: ({ file, relative }) => hashOf(file, relative) };

async function hashOf(file: string, name: string): Promise<Result<Hashed>> {
  const hash = createHash('sha256');
  let size = 0;
  try {
    await fs.access(file);
    for await (const piece of piecesOf(fileStream(file))) {
      hash.update(piece);
      size += piece.length;
    }
  } catch (error) {
    if (systemCodeOf(error) === null) throw error;
    return failure('importGone', { file: path.basename(name), detail: { rule: systemCodeOf(error) ?? '' } });
  }
  return ok({ sha256: hash.digest('hex'), size });
}
