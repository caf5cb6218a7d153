import { createHash } from 'node:crypto';
import { mkdtemp, readFile, readdir, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { build } from 'vite';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import type { PackChannel } from '../../../electron/packs/packChannel.ts';
import { inProcessChannel, workerChannel } from '../../../electron/packs/packChannel.ts';
import type { PackClient } from '../../../electron/packs/packClient.ts';
import { createPackClient } from '../../../electron/packs/packClient.ts';
import { buildTestPack } from '../../support/packBuilder.ts';
import { failureOf, valueOf } from '../../support/packReading.ts';
import { testManifest } from '../../support/testManifest.ts';
import { testSigner } from '../../support/testSigner.ts';

let folder: string;
let built: string;
let client: PackClient;

beforeAll(async () => {
  built = await mkdtemp(path.join(tmpdir(), 'beredd-process-'));
  await build({
    configFile: false,
    logLevel: 'error',
    ssr: { noExternal: true },
    build: {
      ssr: path.resolve(import.meta.dirname, '../../../electron/packs/packProcess.ts'),
      outDir: built,
      emptyOutDir: true,
      rolldownOptions: { output: { entryFileNames: 'packProcess.mjs' } },
    },
  });
}, 30_000);
afterAll(() => rm(built, { recursive: true }));
beforeEach(async () => {
  folder = await mkdtemp(path.join(tmpdir(), 'beredd-client-'));
});
afterEach(async () => {
  await client.stop();
  await rm(folder, { recursive: true });
});

const digest = (bytes: Uint8Array): string => createHash('sha256').update(bytes).digest('hex');
const megabytes = (count: number): Uint8Array => Buffer.alloc(count * 1024 * 1024, 'x');
const ways: readonly [string, () => PackChannel][] = [
  ['on this thread', inProcessChannel],
  ['in a worker thread', () => workerChannel(path.join(built, 'packProcess.mjs'))],
];

describe.each(ways)('the pack client %s', (_way, connect) => {
  beforeEach(() => {
    client = createPackClient(connect);
  });

  test('opens, extracts and closes like the reader itself', async () => {
    const pack = await buildTestPack({ folder });
    const opened = valueOf(await client.openPack(pack.file));
    expect(opened.manifest).toEqual(pack.manifest);
    expect(digest(opened.manifestBytes)).toBe(pack.manifestSha256);
    expect(opened.carried.size).toBe(2);
    for (const sha256 of opened.carried) {
      valueOf(await opened.extractDocument(sha256, path.join(folder, sha256)));
      expect(digest(await readFile(path.join(folder, sha256)))).toBe(sha256);
    }
    await opened.close();
    await expect(opened.extractDocument('a'.repeat(64), path.join(folder, 'x'))).rejects.toThrow(
      'no open pack',
    );
  });

  test('writes the same pack as the writer itself, with its progress', async () => {
    const direct = await buildTestPack({ folder });
    const told: number[] = [];
    const written = valueOf(
      await client.writePack(
        path.join(folder, 'remote.beredd'),
        { ...testManifest(), signer: testSigner() },
        { onProgress: (done) => told.push(done) },
      ),
    );
    expect(written.manifestSha256).toBe(direct.manifestSha256);
    expect(told.at(-1)).toBeGreaterThan(0);
    expect(digest(await readFile(path.join(folder, 'remote.beredd')))).toBe(
      digest(await readFile(direct.file)),
    );
  });

  test('leaves nothing behind when writing is cancelled', async () => {
    const controller = new AbortController();
    controller.abort();
    const written = await client.writePack(
      path.join(folder, 'never.beredd'),
      { ...testManifest(), signer: testSigner() },
      { signal: controller.signal },
    );
    expect(failureOf(written).code).toBe('cancelled');
    expect(await readdir(folder)).toEqual([]);
  });

  test('gives failures back as values', async () => {
    expect(failureOf(await client.openPack(path.join(folder, 'gone.beredd')))).toEqual({
      code: 'packUnreadable',
      file: 'gone.beredd',
      detail: { reason: 'ENOENT' },
    });
    expect(failureOf(await client.verifyPack(folder, {})).code).toBe('packUnreadable');
  });

  test('verifies several packs at once and tells each its own progress', async () => {
    const sizes = [1, 3, 2];
    const totals = await Promise.all(
      sizes.map(async (size) => {
        const pack = await buildTestPack({
          folder,
          name: `${size}.beredd`,
          agenda: [{ documents: [{ bytes: megabytes(size) }] }],
        });
        let last = [0, 0];
        const report = valueOf(
          await client.verifyPack(pack.file, { onProgress: (...progress) => (last = progress) }),
        );
        expect(report).toEqual({ bytes: pack.bytes, documents: 1, damaged: [] });
        expect(last).toEqual([pack.bytes, pack.bytes]);
        return pack.bytes;
      }),
    );
    expect(new Set(totals).size).toBe(3);
  });

  test('cancels a verification and an extraction', async () => {
    const bytes = megabytes(48);
    const pack = await buildTestPack({ folder, agenda: [{ documents: [{ bytes }] }] });
    const stop = new AbortController();
    const verification = client.verifyPack(pack.file, {
      signal: stop.signal,
      onProgress: () => stop.abort(),
    });
    expect(failureOf(await verification)).toMatchObject({ code: 'cancelled' });
    expect(failureOf(await client.verifyPack(pack.file, { signal: stop.signal })).code).toBe('cancelled');
    const opened = valueOf(await client.openPack(pack.file));
    const stopExtraction = new AbortController();
    const extraction = opened.extractDocument(digest(bytes), path.join(folder, 'out'), stopExtraction.signal);
    stopExtraction.abort();
    expect(failureOf(await extraction).code).toBe('cancelled');
    expect(await readdir(folder)).toEqual(['kallelse.beredd']);
  });

  test('starts again after it was stopped', async () => {
    const pack = await buildTestPack({ folder });
    await valueOf(await client.openPack(pack.file)).close();
    await client.stop();
    await valueOf(await client.openPack(pack.file)).close();
  });
});

describe('a process that dies', () => {
  test('fails what it was doing and is replaced at the next call', async () => {
    const pack = await buildTestPack({ folder });
    let dies = true;
    const connect = (): PackChannel => {
      const channel = inProcessChannel();
      if (!dies) return channel;
      dies = false;
      let gone: (why: string) => void = () => undefined;
      return {
        ...channel,
        send: () => queueMicrotask(() => gone('exit code 9')),
        onGone: (listener) => (gone = listener),
      };
    };
    client = createPackClient(connect);
    await expect(client.openPack(pack.file)).rejects.toThrow('the pack process is gone: exit code 9');
    await valueOf(await client.openPack(pack.file)).close();
  });

  test('takes no message that is none of ours', () => {
    client = createPackClient(inProcessChannel);
    expect(() => inProcessChannel().send({ kind: 'format-disk', job: 1 })).toThrow();
    expect(() => inProcessChannel().send({ kind: 'open', job: 1, file: 'x', more: 1 })).toThrow();
  });
});
