import { createStore } from 'zustand/vanilla';

const kept = 10;

/** Ids of what was chosen, the newest first, while the window is open. */
export const recentEntries = createStore<readonly string[]>(() => []);

export const rememberEntry = (id: string): void =>
  recentEntries.setState((ids) => [id, ...ids.filter((other) => other !== id)].slice(0, kept), true);
