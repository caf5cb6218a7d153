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

/** Looked up at each call, so that tests and the gallery can put a fake bridge in place. */
export const client: Client = {
  get app() {
    return window.beredd.client.app;
  },
  get library() {
    return window.beredd.client.library;
  },
  get meeting() {
    return window.beredd.client.meeting;
  },
  get notes() {
    return window.beredd.client.notes;
  },
  get placements() {
    return window.beredd.client.placements;
  },
  get revisions() {
    return window.beredd.client.revisions;
  },
  get find() {
    return window.beredd.client.find;
  },
  get print() {
    return window.beredd.client.print;
  },
  get incoming() {
    return window.beredd.client.incoming;
  },
  get drafts() {
    return window.beredd.client.drafts;
  },
  get issuing() {
    return window.beredd.client.issuing;
  },
  get identity() {
    return window.beredd.client.identity;
  },
  get people() {
    return window.beredd.client.people;
  },
  get preparation() {
    return window.beredd.client.preparation;
  },
  get links() {
    return window.beredd.client.links;
  },
  get backup() {
    return window.beredd.client.backup;
  },
};
export const on: Bridge['on'] = (name, listener) => window.beredd.on(name, listener);
export const pathOfDropped: Bridge['pathOfDropped'] = (file) => window.beredd.pathOfDropped(file);
