import { createKeyFile } from '../crypto/keyFile.ts';
import { wordsOfKey } from '../library/wordsOfKey.ts';
import type { Command } from './command.ts';
import { failed, fullPath, needed } from './command.ts';
import { readPassphrase } from './passphrase.ts';

const newKey: Command = {
  words: ['key', 'new'],
  help: 'cli.help.keyNew',
  options: ['output', 'passphrase-file'],
  needs: ['output'],
  operands: { least: 0, most: 0 },
  run: async (context) => {
    const file = fullPath(context, needed(context, 'output'));
    const passphrase = await readPassphrase(context);
    if (!passphrase.ok) return failed(passphrase.error);
    const made = await createKeyFile(file, passphrase.value);
    if (!made.ok) return failed(made.error);
    const publicKey = made.value.publicKey.line;
    const words = wordsOfKey(publicKey);
    const { text } = context.texts;
    return {
      json: { file, publicKeyFile: `${file}.pub`, publicKey, words, encrypted: passphrase.value !== null },
      lines: [
        text('cli.keyNew.made', { file: needed(context, 'output') }),
        text('cli.publicKey', { key: publicKey }),
        text('cli.words', { words: words.join(' ') }),
        text(passphrase.value === null ? 'cli.keyNew.open' : 'cli.keyNew.encrypted'),
      ],
      errors: [],
    };
  },
};

export const keyCommands: readonly Command[] = [newKey];
