import { parseArgs } from 'node:util';
import type { CliText } from './cliTexts.ts';

/** All options of all commands; which a command takes stands in its own entry. */
const options = {
  output: { type: 'string', short: 'o' },
  key: { type: 'string' },
  'passphrase-file': { type: 'string' },
  'keys-passphrase-file': { type: 'string' },
  previous: { type: 'string' },
  supplement: { type: 'boolean' },
  issued: { type: 'string' },
  profile: { type: 'string' },
  agenda: { type: 'string' },
  lang: { type: 'string' },
  json: { type: 'boolean' },
  help: { type: 'boolean', short: 'h' },
  version: { type: 'boolean' },
} as const;

export type OptionName = keyof typeof options;
const optionNames = Object.keys(options);
const isOptionName = (name: string): name is OptionName => optionNames.includes(name);

/** What was typed, taken apart. */
export interface CommandLine {
  readonly words: readonly string[];
  readonly values: Readonly<Partial<Record<OptionName, string>>>;
  readonly flags: ReadonlySet<OptionName>;
}

/** What is wrong with what was typed; told with exit code 2. */
export interface UsageFault {
  readonly text: CliText;
  readonly values: Readonly<Record<string, string>>;
}

export class UsageError extends Error {
  readonly fault: UsageFault;
  constructor(text: CliText, values: Readonly<Record<string, string>> = {}) {
    super(text);
    this.fault = { text, values };
  }
}

/** Takes apart what was typed. Throws a UsageError. */
export function readCommandLine(argv: readonly string[]): CommandLine {
  const { tokens } = parseArgs({
    args: [...argv],
    options,
    strict: false,
    allowPositionals: true,
    tokens: true,
  });
  const words: string[] = [];
  const values: Partial<Record<OptionName, string>> = {};
  const flags = new Set<OptionName>();
  for (const token of tokens) {
    if (token.kind === 'positional') words.push(token.value);
    if (token.kind !== 'option') continue;
    const { name, rawName, value } = token;
    if (!isOptionName(name)) throw new UsageError('cli.usage.unknownOption', { option: rawName });
    flags.add(name);
    if (options[name].type === 'boolean') {
      if (value !== undefined) throw new UsageError('cli.usage.unexpectedValue', { option: rawName });
    } else if (value === undefined || value === '') {
      throw new UsageError('cli.usage.missingValue', { option: rawName });
    } else values[name] = value;
  }
  return { words, values, flags };
}
