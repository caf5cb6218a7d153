import fs from 'node:fs';
import os from 'node:os';
import { errorCodeOf } from './diskFailure.ts';

/** What the lock must know of this computer's programs. */
export interface Processes {
  readonly pid: number;
  readonly host: string;
  /** When the computer was started, milliseconds since 1970, to within some seconds. */
  readonly bootedAt: () => number;
  readonly isRunning: (pid: number) => boolean;
  /** Tells two programs with the same number apart; null where the system does not say. */
  readonly startOf: (pid: number) => string | null;
}

export const thisComputer: Processes = {
  pid: process.pid,
  host: os.hostname(),
  bootedAt: () => Date.now() - os.uptime() * 1000,
  isRunning: (pid) => {
    try {
      process.kill(pid, 0);
      return true;
    } catch (error) {
      // EPERM: there is one, of another user.
      return errorCodeOf(error) !== 'ESRCH';
    }
  },
  startOf: (pid) => {
    if (process.platform !== 'linux') return null;
    try {
      // proc(5): field 22, counted after the program's name in brackets, which may hold spaces.
      const stat = fs.readFileSync(`/proc/${pid}/stat`, 'latin1');
      return stat.slice(stat.lastIndexOf(')') + 2).split(' ')[19] ?? null;
    } catch {
      return null;
    }
  },
};
