import type { Result } from '../../core/errors.ts';
import { failure, ok } from '../../core/errors.ts';
import type { Command, CommandContext } from './command.ts';
import { failed, fullPath, needed, operand } from './command.ts';
import { UsageError } from './commandLine.ts';
import { withProfile } from './openProfileServices.ts';
import { readPassphrase } from './passphrase.ts';
import fs from 'node:fs/promises';

const backup: Command = {
  words: ['backup'],
  help: 'cli.help.backup',
  options: ['profile', 'output', 'passphrase-file'],
  needs: ['profile', 'output'],
  operands: { least: 0, most: 0 },
  run: async (context) => {
    const file = fullPath(context, needed(context, 'output'));
    const passphrase = await neededPassphrase(context);
    if (!passphrase.ok) return failed(passphrase.error);
    // An older backup may be the only one: it is never written over.
    if (await exists(file)) return failed(failure('fileExists', { file: needed(context, 'output') }).error);
    return withProfile(context, { mustExist: true }, async (services) => {
      const saved = await services.backup.save(file, passphrase.value);
      if (!saved.ok) return failed(saved.error);
      const { noteCount } = saved.value;
      const shown = { file: needed(context, 'output'), notes: noteCount };
      return {
        json: { file, noteCount },
        lines: [context.texts.text('cli.backup.saved', shown)],
        errors: [],
      };
    });
  },
};

const restore: Command = {
  words: ['restore'],
  help: 'cli.help.restore',
  options: ['profile', 'passphrase-file'],
  needs: ['profile'],
  operands: { least: 1, most: 1 },
  run: async (context) => {
    const file = fullPath(context, operand(context, 0));
    const passphrase = await neededPassphrase(context);
    if (!passphrase.ok) return failed(passphrase.error);
    return withProfile(context, { mustExist: false }, async (services) => {
      const restored = await services.backup.restore(file, passphrase.value);
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
