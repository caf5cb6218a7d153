import type { PackChannel } from '../packs/packChannel.ts';
import { ImportWork } from './ImportWork.ts';

/** The import process without a process: for the command line and tests. */
export function importHere(): PackChannel {
  let listener: (message: unknown) => void = () => undefined;
  let tellGone: (why: string) => void = () => undefined;
  const work = new ImportWork((reply) => listener(reply));
  return {
    send: (message) => work.receive(message),
    onMessage: (given) => {
      listener = given;
    },
    onGone: (given) => {
      tellGone = given;
    },
    stop: () => {
      work.receive({ kind: 'cancel' });
      tellGone('stopped');
      return Promise.resolve();
    },
  };
}
