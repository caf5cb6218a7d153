import fs from 'node:fs/promises';
import path from 'node:path';
import type { Result } from '../../core/errors.ts';
import { failure, ok } from '../../core/errors.ts';
import { systemCodeOf } from '../storage/diskFailure.ts';

const largest = 64 * 1024 * 1024;

/** A file that fits into memory. Fails with `notesImport` when it is larger or cannot be read. */
export async function readSmallFile(file: string): Promise<Result<Uint8Array>> {
  try {
    const { size } = await fs.stat(file);
    if (size > largest) return failure('notesImport', { file: path.basename(file) });
    return ok(new Uint8Array(await fs.readFile(file)));
  } catch (error) {
    if (systemCodeOf(error) === null) throw error;
    return failure('notesImport', { file: path.basename(file) });
  }
}
