import type { BereddError } from '../../core/errors.ts';
import { backupCommands } from './backupCommands.ts';
import type { CliIo } from './cliIo.ts';
import type { CliTexts } from './cliTexts.ts';
import { chooseLanguage, cliTexts } from './cliTexts.ts';
import type { Command, CommandResult } from './command.ts';
import type { CommandLine } from './commandLine.ts';
import { readCommandLine, UsageError } from './commandLine.ts';
import { draftProposeCommand } from './draftProposeCommand.ts';
import { commandHelp, overview } from './help.ts';
import { keyCommands } from './keyCommands.ts';
import { libraryCommands } from './libraryCommands.ts';
import { notesCommands } from './notesCommands.ts';
import { packBuildCommand } from './packBuildCommand.ts';
import { packCheckCommand } from './packCheckCommand.ts';
import { packPdfCommand } from './packPdfCommand.ts';
import { packReadCommands } from './packReadCommands.ts';

const commands: readonly Command[] = [
  packBuildCommand,
  packCheckCommand,
  ...packReadCommands,
  packPdfCommand,
  draftProposeCommand,
  ...keyCommands,
  ...libraryCommands,
  ...notesCommands,
  ...backupCommands,
];

/** First words of all commands, by which the packaged app knows that it was started as the command line. */
export const commandWords: readonly string[] = [...new Set(commands.flatMap(({ words }) => words[0] ?? []))];

const everywhere: ReadonlySet<string> = new Set(['json', 'lang', 'help', 'version']);

/**
 * Runs one command. Returns the exit code: 0 done, 1 refused (why stands on stderr), 2 wrongly typed. With `--json`
 * stdout gets one JSON object whatever happens.
 */
export async function runCli(argv: readonly string[], io: CliIo): Promise<number> {
  const language = chooseLanguage(askedLanguage(argv), io.env);
  const texts = cliTexts(language);
  const asJson = argv.includes('--json');
  try {
    const line = readCommandLine(argv);
    const { lang } = line.values;
    if (lang !== undefined && lang !== 'sv' && lang !== 'en') {
      throw new UsageError('cli.usage.language', { value: lang });
    }
    return await run(line, io, texts);
  } catch (error) {
    if (!(error instanceof UsageError)) throw error;
    const sentence = texts.text(error.fault.text, error.fault.values);
    io.stderr(`${sentence}\n${texts.text('cli.usage.seeHelp')}\n`);
    if (asJson) printJson(io, { ok: false, usage: sentence });
    return 2;
  }
}

/** Looked up before anything is checked, so that even a mistyped line is answered in the language asked for. */
function askedLanguage(argv: readonly string[]): string | undefined {
  const at = argv.indexOf('--lang');
  if (at >= 0) return argv[at + 1];
  return argv.find((each) => each.startsWith('--lang='))?.slice('--lang='.length);
}

async function run(line: CommandLine, io: CliIo, texts: CliTexts): Promise<number> {
  if (line.flags.has('version')) return printText(io, [`beredd ${io.version}`]);
  const command = findCommand(line.words);
  if (line.flags.has('help')) {
    return printText(io, command === null ? overview(commands, texts) : commandHelp(command, texts));
  }
  if (command === null) throw unknownCommand(line.words);
  const operands = line.words.slice(command.words.length);
  checkUsage(command, line, operands);
  const result = await command.run({ io, texts, line, operands });
  return print(result, io, texts, line.flags.has('json'));
}

const findCommand = (words: readonly string[]): Command | null =>
  commands.find((command) => command.words.every((word, i) => words[i] === word)) ?? null;

const unknownCommand = (words: readonly string[]): UsageError =>
  words.length === 0
    ? new UsageError('cli.usage.noCommand')
    : new UsageError('cli.usage.unknownCommand', { command: words.slice(0, 2).join(' ') });

function checkUsage(command: Command, line: CommandLine, operands: readonly string[]): void {
  const foreign = [...line.flags].find((name) => !everywhere.has(name) && !command.options.includes(name));
  if (foreign !== undefined) throw new UsageError('cli.usage.unknownOption', { option: `--${foreign}` });
  const missing = command.needs.find((name) => !line.flags.has(name));
  if (missing !== undefined) throw new UsageError('cli.usage.missingOption', { option: `--${missing}` });
  if (operands.length < command.operands.least) throw new UsageError('cli.usage.missingOperand');
  const surplus = operands[command.operands.most];
  if (surplus !== undefined) throw new UsageError('cli.usage.surplusOperand', { operand: surplus });
}

function print(result: CommandResult, io: CliIo, texts: CliTexts, asJson: boolean): number {
  const { errors, warnings = [] } = result;
  const isGood = errors.length === 0 && result.refused !== true;
  for (const warning of warnings) io.stderr(`${texts.text('cli.warning', { text: warning })}\n`);
  for (const error of errors) io.stderr(`${texts.sentences(error)}\n`);
  if (asJson)
    printJson(io, {
      ok: isGood,
      ...result.json,
      errors: errors.map(withSentence(texts)),
      warnings,
    });
  else printText(io, result.lines);
  return isGood ? 0 : 1;
}

const withSentence =
  ({ sentences }: CliTexts) =>
  (error: BereddError) => ({ ...error, message: sentences(error) });

const printJson = (io: CliIo, value: unknown): void => io.stdout(`${JSON.stringify(value, null, 2)}\n`);

function printText(io: CliIo, lines: readonly string[]): number {
  if (lines.length > 0) io.stdout(`${lines.map(plain).join('\n')}\n`);
  return 0;
}

// Words from packs reach a terminal here; format characters that could disguise them were refused by the reader.
// oxlint-disable-next-line no-control-regex
const plain = (line: string): string => line.replace(/[\u0000-\u0009\u000b-\u001f\u007f-\u009f]/g, '');
