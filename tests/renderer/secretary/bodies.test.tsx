import { act, fireEvent, screen, within } from '@testing-library/react';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { failure } from '../../../core/errors.ts';
import { go } from '../../../renderer/app/appStore.ts';
import { initialSecretaryStore, useSecretary } from '../../../renderer/app/secretary/secretaryStore.ts';
import { BodySession } from '../../../renderer/features/secretary/bodies/BodySession.ts';
import type { FakeDrafts } from '../../support/fakeDrafts.ts';
import { createFakeDrafts } from '../../support/fakeDrafts.ts';
import { testId } from '../../support/libraryBuilders.ts';
import { openWindow, settle } from '../../support/openWindow.tsx';
import { sampleBody } from './secretaryBuilders.ts';

afterEach(() => useSecretary.setState(initialSecretaryStore));

async function openBodies(bodyId: string | null): Promise<FakeDrafts> {
  const fake = createFakeDrafts([], bodyId === null ? [] : [sampleBody]);
  await openWindow({ answers: { drafts: fake.drafts } });
  act(() => go({ name: 'bodies', bodyId }));
  await settle();
  await settle();
  return fake;
}
const leave = async (): Promise<void> => {
  fireEvent.click(screen.getByRole('button', { name: 'Till nämnderna' }));
  await settle();
};

describe('the register of bodies', () => {
  it('explains itself when it is empty, and takes a body in', async () => {
    const fake = await openBodies(null);
    expect(screen.getByRole('heading', { name: 'Inga nämnder inlagda än' })).toBeTruthy();
    fireEvent.click(screen.getByRole('button', { name: 'Lägg till nämnd' }));
    fireEvent.change(await screen.findByLabelText('Nämndens namn'), { target: { value: 'Bygg' } });
    fireEvent.click(screen.getByRole('button', { name: 'Lägg till' }));
    await settle();
    expect(fake.bodies().map(({ body }) => body.name)).toEqual(['Bygg']);
    expect(screen.getByRole('heading', { level: 1 }).textContent).toBe('Bygg');
    // What the law does not say is not filled in.
    expect(screen.getByLabelText(/Kallelsen framme/)).toHaveProperty('value', '');
  });

  it('asks where the rule of the summons stands, and stores both', async () => {
    const fake = await openBodies(testId(900));
    const source = screen.getByLabelText('Enligt');
    fireEvent.change(source, { target: { value: '' } });
    expect(screen.getByText('Skriv var regeln står')).toBeTruthy();
    fireEvent.change(source, { target: { value: 'Reglemente 14 §' } });
    fireEvent.change(screen.getByLabelText(/Kallelsen framme/), { target: { value: 'sju' } });
    expect(screen.getByText('Skriv ett helt antal dagar')).toBeTruthy();
    fireEvent.change(screen.getByLabelText(/Kallelsen framme/), { target: { value: '8' } });
    await leave();
    expect(fake.bodies()[0]?.settings).toMatchObject({ summonsDays: 8, summonsSource: 'Reglemente 14 §' });
  });

  it('takes pasted people in; those known keep who they are', async () => {
    const fake = await openBodies(testId(900));
    fireEvent.click(screen.getByRole('button', { name: 'Klistra in lista …' }));
    const text = 'maja lind;M;ordförande\nEva Falk;S;ersättare\n;C;ledamot';
    fireEvent.change(await screen.findByLabelText('En person på varje rad'), { target: { value: text } });
    expect(within(screen.getByRole('list', { name: 'Rader att se över' })).getByText('Rad 3')).toBeTruthy();
    fireEvent.click(screen.getByRole('radio', { name: /Ersätts/ }));
    fireEvent.click(screen.getByRole('button', { name: 'Ta med' }));
    await leave();
    const members = fake.bodies()[0]?.body.roster?.members ?? [];
    expect(members.map(({ name, party }) => `${name} ${party}`)).toEqual(['maja lind M', 'Eva Falk S']);
    expect(members[0]?.id).toBe(testId(901));
  });

  it('sets up a call-in order for the parties and asks where it was decided', async () => {
    const fake = await openBodies(testId(900));
    fireEvent.click(screen.getByRole('button', { name: 'Lägg upp för partierna' }));
    expect(screen.getByText('Skriv var ordningen är beslutad')).toBeTruthy();
    await leave();
    expect(fake.bodies()[0]?.body.roster?.callIn).toEqual([
      { party: 'C', then: ['S'] },
      { party: 'S', then: ['C'] },
    ]);
  });

  it('is not called saved while it is not on the disk', async () => {
    vi.useFakeTimers();
    let isFull = true;
    const save = vi.fn(() =>
      Promise.resolve(
        isFull ? failure('diskFull', { file: 'bodies.json' }) : { ok: true as const, value: [] },
      ),
    );
    const session = new BodySession(sampleBody, save);
    session.change((entry) => ({ ...entry, body: { ...entry.body, name: 'Bygg' } }));
    expect(session.store.getState().saving).toBe('saving');
    await vi.advanceTimersByTimeAsync(600);
    expect(session.store.getState()).toMatchObject({ saving: 'failed', error: { code: 'diskFull' } });
    isFull = false;
    await session.flush();
    expect(session.store.getState()).toMatchObject({ saving: 'saved', error: null });
    expect(save).toHaveBeenCalledTimes(2);
    vi.useRealTimers();
  });
});
