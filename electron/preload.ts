import { contextBridge, ipcRenderer, webUtils } from 'electron';
import type { EventName, EventPayloads } from '../core/contract.ts';
import { builtChannels } from './ipc/builtChannels.ts';

type Ask = (args?: unknown) => Promise<unknown>;
type Listener = (payload: unknown) => void;

const client: Record<string, Record<string, Ask>> = {};
for (const { domain, entry, channel } of builtChannels.requests) {
  client[domain] ??= {};
  client[domain][entry] = (args) => ipcRenderer.invoke(channel, args);
}

/** Told once and never again; kept for the first listener, because the window may not have drawn its routes yet. */
const kept: EventName[] = ['app.showMeeting', 'library.imported', 'identity.lettersTaken', 'people.taken'];
const waiting = new Map<string, unknown[]>();
for (const name of kept) {
  waiting.set(name, []);
  ipcRenderer.on(name, (_event, payload: EventPayloads[EventName]) => waiting.get(name)?.push(payload));
}

function on(name: string, listener: Listener): () => void {
  if (!builtChannels.events.includes(name)) throw new Error(`no such event: ${name}`);
  const relay = (_event: unknown, payload: unknown): void => listener(payload);
  const missed = waiting.get(name) ?? [];
  waiting.delete(name);
  ipcRenderer.on(name, relay);
  for (const payload of missed) listener(payload);
  return () => void ipcRenderer.off(name, relay);
}

// The bridge hands over copies that the page cannot change.
contextBridge.exposeInMainWorld('beredd', {
  client,
  on,
  pathOfDropped: (file: File) => webUtils.getPathForFile(file),
});
