import { mkdtemp, readFile, readdir, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { publishPack } from '../../../electron/issuing/publishPack.ts';
import { createDurableFile } from '../../../electron/packs/durableFile.ts';
import { failureOf, valueOf } from '../../support/packReading.ts';

let folder: string;
let shared: string;
beforeEach(async () => {
  folder = await mkdtemp(path.join(tmpdir(), 'beredd-publish-'));
  shared = await mkdtemp(path.join(tmpdir(), 'beredd-shared-'));
});
afterEach(async () => {
  await rm(folder, { recursive: true });
  await rm(shared, { recursive: true });
});

async function pack(name: string, content: string | Uint8Array): Promise<string> {
  const file = path.join(folder, name);
  await writeFile(file, content);
  return file;
}

describe('publishing a pack to a folder', () => {
  test('copies it, reads it back, and tells its progress', async () => {
    const source = await pack('a.beredd', Buffer.alloc(2_500_000, 'x'));
    const told: number[] = [];
    const published = valueOf(
      await publishPack(source, shared, 'Kallelse.beredd', { onProgress: (done) => told.push(done) }),
    );
    expect(published.file).toBe(path.join(shared, 'Kallelse.beredd'));
    expect(Buffer.compare(await readFile(published.file), await readFile(source))).toBe(0);
    expect(told.at(-1)).toBe(2_500_000);
  });

  test('changes nothing when the same pack lies there already', async () => {
    const source = await pack('a.beredd', 'one');
    valueOf(await publishPack(source, shared, 'K.beredd'));
    valueOf(await publishPack(source, shared, 'K.beredd'));
    expect(await readdir(shared)).toEqual(['K.beredd']);
  });

  test('keeps another pack of the same name and takes a number', async () => {
    valueOf(await publishPack(await pack('a.beredd', 'one'), shared, 'K.beredd'));
    const second = valueOf(await publishPack(await pack('b.beredd', 'two'), shared, 'K.beredd'));
    expect(path.basename(second.file)).toBe('K (2).beredd');
    expect(await readFile(path.join(shared, 'K.beredd'), 'utf8')).toBe('one');
  });

  test('says that a folder is gone', async () => {
    const published = await publishPack(await pack('a.beredd', 'one'), path.join(shared, 'no'), 'K.beredd');
    expect(failureOf(published).code).toBe('watchedFolderGone');
  });

  test('leaves no half file when the disk fills', async () => {
    const published = await publishPack(await pack('a.beredd', 'one'), shared, 'K.beredd', {
      createFile: async (name) => ({
        ...(await createDurableFile(name)),
        write: () => Promise.reject(Object.assign(new Error('full'), { code: 'ENOSPC' })),
      }),
    });
    expect(failureOf(published).code).toBe('diskFull');
    expect(await readdir(shared)).toEqual([]);
  });

  test('gives no name to a copy that reads back otherwise', async () => {
    const published = await publishPack(await pack('a.beredd', 'one'), shared, 'K.beredd', {
      createFile: async (name) => {
        const file = await createDurableFile(name);
        return {
          ...file,
          write: (bytes, offset) =>
            file.write(
              bytes.map((byte) => byte ^ 1),
              offset,
            ),
        };
      },
    });
    expect(failureOf(published).code).toBe('packDocumentDamaged');
    expect(await readdir(shared)).toEqual([]);
  });

  test('stops when it is cancelled and leaves nothing', async () => {
    const controller = new AbortController();
    controller.abort();
    const published = await publishPack(await pack('a.beredd', 'one'), shared, 'K.beredd', {
      signal: controller.signal,
    });
    expect(failureOf(published).code).toBe('cancelled');
    expect(await readdir(shared)).toEqual([]);
  });
});
