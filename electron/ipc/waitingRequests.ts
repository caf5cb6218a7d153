import type { Result } from '../../core/errors.ts';

type Listener<Event> = (event: Event, args: unknown) => Promise<Result<unknown>>;

/** Listens for requests before there is anything that answers them. */
export interface WaitingRequests<Event> {
  /** What answers from now on. Bound anew, the new one answers. */
  readonly answer: (channel: string, listener: Listener<Event>) => void;
  /** Everything is bound: what waits is answered. */
  readonly open: () => void;
}

/** The window is shown before the program that answers it is read: what it asks meanwhile waits. */
export function waitingRequests<Event>(
  channels: readonly string[],
  handle: (channel: string, listener: Listener<Event>) => void,
): WaitingRequests<Event> {
  const listeners = new Map<string, Listener<Event>>();
  let open: () => void = () => undefined;
  const opened = new Promise<void>((resolve) => (open = resolve));
  for (const channel of channels) {
    handle(channel, async (event, args) => {
      await opened;
      const listener = listeners.get(channel);
      if (listener === undefined) throw new Error(`nothing answers ${channel}`);
      return listener(event, args);
    });
  }
  return { answer: (channel, listener) => void listeners.set(channel, listener), open: () => open() };
}
