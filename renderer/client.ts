import type { Client, EventName, EventPayloads } from '../core/contract.ts';

/** What preload puts on `window.beredd`: the contract, the events, and the paths of dropped files. */
export interface Bridge {
  readonly client: Client;
  readonly on: <N extends EventName>(name: N, listener: (payload: EventPayloads[N]) => void) => () => void;
  /** The path of a file the person dropped on the window; empty when it has none. */
  readonly pathOfDropped: (file: File) => string;
}

declare global {
  interface Window {
    readonly beredd: Bridge;
  }
}

export const client: Client = window.beredd.client;
export const on: Bridge['on'] = window.beredd.on;
export const pathOfDropped: Bridge['pathOfDropped'] = window.beredd.pathOfDropped;
