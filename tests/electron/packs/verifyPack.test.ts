import { mkdtemp, open, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { verifyPack } from '../../../electron/packs/verifyPack.ts';
import { buildTestPack } from '../../support/packBuilder.ts';
import { failureOf, valueOf } from '../../support/packReading.ts';

let folder: string;
beforeEach(async () => {
  folder = await mkdtemp(path.join(tmpdir(), 'beredd-verify-'));
});
afterEach(() => rm(folder, { recursive: true }));

const megabytes = (count: number, fill: number): Uint8Array => Buffer.alloc(count * 1024 * 1024 + 5, fill);

async function overwrite(file: string, offset: number): Promise<void> {
  const handle = await open(file, 'r+');
  await handle.write(Buffer.from('!'), 0, 1, offset);
  await handle.close();
}

test('reads every byte and tells how far it has come, up to the whole file', async () => {
  const pack = await buildTestPack({
    folder,
    agenda: [{ documents: [{ bytes: megabytes(3, 1) }, { bytes: megabytes(1, 2) }] }],
  });
  const steps: number[] = [];
  const report = valueOf(
    await verifyPack(pack.file, {
      onProgress: (done, total) => {
        expect(total).toBe(pack.bytes);
        steps.push(done);
      },
    }),
  );
  expect(report).toEqual({ bytes: pack.bytes, documents: 2, damaged: [] });
  expect(steps).toEqual([...steps].sort((a, b) => a - b));
  expect(steps.at(-1)).toBe(pack.bytes);
});

test('names every damaged document, README included, and no other', async () => {
  const pack = await buildTestPack({
    folder,
    agenda: [{ documents: [1, 2, 3].map((fill) => ({ bytes: megabytes(2, fill) })) }],
  });
  await overwrite(pack.file, 200);
  await overwrite(pack.file, pack.bytes - 1024 * 1024);
  const report = valueOf(await verifyPack(pack.file, {}));
  expect(report.damaged).toEqual(['README.txt', pack.manifest.files[3]?.path]);
});

test('stops within one chunk when told to', async () => {
  const pack = await buildTestPack({ folder, agenda: [{ documents: [{ bytes: megabytes(8, 1) }] }] });
  const stop = new AbortController();
  let last = 0;
  const verification = verifyPack(pack.file, {
    signal: stop.signal,
    onProgress: (done) => {
      last = done;
      if (done > 2 * 1024 * 1024) stop.abort();
    },
  });
  expect(failureOf(await verification)).toEqual({ code: 'cancelled', file: 'kallelse.beredd' });
  expect(last).toBeLessThan(4 * 1024 * 1024);
});

test('refuses what cannot be opened, naming the file', async () => {
  const error = failureOf(await verifyPack(path.join(folder, 'gone.beredd'), {}));
  expect(error).toMatchObject({ code: 'packUnreadable', file: 'gone.beredd' });
});
