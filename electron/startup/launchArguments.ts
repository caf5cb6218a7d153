import path from 'node:path';
import { fileURLToPath } from 'node:url';

/** What a start of the program asks for. Paths are absolute. */
export interface Launch {
  /** Another profile folder than the usual one. */
  readonly profile: string | null;
  /** Packs to take in, in the order given. */
  readonly packs: readonly string[];
  /** Ends after the first document page is drawn. */
  readonly once: boolean;
  /** Where `once` leaves a picture of the window. */
  readonly screenshot: string | null;
}

const switchesWithValue = ['--profile', '--screenshot'];

/** `--name VALUE` becomes `--name=VALUE`, so that the value is not taken for a pack. */
const joinValues = (args: readonly string[]): readonly string[] =>
  args.flatMap((arg, index) => {
    const isValue = switchesWithValue.includes(args[index - 1] ?? '') && !arg.startsWith('-');
    if (isValue) return [];
    const value = args[index + 1];
    const takesNext = switchesWithValue.includes(arg) && value !== undefined && !value.startsWith('-');
    return [takesNext ? `${arg}=${value}` : arg];
  });

const valueOf = (args: readonly string[], name: string, folder: string): string | null => {
  const prefix = `--${name}=`;
  const found = args.findLast((arg) => arg.startsWith(prefix) && arg.length > prefix.length);
  return found === undefined ? null : path.resolve(folder, found.slice(prefix.length));
};

/** File managers name files by address. One that is no file of this computer stays as it is and is told as unreadable. */
function fileNamed(argument: string, folder: string): string {
  if (!argument.startsWith('file:')) return path.resolve(folder, argument);
  try {
    return fileURLToPath(argument);
  } catch {
    return path.resolve(folder, argument);
  }
}

/** Reads the arguments after the program's name. `folder` is where it was started; unknown switches belong to Chromium. */
export function readLaunch(given: readonly string[], folder: string): Launch {
  const args = joinValues(given);
  return {
    profile: valueOf(args, 'profile', folder),
    packs: args.filter((arg) => arg !== '' && !arg.startsWith('-')).map((arg) => fileNamed(arg, folder)),
    once: args.includes('--once'),
    screenshot: valueOf(args, 'screenshot', folder),
  };
}

/**
 * The person's own arguments. While developing, Electron's switches and the app folder come first; when packaged only
 * the program's name does.
 */
export function ownArguments(argv: readonly string[], appFolder: string | null, folder: string): string[] {
  if (appFolder === null) return argv.slice(1);
  const at = argv.findIndex((arg, index) => index > 0 && path.resolve(folder, arg) === appFolder);
  return argv.slice(at < 0 ? 1 : at + 1);
}

/** What the Linux wrapper puts before a command, for Chromium; see `scripts/pack/beredd.sh`. */
const wrapperSwitches = ['--ozone-platform=headless', '--no-sandbox', '--disable-gpu', '--log-level=3'];

/**
 * The command line's arguments when the program was started as that: the first one is a plain lower-case word that is
 * no file, or asks for help or the version. The wrapper goes by the same rule.
 */
export function commandLineIn(
  args: readonly string[],
  isThere: (name: string) => boolean,
): readonly string[] | null {
  const typed = args.slice(args.findIndex((arg) => !wrapperSwitches.includes(arg)));
  const [first] = typed;
  if (first === undefined) return null;
  if (first === '--help' || first === '--version') return typed;
  return /^[a-z]+$/.test(first) && !isThere(first) ? typed : null;
}
