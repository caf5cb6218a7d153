import path from 'node:path';
import { utilityProcess } from 'electron';
import { utilityProcessChannel, type PackChannel } from '../packs/packChannel.ts';

/** What runs beside the main process, built into a folder of its own. */
export const builtProcess = (name: string): string =>
  path.join(path.dirname(import.meta.dirname), 'processes', name);

/** Begins a process of ours each time it is called. */
export const forked = (name: string, serviceName: string) => (): PackChannel =>
  utilityProcessChannel(utilityProcess.fork(builtProcess(name), [], { serviceName }));
