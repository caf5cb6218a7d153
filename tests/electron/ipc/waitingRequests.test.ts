import { describe, expect, it } from 'vitest';
import type { Result } from '../../../core/errors.ts';
import { ok } from '../../../core/errors.ts';
import { waitingRequests } from '../../../electron/ipc/waitingRequests.ts';

type Ask = (event: string, args: unknown) => Promise<Result<unknown>>;

function window() {
  const bound = new Map<string, Ask>();
  const requests = waitingRequests<string>(['library.view', 'app.state'], (channel, listener) => {
    bound.set(channel, listener);
  });
  const ask = (channel: string, args?: unknown): Promise<unknown> =>
    bound.get(channel)?.('event', args) ?? Promise.reject(new Error(`not listened to: ${channel}`));
  return { requests, ask };
}

describe('requests that come before there is anything that answers', () => {
  it('wait, and are answered with what they were asked with', async () => {
    const { requests, ask } = window();
    const early = ask('library.view', 7);
    requests.answer('library.view', (event, args) => Promise.resolve(ok([event, args])));
    const first = await Promise.race([early, Promise.resolve('still waiting')]);
    expect(first).toBe('still waiting');
    requests.open();
    expect(await early).toEqual(ok(['event', 7]));
  });

  it('go to what was bound last', async () => {
    const { requests, ask } = window();
    requests.answer('app.state', () => Promise.resolve(ok('refused')));
    requests.open();
    requests.answer('app.state', () => Promise.resolve(ok('opened')));
    expect(await ask('app.state')).toEqual(ok('opened'));
  });

  it('fail loudly when nothing was bound for them', async () => {
    const { requests, ask } = window();
    requests.open();
    await expect(ask('library.view')).rejects.toThrow('library.view');
  });
});
