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
export const readPassphrase = (context: CommandContext): Promise<Result<string | null>> =>
  firstLine(context, 'passphrase-file', 'BEREDD_PASSPHRASE');

/** The same for the keys in a profile: --keys-passphrase-file or BEREDD_KEYS_PASSPHRASE. */
export const readKeysPassphrase = (context: CommandContext): Promise<Result<string | null>> =>
  firstLine(context, 'keys-passphrase-file', 'BEREDD_KEYS_PASSPHRASE');

async function firstLine(
  context: CommandContext,
  option: 'passphrase-file' | 'keys-passphrase-file',
  variable: string,
): Promise<Result<string | null>> {
  const file = context.line.values[option];
  if (file === undefined) return ok(context.io.env[variable] || null);
  try {
    const text = await fs.readFile(fullPath(context, file), 'utf8');
    return ok(text.split(/\r?\n/, 1)[0]?.normalize('NFC') || null);
  } catch (error) {
    return diskFailure(error, file);
  }
}
