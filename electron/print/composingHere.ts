import type { PackChannel } from '../packs/packChannel.ts';
import { runComposing } from './runComposing.ts';

/** For the command line and tests: the same messages, answered on this thread. */
export function composingHere(): PackChannel {
  let listener: (message: unknown) => void = () => undefined;
  let running: Promise<void> = Promise.resolve();
  return {
    send: (message) => {
      running = runComposing(message, (reply) => listener(reply));
    },
    onMessage: (given) => {
      listener = given;
    },
    onGone: () => undefined,
    stop: () => running,
  };
}
