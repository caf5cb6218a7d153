import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { afterAll } from 'vitest';
import type { Disk, DiskFile } from '../../../electron/storage/disk.ts';
import { nodeDisk } from '../../../electron/storage/nodeDisk.ts';

/** A folder of its own on the real disk, removed after the tests of the file. */
export function realFolder(): () => string {
  const top = fs.mkdtempSync(path.join(os.tmpdir(), 'beredd-storage-'));
  afterAll(() => fs.rmSync(top, { recursive: true, force: true }));
  let count = 0;
  return () => {
    const folder = path.join(top, String(++count));
    fs.mkdirSync(folder);
    return folder;
  };
}

/** The real disk for programs that a test lets die: what they left open is closed after the tests of the file. */
export function diskOfMortals(): Disk {
  const opened: DiskFile[] = [];
  afterAll(() => Promise.allSettled(opened.map((file) => file.close())));
  const remember = (file: DiskFile): DiskFile => {
    opened.push(file);
    return file;
  };
  return {
    ...nodeDisk,
    openForAppend: async (file) => remember(await nodeDisk.openForAppend(file)),
  };
}
