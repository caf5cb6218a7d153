import { describe, expect, it } from 'vitest';
import type { Handlers } from '../../../core/contract.ts';
import { failure, ok, type Result } from '../../../core/errors.ts';
import { bindHandlers } from '../../../electron/ipc/bind.ts';
import { isEventName, requestChannels } from '../../../electron/ipc/channels.ts';
import { appHandlers } from '../../../electron/ipc/app.ts';
import { refusingHandlers } from '../../../electron/ipc/refusedProfile.ts';
import { unsavedSettings } from '../../../electron/ipc/unsavedSettings.ts';

interface Asking {
  readonly trusted: boolean;
}

/** A binder over handlers that all fail as locked, with those of `app` working on unsaved settings. */
function bound(changed: Partial<Handlers['meeting']> = {}) {
  const listeners = new Map<string, (event: Asking, args: unknown) => Promise<Result<unknown>>>();
  const reported: unknown[] = [];
  const refusing = refusingHandlers({ code: 'profileLocked', file: '/profile' });
  const settings = unsavedSettings();
  const told: unknown[] = [];
  const app = appHandlers({
    ...settings,
    state: () => ({
      language: settings.settings().language ?? 'sv',
      theme: settings.settings().theme,
      layout: settings.settings().layout,
      version: '1.2.3',
      platform: 'linux',
      profile: { ok: true, folder: '/profile' },
    }),
    emit: (name, payload) => told.push([name, payload]),
    applySettings: (applied) => told.push(['applied', applied.language]),
    onStateAsked: () => undefined,
    openAgain: () => {
      told.push('opened again');
      return Promise.resolve();
    },
    keepAwake: () => undefined,
    onFirstPageDrawn: () => told.push('drawn'),
  });
  bindHandlers<Asking>(
    {
      ...refusing,
      app,
      links: { ask: () => Promise.resolve(failure('linkNotOpened')) },
      meeting: { ...refusing.meeting, ...changed },
    },
    {
      handle: (channel, listener) => listeners.set(channel, listener),
      isTrusted: ({ trusted }) => trusted,
      report: (channel, error) => reported.push([channel, error]),
    },
  );
  const ask = (channel: string, args?: unknown, trusted = true): Promise<Result<unknown>> => {
    const listener = listeners.get(channel);
    if (!listener) throw new Error(`nothing is bound to ${channel}`);
    return listener({ trusted }, args);
  };
  return { ask, reported, told, channels: [...listeners.keys()] };
}

const meetingId = '0b1f3c5e-7a2d-4f60-9c1e-5d4b3a2f1e0d';

describe('the binder', () => {
  it('binds every request of the contract and no event', () => {
    const { channels } = bound();
    expect(channels.toSorted()).toEqual(requestChannels.map(({ channel }) => channel).toSorted());
    expect(channels).toContain('notes.add');
    expect(channels.filter(isEventName)).toEqual([]);
    expect(isEventName('notes.changed')).toBe(true);
  });

  it('does not let a stranger ask, and calls no handler for it', async () => {
    let calls = 0;
    const open: Handlers['meeting']['open'] = () => {
      calls += 1;
      return Promise.resolve(failure('meetingUnknown'));
    };
    const { ask } = bound({ open });
    expect(await ask('meeting.open', { meetingId }, false)).toEqual(
      failure('invalidArgument', { detail: { rule: 'sender' } }),
    );
    expect(calls).toBe(0);
  });

  it('refuses arguments that the schema does not allow, names the place and never the value', async () => {
    const { ask } = bound();
    const answer = await ask('meeting.open', { meetingId: 'Anna Exempel' });
    expect(answer).toEqual(failure('invalidArgument', { detail: { rule: 'meetingId: uuid' } }));
    expect(JSON.stringify(answer)).not.toContain('Anna');
  });

  it('refuses arguments where none are wanted', async () => {
    expect(await bound().ask('library.view', {})).toMatchObject({ error: { code: 'invalidArgument' } });
  });

  it('hands failures of a handler on as they are', async () => {
    expect(await bound().ask('meeting.open', { meetingId })).toEqual(
      failure('profileLocked', { file: '/profile' }),
    );
  });

  it('turns a bug into "unexpected" and reports it with its cause', async () => {
    const bug = new TypeError('x is not a function');
    const { ask, reported } = bound({ open: () => Promise.reject(bug) });
    expect(await ask('meeting.open', { meetingId })).toEqual(failure('unexpected'));
    expect(reported).toEqual([['meeting.open', bug]]);
  });
});

describe('the handlers of app', () => {
  it('change language and tell everybody', async () => {
    const { ask, told } = bound();
    expect(await ask('app.setLanguage', { language: 'en' })).toMatchObject(ok({ language: 'en' }));
    expect(told).toEqual([
      ['applied', 'en'],
      ['app.stateChanged', expect.objectContaining({ language: 'en', version: '1.2.3' })],
    ]);
    expect(await ask('app.state')).toMatchObject(ok({ language: 'en', theme: 'system' }));
  });

  it('pass on that the first page is drawn', async () => {
    const { ask, told } = bound();
    await ask('app.firstPageDrawn');
    expect(told).toEqual(['drawn']);
  });
});
