import fs from 'node:fs/promises';
import type { Result } from '../../core/errors.ts';
import { failure, ok } from '../../core/errors.ts';
import type { Command, CommandContext, CommandResult } from './command.ts';
import { failed, fullPath, needed, operand } from './command.ts';
import { UsageError } from './commandLine.ts';
import type { OwnBackup } from './openOwnBackup.ts';
import { openOwnBackup } from './openOwnBackup.ts';
import { withProfile } from './openProfileServices.ts';
import { readKeysPassphrase, readPassphrase } from './passphrase.ts';

const backup: Command = {
  words: ['backup'],
  help: 'cli.help.backup',
  options: ['profile', 'output', 'passphrase-file', 'keys-passphrase-file'],
  needs: ['profile', 'output'],
  operands: { least: 0, most: 0 },
  run: async (context) => {
    const file = fullPath(context, needed(context, 'output'));
    const passphrase = await neededPassphrase(context);
    if (!passphrase.ok) return failed(passphrase.error);
    // An older backup may be the only one: it is never written over.
    if (await exists(file)) return failed(failure('fileExists', { file: needed(context, 'output') }).error);
    return withBackup(context, { mustExist: true }, async ({ backup: own, keys }) => {
      const saved = await own.save(file, passphrase.value);
      if (!saved.ok) return failed(saved.error);
      const { noteCount } = saved.value;
      const shown = { file: needed(context, 'output'), notes: noteCount };
      return {
        json: { file, noteCount, keys },
        lines: [context.texts.text('cli.backup.saved', shown)],
        errors: [],
        warnings: keys === 'locked' ? [context.texts.text('cli.backup.keysLocked')] : [],
      };
    });
  },
};

const restore: Command = {
  words: ['restore'],
  help: 'cli.help.restore',
  options: ['profile', 'passphrase-file', 'keys-passphrase-file'],
  needs: ['profile'],
  operands: { least: 1, most: 1 },
  run: async (context) => {
    const file = fullPath(context, operand(context, 0));
    const passphrase = await neededPassphrase(context);
    if (!passphrase.ok) return failed(passphrase.error);
    return withBackup(context, { mustExist: false }, async ({ backup: own }) => {
      const restored = await own.restore(file, passphrase.value);
      if (!restored.ok) return failed(restored.error);
      const { noteCount, newNoteCount } = restored.value;
      const shown = { file: operand(context, 0), notes: noteCount, added: newNoteCount };
      return {
        json: { file, noteCount, newNoteCount },
        lines: [context.texts.text('cli.restore.done', shown)],
        errors: [],
      };
    });
  },
};

/** Opens everything that a backup is of, under the profile's lock. */
async function withBackup(
  context: CommandContext,
  wanted: { readonly mustExist: boolean },
  use: (own: OwnBackup) => Promise<CommandResult>,
): Promise<CommandResult> {
  const keysPassphrase = await readKeysPassphrase(context);
  if (!keysPassphrase.ok) return failed(keysPassphrase.error);
  return withProfile(context, wanted, async (opened) => {
    const own = await openOwnBackup(opened, context.io, keysPassphrase.value);
    if (!own.ok) return failed(own.error);
    try {
      const result = await use(own.value);
      const told = own.value.setAside.map((file) => context.texts.text('cli.setAside', { file }));
      return { ...result, warnings: [...(result.warnings ?? []), ...told] };
    } finally {
      await own.value.close();
    }
  });
}

async function neededPassphrase(context: CommandContext): Promise<Result<string>> {
  const passphrase = await readPassphrase(context);
  if (!passphrase.ok) return passphrase;
  if (passphrase.value === null) throw new UsageError('cli.usage.passphrase');
  return ok(passphrase.value);
}

const exists = async (file: string): Promise<boolean> =>
  fs.lstat(file).then(
    () => true,
    () => false,
  );

export const backupCommands: readonly Command[] = [backup, restore];
