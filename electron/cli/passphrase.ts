import fs from 'node:fs/promises';
import type { Result } from '../../core/errors.ts';
import { ok } from '../../core/errors.ts';
import { diskFailure } from '../storage/diskFailure.ts';
import type { CommandContext } from './command.ts';
import { fullPath } from './command.ts';

/**
 * The passphrase from --passphrase-file (its first line) or from BEREDD_PASSPHRASE; null when there is none. Never from
 * an argument, which other users of the computer could see.
 */
export async function readPassphrase(context: CommandContext): Promise<Result<string | null>> {
  const file = context.line.values['passphrase-file'];
  if (file === undefined) return ok(context.io.env['BEREDD_PASSPHRASE'] || null);
  try {
    const text = await fs.readFile(fullPath(context, file), 'utf8');
    return ok(text.split(/\r?\n/, 1)[0]?.normalize('NFC') || null);
  } catch (error) {
    return diskFailure(error, file);
  }
}
