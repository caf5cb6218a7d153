/** What another start of the program was given. */
export interface OtherStart {
  readonly args: readonly string[];
  readonly folder: string;
}

/**
 * A start as it is handed over, in visible ASCII: Electron trims white space beside zero bytes out of what it carries, so
 * that lists of 9 to 13 or of 32 arguments and names with a character beyond Latin-1 and a space would not arrive.
 */
export const wrapStart = (start: OtherStart): { readonly start: string } => ({
  start: encodeURIComponent(JSON.stringify(start)),
});

/** The start that was handed over; null for anything else. By hand: a schema's library would delay every window. */
export function unwrapStart(given: unknown): OtherStart | null {
  if (typeof given !== 'object' || given === null || !('start' in given)) return null;
  if (typeof given.start !== 'string') return null;
  const start = parsed(given.start);
  return isStart(start) ? start : null;
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(decodeURIComponent(text));
  } catch {
    return null;
  }
}

function isStart(value: unknown): value is OtherStart {
  if (typeof value !== 'object' || value === null || !('args' in value) || !('folder' in value)) return false;
  const { args, folder } = value;
  return (
    typeof folder === 'string' &&
    Array.isArray(args) &&
    args.every((argument) => typeof argument === 'string')
  );
}
