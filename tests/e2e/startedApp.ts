import { spawn } from 'node:child_process';
import { appArguments, electronCommand } from './launch.ts';

export interface Ended {
  readonly code: number | null;
  readonly stdout: string;
  readonly stderr: string;
}

/** Runs a program to its end; it is stopped after `limitMs`. */
export function runToEnd(
  executable: string,
  args: readonly string[],
  env: Readonly<Record<string, string>>,
  limitMs = 60_000,
): Promise<Ended> {
  return new Promise((resolve, reject) => {
    const child = spawn(executable, args, { env, stdio: ['ignore', 'pipe', 'pipe'] });
    let stdout = '';
    let stderr = '';
    child.stdout.on('data', (data: Buffer) => (stdout += data.toString()));
    child.stderr.on('data', (data: Buffer) => (stderr += data.toString()));
    const timer = setTimeout(() => child.kill('SIGKILL'), limitMs);
    child.on('error', reject);
    child.on('close', (code) => {
      clearTimeout(timer);
      resolve({ code, stdout, stderr });
    });
  });
}

/** Starts the built app as a person would, without a debugger, and waits until it ends. */
export async function startToEnd(profile: string, args: readonly string[]): Promise<Ended> {
  const { executable, env } = await electronCommand();
  return runToEnd(executable, appArguments(profile, args), { ...env, HOME: profile });
}

/** Width and height of a PNG, from its header. */
export function sizeOfPng(png: Buffer): { width: number; height: number } {
  if (png.toString('latin1', 1, 4) !== 'PNG') throw new Error('not a PNG');
  return { width: png.readUInt32BE(16), height: png.readUInt32BE(20) };
}
