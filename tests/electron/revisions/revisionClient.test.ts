import { describe, expect, it } from 'vitest';
import type { PackChannel } from '../../../electron/packs/packChannel.ts';
import { createRevisionClient } from '../../../electron/revisions/revisionClient.ts';
import type { RevisionReply, RevisionRequest } from '../../../electron/revisions/revisionMessages.ts';

/** A process that does what the test says. */
function scriptedProcesses() {
  const processes: {
    sent: RevisionRequest[];
    reply: (reply: RevisionReply) => void;
    die: () => void;
  }[] = [];
  const connect = (): PackChannel => {
    let onMessage: (message: unknown) => void = () => undefined;
    let onGone: (why: string) => void = () => undefined;
    const sent: RevisionRequest[] = [];
    processes.push({ sent, reply: (reply) => onMessage(reply), die: () => onGone('killed') });
    return {
      // What the client sends is made of these types.
      send: (message) => void sent.push(message as RevisionRequest),
      onMessage: (listener) => {
        onMessage = listener;
      },
      onGone: (listener) => {
        onGone = listener;
      },
      stop: () => Promise.resolve(),
    };
  };
  const reported: unknown[] = [];
  const client = createRevisionClient({
    connect,
    begin: { wasmFile: 'pdfium.wasm', folder: 'text', version: '1' },
    report: (error) => reported.push(error),
  });
  return { client, processes, reported };
}

const sha256 = 'a'.repeat(64);
const noProgress = (): void => undefined;

describe('the process that holds revisions against each other', () => {
  it('is replaced when it dies on a page; the page is passed over and what was asked is asked again', async () => {
    const { client, processes } = scriptedProcesses();
    const answer = client.place('job', [], [], noProgress);
    processes[0]?.reply({ kind: 'reading', sha256, page: 7 });
    processes[0]?.die();
    expect(processes[1]?.sent).toMatchObject([
      { kind: 'begin', skipped: [{ sha256, page: 7 }] },
      { kind: 'place', job: 'job' },
    ]);
    processes[1]?.reply({ kind: 'placed', job: 'job', notes: [] });
    expect(await answer).toEqual({ ok: true, value: [] });
  });

  it('is given up when it never stays', async () => {
    const { client, processes, reported } = scriptedProcesses();
    const answer = client.place('job', [], [], noProgress);
    for (let at = 0; at < 6; at += 1) processes[at]?.die();
    expect(await answer).toMatchObject({ ok: false, error: { code: 'unexpected' } });
    expect(reported).toHaveLength(1);
  });

  it('ends a job at once when it is cancelled, and tells progress until then', async () => {
    const { client, processes } = scriptedProcesses();
    const progress: number[] = [];
    const answer = client.place('job', [], [], (done) => progress.push(done));
    processes[0]?.reply({ kind: 'progress', job: 'job', done: 3, total: 9 });
    client.cancel('job');
    expect(await answer).toMatchObject({ error: { code: 'cancelled' } });
    expect(processes[0]?.sent.at(-1)).toEqual({ kind: 'cancel', job: 'job' });
    expect(progress).toEqual([3]);
  });
});
