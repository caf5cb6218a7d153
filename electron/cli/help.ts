import type { CliTexts } from './cliTexts.ts';
import type { Command } from './command.ts';

/** What `beredd --help` says: every command with its first line. */
export const overview = (commands: readonly Command[], { text }: CliTexts): readonly string[] => [
  text('cli.help.intro'),
  '',
  ...commands.flatMap((command) => [`  ${usage(text(command.help))}`, `      ${about(text(command.help))}`]),
  '',
  text('cli.help.everywhere'),
  text('cli.help.exitCodes'),
];

/** What `beredd pack build --help` says. */
export const commandHelp = ({ help }: Command, { text }: CliTexts): readonly string[] => [
  usage(text(help)),
  '',
  ...text(help).split('\n').slice(1),
  '',
  text('cli.help.everywhere'),
];

const usage = (help: string): string => `beredd ${help.split('\n', 1)[0] ?? ''}`;
const about = (help: string): string => help.split('\n')[1] ?? '';
