import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import type { Client } from '../../../core/contract.ts';
import type { DraftEdit } from '../../../core/draft/draftEdit.ts';
import type { Result } from '../../../core/errors.ts';
import { failure, ok } from '../../../core/errors.ts';
import { DraftSession } from '../../../renderer/features/secretary/session/DraftSession.ts';
import { createFakeDrafts } from '../../support/fakeDrafts.ts';
import { testId } from '../../support/libraryBuilders.ts';
import { sampleDraft } from './secretaryBuilders.ts';

const titled = (title: string): DraftEdit => ({ do: 'setItem', itemId: testId(2), patch: { title } });

async function opened(changes: Partial<Client['drafts']> = {}) {
  const fake = createFakeDrafts([sampleDraft()]);
  const client = { ...fake.drafts, ...changes };
  const session = new DraftSession(testId(800), () => client);
  await session.open();
  const title = (): string => fake.draft(testId(800)).items[1]?.title ?? '';
  return { fake, session, title, state: () => session.store.getState() };
}

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

describe('a draft on screen', () => {
  it('stores what is typed after a pause, and says so only then', async () => {
    const { session, title, state } = await opened();
    session.type('title', () => titled('Budget 2028'));
    expect(state().saving).toBe('saving');
    expect(title()).toBe('Budget 2027');
    await vi.advanceTimersByTimeAsync(700);
    expect(title()).toBe('Budget 2028');
    expect(state().saving).toBe('saved');
  });

  it('stores at the latest after three seconds of typing without a pause', async () => {
    const { session, title } = await opened();
    for (let second = 0; second < 8; second++) {
      session.type('title', () => titled(`Budget ${second}`));
      await vi.advanceTimersByTimeAsync(500);
    }
    expect(title()).not.toBe('Budget 2027');
  });

  it('stores what is typed before anything else that is done', async () => {
    const { session, fake } = await opened();
    session.type('title', () => titled('Budget 2028'));
    await session.edit({ do: 'moveItem', itemId: testId(2), parent: null, at: 0 });
    expect(fake.draft(testId(800)).items[0]?.title).toBe('Budget 2028');
    await session.undo();
    expect(fake.draft(testId(800)).items[1]?.title).toBe('Budget 2028');
  });

  it('keeps what could not be stored, says so, and stores it when it is tried again', async () => {
    let isFull = true;
    const fake = createFakeDrafts([sampleDraft()]);
    const { session, state } = await opened({
      ...fake.drafts,
      edit: (order) =>
        isFull ? Promise.resolve(failure('diskFull', { file: 'draft.json' })) : fake.drafts.edit(order),
    });
    expect(await session.edit(titled('Budget 2028'))).toBe(false);
    expect(state()).toMatchObject({ saving: 'failed', saveError: { code: 'diskFull' } });
    isFull = false;
    await session.tryAgain();
    expect(state()).toMatchObject({ saving: 'saved', saveError: null });
    expect(fake.draft(testId(800)).items[1]?.title).toBe('Budget 2028');
  });

  it('does not try again what the draft refuses', async () => {
    const { session, state } = await opened();
    await session.edit({ do: 'removeItem', itemId: testId(999) });
    expect(state()).toMatchObject({ saving: 'saved', saveError: { code: 'draftEdit' } });
  });

  it('keeps the objects of parts that did not change', async () => {
    const { session, state } = await opened();
    const before = state().view?.draft.items ?? [];
    await session.edit(titled('Budget 2028'));
    const after = state().view?.draft.items ?? [];
    expect(after[0]).toBe(before[0]);
    expect(after[2]).toBe(before[2]);
    expect(after[1]).not.toBe(before[1]);
  });

  it('shows work on files with its progress until it ends', async () => {
    const { session, state } = await opened();
    let finish = (): void => {};
    const work = session.work(
      (job) =>
        new Promise<Result<void>>((resolve) => {
          session.takeProgress({ job, phase: 'converting', done: 3, total: 9, file: 'a.docx' });
          finish = () => resolve(ok(undefined));
        }),
    );
    await vi.advanceTimersByTimeAsync(0);
    expect(state().jobs).toMatchObject([{ phase: 'converting', done: 3 }]);
    finish();
    await work;
    expect(state().jobs).toEqual([]);
  });
});
