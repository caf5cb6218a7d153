import { mkdtemp, readdir, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { createAnnotatedCopies } from '../../../electron/annotatedCopy/copyClient.ts';
import type { CopyReply } from '../../../electron/annotatedCopy/copyMessages.ts';
import type { PackChannel } from '../../../electron/packs/packChannel.ts';
import { failureOf, valueOf } from '../../support/packReading.ts';

let folder: string;
beforeEach(async () => {
  folder = await mkdtemp(path.join(tmpdir(), 'beredd-copies-'));
});
afterEach(() => rm(folder, { recursive: true }));

/** A process that answers, and like a real one is gone as soon as it is stopped. */
function channelThat(answers: (message: { output?: string }) => Promise<CopyReply | 'dies'>): PackChannel {
  let tell: (message: unknown) => void = () => undefined;
  let gone: (why: string) => void = () => undefined;
  return {
    send: (message) =>
      void answers(message as { output?: string }).then((reply) =>
        reply === 'dies' ? gone('killed') : tell(reply),
      ),
    onMessage: (listener) => (tell = listener),
    onGone: (listener) => (gone = listener),
    stop: () => {
      gone('exit code 0');
      return Promise.resolve();
    },
  };
}

const writing = channelThatWrites();
function channelThatWrites(): () => PackChannel {
  return () =>
    channelThat(async ({ output = '' }) => {
      await writeFile(output, 'copy');
      return { kind: 'written', markCount: 3 };
    });
}

describe('annotated copies', () => {
  test('are there under their name when the process has answered, whatever becomes of it then', async () => {
    const copies = createAnnotatedCopies(writing, 'wasm');
    const made = valueOf(await copies.write('a.pdf', path.join(folder, 'A.pdf'), []));
    expect(made.markCount).toBe(3);
    expect(await readdir(folder)).toEqual(['A.pdf']);
  });

  test('never replace a file of that name', async () => {
    await writeFile(path.join(folder, 'A.pdf'), 'mine');
    const made = await createAnnotatedCopies(writing, 'wasm').write('a.pdf', path.join(folder, 'A.pdf'), []);
    expect(failureOf(made)).toMatchObject({ code: 'fileExists', file: 'A.pdf' });
    expect(await readdir(folder)).toEqual(['A.pdf']);
  });

  test('fail with the name of the file that the process dies of', async () => {
    const copies = createAnnotatedCopies(() => channelThat(() => Promise.resolve('dies')), 'wasm');
    expect(failureOf(await copies.read('/somewhere/evil.pdf'))).toEqual({
      code: 'documentDamaged',
      file: 'evil.pdf',
    });
  });
});
