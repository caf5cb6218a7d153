import { fireEvent, screen, within } from '@testing-library/react';
import { describe, expect, it } from 'vitest';
import { ok } from '../../../core/errors.ts';
import type { MeetingPeopleView, PeopleView } from '../../../core/exchange/peopleViews.ts';
import type { FakeAnswers } from '../../support/fakeClient.ts';
import { samplePeopleView } from '../../support/fakeClient.ts';
import { sampleMeeting, testId } from '../../support/libraryBuilders.ts';
import { openWindow, settle } from '../../support/openWindow.tsx';

const words = ['kalv', 'snölykta', 'intervju', 'spel', 'ärtsoppa', 'gyllene'];
const people: PeopleView = samplePeopleView({
  people: [
    {
      person: testId(1),
      name: 'Alva Ödmark',
      roles: [],
      bodyNames: ['Kommunstyrelsen'],
      issued: '2026-11-02T08:00:00+01:00',
      words,
      compared: null,
      member: null,
    },
  ],
  members: [
    { id: testId(11), name: 'Alva Ödmark', party: 'Bygdepartiet', bodyName: 'Kommunstyrelsen', card: 'none' },
  ],
  keys: [{ keyId: 'RWkey', name: 'Kommunkansliet', words, needsPassphrase: true }],
  asksPassphrase: 'unlock',
});

const meeting: MeetingPeopleView = {
  meetingId: testId(21),
  title: 'Kommunstyrelsen',
  start: '2026-12-01T13:00:00+01:00',
  revision: 3,
  sealedItems: [{ id: testId(31), number: '9', title: 'Sekretessärende' }],
  rows: [
    {
      member: testId(11),
      name: 'Alva Ödmark',
      party: 'Bygdepartiet',
      role: 'chair',
      card: 'compared',
      issued: '2026-11-24T09:30:00+01:00',
      openedRevision: 3,
      opened: '2026-11-25T08:00:00+01:00',
      disposed: null,
      maySee: [testId(31)],
    },
    {
      member: testId(12),
      name: 'Bo Lind',
      party: 'Samling Granåsa',
      role: 'substitute',
      card: 'compared',
      issued: '2026-11-24T09:30:00+01:00',
      openedRevision: null,
      opened: null,
      disposed: null,
      maySee: [],
    },
  ],
};

async function openPeople(answers: FakeAnswers['people'] = {}) {
  const fake = await openWindow({
    view: { meetings: [sampleMeeting({ meetingId: testId(21) })] },
    answers: {
      people: {
        view: () => Promise.resolve(ok(people)),
        meeting: () => Promise.resolve(ok(meeting)),
        ...answers,
      },
    },
  });
  fireEvent.click(screen.getByRole('button', { name: 'Personer' }));
  await settle();
  return fake;
}

describe('the screen of people', () => {
  it('has the six words compared once, and puts a card away when they differ', async () => {
    const fake = await openPeople();
    fireEvent.click(screen.getByRole('button', { name: 'Jämför de sex orden' }));
    await settle();
    const dialog = within(screen.getByRole('dialog'));
    for (const word of words) expect(dialog.getByText(word)).toBeTruthy();
    fireEvent.click(dialog.getByRole('button', { name: 'De stämmer inte' }));
    await settle();
    expect(fake.calls.find(({ name }) => name === 'people.confirm')?.args).toEqual({
      person: testId(1),
      matches: false,
    });
    expect(screen.getByText(/Kortet är borttaget/)).toBeTruthy();
  });

  it('tells of each file that came in what became of it', async () => {
    const fake = await openPeople();
    fake.emit('people.taken', {
      outcomes: [
        { file: 'a.beredd-receipt', kind: 'receipt', name: 'Alva Ödmark', revision: 3, disposed: false },
        { file: 'b.beredd-card', kind: 'refused', error: { code: 'exchangeForged', file: 'b.beredd-card' } },
      ],
    });
    await settle();
    expect(screen.getByText('Alva Ödmark har öppnat revidering 3.')).toBeTruthy();
    expect(screen.getByText('b.beredd-card är ändrad eller förfalskad')).toBeTruthy();
  });

  it('shows per person what was opened and may be seen, and writes a key letter for who may not', async () => {
    const fake = await openPeople({ writeLetter: () => Promise.resolve(ok({ file: '/tmp/bo.beredd-key' })) });
    const row = (name: RegExp) => within(screen.getByRole('row', { name }));
    expect(row(/Alva Ödmark/).getByText(/Revidering 3, /)).toBeTruthy();
    expect(row(/Alva Ödmark/).getByText('Får se')).toBeTruthy();
    expect(row(/Bo Lind/).getByText('Får inte se')).toBeTruthy();
    fireEvent.click(row(/Bo Lind/).getByRole('button', { name: 'Skriv nyckelbrev' }));
    await settle();
    const dialog = within(screen.getByRole('dialog'));
    fireEvent.change(dialog.getByLabelText('Lösenfras för den här datorns nycklar'), {
      target: { value: 'korp valross' },
    });
    fireEvent.click(dialog.getByRole('button', { name: 'Spara nyckelbrevet' }));
    await settle();
    expect(fake.calls.find(({ name }) => name === 'people.writeLetter')?.args).toEqual({
      meetingId: testId(21),
      itemId: testId(31),
      member: testId(12),
      keyId: 'RWkey',
      passphrase: 'korp valross',
    });
    expect(screen.getByText('Nyckelbrevet är sparat. Skicka det till Bo Lind.')).toBeTruthy();
  });

  it('signs a new list with the root’s file when a signer is removed', async () => {
    const signer = { key: 'RWkey', name: 'Kommunkansliet', from: '2026-01-01', to: null, removed: null };
    const municipality = {
      name: 'Granåsa kommun',
      rootKey: 'RWroot',
      words,
      version: 4,
      signers: [{ ...signer, words }],
    };
    const fake = await openPeople({
      view: () => Promise.resolve(ok({ ...people, municipality })),
      setSigners: () => Promise.resolve(ok({ ...people, municipality })),
    });
    fireEvent.click(screen.getByRole('button', { name: 'Ta bort ur listan' }));
    await settle();
    const dialog = within(screen.getByRole('dialog'));
    expect(dialog.getByText(/Listan får version 5/)).toBeTruthy();
    fireEvent.change(dialog.getByLabelText('Gäller inte längre sedan'), {
      target: { value: '2026-11-20T08:30' },
    });
    fireEvent.change(dialog.getByLabelText('Rotnyckelns lösenfras'), { target: { value: 'rotens fras' } });
    fireEvent.click(dialog.getByRole('button', { name: 'Välj rotnyckelns fil' }));
    await settle();
    expect(fake.calls.find(({ name }) => name === 'people.setSigners')?.args).toMatchObject({
      passphrase: 'rotens fras',
      signers: [{ key: 'RWkey', removed: '2026-11-20T07:30:00.000Z' }],
    });
  });
});
