import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { afterAll } from 'vitest';

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
