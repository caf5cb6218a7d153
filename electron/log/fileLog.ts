import { appendFileSync, mkdirSync, renameSync, statSync } from 'node:fs';
import { homedir } from 'node:os';
import path from 'node:path';

/** A log on this computer only. Nothing of it is ever sent, and no text of notes or documents goes into it. */
export interface Log {
  readonly info: (line: string) => void;
  readonly error: (what: string, error: unknown) => void;
}

const largestBytes = 1_000_000;

/** Writes `beredd.log` in the folder; past a megabyte it becomes `beredd.old.log`. Never throws: a full disk only loses lines. */
export function fileLog(folder: string, now: () => Date): Log {
  const file = path.join(folder, 'beredd.log');
  const write = (level: string, text: string): void => {
    const line = `${now().toISOString()} ${level} ${withoutHome(text)}\n`;
    process.stderr.write(level === 'error' ? `beredd: ${line}` : '');
    try {
      mkdirSync(folder, { recursive: true });
      const size = statSync(file, { throwIfNoEntry: false })?.size ?? 0;
      if (size > largestBytes) renameSync(file, path.join(folder, 'beredd.old.log'));
      appendFileSync(file, line);
    } catch (error) {
      process.stderr.write(`beredd: the log cannot be written: ${String(error)}\n`);
    }
  };
  return {
    info: (line) => write('info', line),
    error: (what, error) => write('error', `${what}: ${withCauses(error)}`),
  };
}

/** The name of the home folder is usually the person's. */
const withoutHome = (text: string): string => text.replaceAll(homedir(), '~');

function withCauses(error: unknown): string {
  if (!(error instanceof Error)) return String(error);
  const own = error.stack ?? `${error.name}: ${error.message}`;
  return error.cause === undefined ? own : `${own}\ncaused by ${withCauses(error.cause)}`;
}
