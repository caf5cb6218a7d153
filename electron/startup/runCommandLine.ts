import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { app } from 'electron';
import { nodeCliIo } from '../cli/nodeCliIo.ts';
import { runCli } from '../cli/runCli.ts';
import type { SystemKeyStore } from '../identity/keyProtection.ts';
import { systemKeyStore } from '../identity/systemKeyStore.ts';

/** Runs one command without a window and ends the program with its exit code. */
export async function runCommandLine(args: readonly string[]): Promise<void> {
  // Chromium wants a folder of its own even so; the profile of somebody who has the app open is not it.
  const chromium = mkdtempSync(path.join(tmpdir(), 'beredd-command-'));
  app.setPath('userData', chromium);
  const stop = new AbortController();
  process.once('SIGINT', () => stop.abort());
  const io = nodeCliIo(app.getVersion(), stop.signal);
  const code = await runCli(args, hasKeysOutsideFolder ? { ...io, systemKeys } : io);
  await written(process.stdout);
  await written(process.stderr);
  rmSync(chromium, { recursive: true, force: true });
  app.exit(code);
}

/** On Windows the key store's own key lies in Chromium's folder, and this start has another. */
const hasKeysOutsideFolder = process.platform !== 'win32';

async function systemKeys(): Promise<SystemKeyStore> {
  await app.whenReady();
  return systemKeyStore;
}

/** A pipe takes its time, and `app.exit` does not wait for it. */
const written = (stream: NodeJS.WriteStream): Promise<void> =>
  new Promise((resolve) => stream.write('', () => resolve()));
