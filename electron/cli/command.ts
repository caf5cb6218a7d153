import path from 'node:path';
import type { BereddError } from '../../core/errors.ts';
import type { CliIo } from './cliIo.ts';
import type { CliText, CliTexts } from './cliTexts.ts';
import type { CommandLine, OptionName } from './commandLine.ts';
import { UsageError } from './commandLine.ts';

/** What a command has to say. Exit code 1 when there are errors or it is `refused`, else 0. */
export interface CommandResult {
  /** For `--json`: one object; `ok` and `errors` are added. */
  readonly json: Readonly<Record<string, unknown>>;
  readonly lines: readonly string[];
  readonly errors: readonly BereddError[];
  /** What was looked at does not hold, as the lines say. */
  readonly refused?: boolean;
  /** Sentences for stderr that are no failure. */
  readonly warnings?: readonly string[];
}

export interface CommandContext {
  readonly io: CliIo;
  readonly texts: CliTexts;
  readonly line: CommandLine;
  /** What was typed after the command's own words. */
  readonly operands: readonly string[];
}

export interface Command {
  /** `['pack', 'build']`, `['backup']`. */
  readonly words: readonly string[];
  readonly help: CliText;
  /** Beside --json, --lang, --help, which every command takes. */
  readonly options: readonly OptionName[];
  readonly needs: readonly OptionName[];
  /** How many operands it takes. */
  readonly operands: { readonly least: number; readonly most: number };
  readonly run: (context: CommandContext) => Promise<CommandResult>;
}

export const failed = (error: BereddError): CommandResult => ({ json: {}, lines: [], errors: [error] });

/** An operand or option that names a file, as a full path. */
export const fullPath = ({ io }: CommandContext, name: string): string => path.resolve(io.folder, name);

/** The value of an option that the command's entry says it needs. */
export function needed({ line }: CommandContext, name: OptionName): string {
  const value = line.values[name];
  if (value === undefined) throw new UsageError('cli.usage.missingOption', { option: `--${name}` });
  return value;
}

/** The operand at this place; the command's entry says that it is there. */
export function operand({ operands }: CommandContext, index: number): string {
  const value = operands[index];
  if (value === undefined) throw new UsageError('cli.usage.missingOperand', {});
  return value;
}
