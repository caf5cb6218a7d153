import { beforeEach, describe, expect, it } from 'vitest';
import type { PackChannel } from '../../../electron/packs/packChannel.ts';
import { compose } from '../../../electron/print/composeClient.ts';
import type { ComposeReply, ComposeRequest } from '../../../electron/print/composeMessages.ts';
import { request, textPart } from './composeScene.ts';

type Behaviour = (
  asked: ComposeRequest,
  reply: (reply: ComposeReply) => void,
  die: (why: string) => void,
) => void;

let attempts: ComposeRequest[];
let stopped: number;
let reported: unknown[];

beforeEach(() => {
  attempts = [];
  stopped = 0;
  reported = [];
});

/** A process for each attempt, which behaves as told. */
function start(behave: Behaviour, signal = new AbortController().signal) {
  const connect = (): PackChannel => {
    let listen: (message: unknown) => void = () => undefined;
    let gone: (why: string) => void = () => undefined;
    return {
      onMessage: (listener) => (listen = listener),
      onGone: (listener) => (gone = listener),
      send: (message) => {
        const asked = message as ComposeRequest;
        attempts.push(asked);
        queueMicrotask(() => behave(asked, listen, gone));
      },
      stop: () => {
        stopped += 1;
        return Promise.resolve();
      },
    };
  };
  const {
    kind: _kind,
    skipped: _skipped,
    ...order
  } = request('/profil', { parts: [textPart('a'), textPart('b')] });
  return compose(order, {
    connect,
    signal,
    onWorking: () => undefined,
    report: (error) => reported.push(error),
    patienceMs: 40,
    patienceForPageMs: 1,
  });
}

const done: ComposeReply = { kind: 'done', sheetCount: 2, leftOut: [] };
const at = (part: number | null): ComposeReply => ({ kind: 'working', part, done: 0, total: 2 });
const skips = () => attempts.map(({ skipped }) => skipped.map(({ part, code }) => `${part} ${code}`));

describe('composing in a process of its own', () => {
  it('leaves out a document that the process hangs on', async () => {
    const composed = await start(({ skipped }, reply) => {
      if (skipped.length === 0) reply(at(1));
      else reply(done);
    });
    expect(composed).toEqual({ ok: true, value: { sheetCount: 2, leftOut: [] } });
    expect(skips()).toEqual([[], ['1 documentTooSlow']]);
    expect(stopped).toBe(2);
  });

  it('leaves out, one after the other, documents that it dies of or breaks on', async () => {
    await start(({ skipped }, reply, die) => {
      reply(at(skipped.length));
      if (skipped.length === 0) die('exit code 139');
      else if (skipped.length === 1) reply({ kind: 'crashed', stack: 'memory access out of bounds' });
      else reply(done);
    });
    expect(skips().at(-1)).toEqual(['0 documentDamaged', '1 documentDamaged']);
    expect(reported).toEqual([]);
  });

  it('gives up when it dies of the whole', async () => {
    const composed = await start((_asked, reply, die) => {
      reply(at(null));
      die('exit code 137');
    });
    expect(composed).toEqual({ ok: false, error: { code: 'printTooLarge' } });
    expect(attempts).toHaveLength(1);
    expect(reported).toHaveLength(1);
  });

  it('does not try for ever', async () => {
    const composed = await start((_asked, reply, die) => {
      reply(at(0));
      die('exit code 1');
    });
    expect(composed).toEqual({ ok: false, error: { code: 'printTooLarge' } });
    expect(attempts.length).toBeLessThan(20);
  });

  it('stops the process when it is cancelled', async () => {
    const controller = new AbortController();
    const composed = await start((_asked, reply) => {
      reply(at(0));
      controller.abort();
    }, controller.signal);
    expect(composed).toEqual({ ok: false, error: { code: 'cancelled' } });
    expect(stopped).toBe(1);
  });

  it('tells what the disk says', async () => {
    const composed = await start((_asked, reply) =>
      reply({ kind: 'failed', error: { code: 'diskFull', file: 'utskrift.pdf' } }),
    );
    expect(composed).toEqual({ ok: false, error: { code: 'diskFull', file: 'utskrift.pdf' } });
  });
});
