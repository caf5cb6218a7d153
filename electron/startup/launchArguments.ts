import path from 'node:path';

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

const valueOf = (args: readonly string[], name: string, folder: string): string | null => {
  const prefix = `--${name}=`;
  const found = args.findLast((arg) => arg.startsWith(prefix) && arg.length > prefix.length);
  return found === undefined ? null : path.resolve(folder, found.slice(prefix.length));
};

/** Reads the arguments after the program's name. `folder` is where it was started; unknown switches belong to Chromium. */
export function readLaunch(args: readonly string[], folder: string): Launch {
  return {
    profile: valueOf(args, 'profile', folder),
    packs: args.filter((arg) => arg !== '' && !arg.startsWith('-')).map((arg) => path.resolve(folder, arg)),
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

/** The command line's arguments when the first word is one of its commands; a file of that name is a pack instead. */
export function commandLineIn(
  args: readonly string[],
  commands: readonly string[],
  isFile: (name: string) => boolean,
): readonly string[] | null {
  const at = args.findIndex((arg) => !arg.startsWith('-'));
  const first = args[at];
  if (first === undefined || !commands.includes(first) || isFile(first)) return null;
  return args.slice(at);
}
