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
  revisions: [
    { revision: 2, issued: '2026-11-23T09:30:00+01:00' },
    { revision: 3, issued: '2026-11-24T09:30:00+01:00' },
  ],
  sealedItems: [{ id: testId(31), number: '9', title: 'Sekretessärende' }],
  rows: [
    {
      member: testId(11),
      name: 'Alva Ödmark',
      party: 'Bygdepartiet',
      role: 'chair',
      card: 'compared',
      revisions: [
        { revision: 2, sent: '2026-11-23T10:00:00+01:00', opened: null },
        { revision: 3, sent: '2026-11-24T10:00:00+01:00', opened: '2026-11-25T08:00:00+01:00' },
      ],
      standing: 'confirmed',
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
      revisions: [
        { revision: 2, sent: null, opened: null },
        { revision: 3, sent: '2026-11-24T10:00:00+01:00', opened: null },
      ],
      standing: 'overdue',
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
    expect(row(/Alva Ödmark/).getByText(/Öppnad/)).toBeTruthy();
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

  it('shows per revision what was sent, and notes who else got it', async () => {
    const fake = await openPeople({ markSent: () => Promise.resolve(ok(meeting)) });
    const bo = within(screen.getByRole('row', { name: /Bo Lind/ }));
    expect(bo.getByText('Inte skickad')).toBeTruthy();
    expect(bo.getByText('Försenad')).toBeTruthy();
    fireEvent.click(screen.getByRole('button', { name: 'Notera vem som fått' }));
    await settle();
    const dialog = within(screen.getByRole('dialog'));
    fireEvent.click(dialog.getByLabelText('Alla'));
    fireEvent.change(dialog.getByLabelText('Skickad'), { target: { value: '2026-11-25T09:00' } });
    fireEvent.click(dialog.getByRole('button', { name: 'Notera 2 personer' }));
    await settle();
    expect(fake.calls.find(({ name }) => name === 'people.markSent')?.args).toEqual({
      meetingId: testId(21),
      revision: 3,
      members: [testId(11), testId(12)],
      sent: '2026-11-25T08:00:00.000Z',
    });
  });

  it('copies a list of those who have not confirmed', async () => {
    await openPeople();
    const copied: string[] = [];
    document.execCommand = () => {
      const event = new Event('copy', { cancelable: true });
      Object.defineProperty(event, 'clipboardData', {
        value: { setData: (_type: string, text: string) => copied.push(text) },
      });
      return !document.dispatchEvent(event);
    };
    fireEvent.click(screen.getByRole('button', { name: 'Kopiera påminnelselistan (1)' }));
    await settle();
    expect(copied[0]).toContain('har inte bekräftat revidering 3');
    expect(copied[0]).toMatch(/Bo Lind, Samling Granåsa – skickad .* 2026, försenad/);
    expect(copied[0]).not.toContain('Alva');
  });

  it('signs a new list with the root’s file when a signer is removed', async () => {
    const signer = {
      key: 'RWkey',
      name: 'Kommunkansliet',
      bodies: null,
      from: '2026-01-01',
      to: null,
      removed: null,
    };
    const municipality = {
      name: 'Granåsa kommun',
      rootKey: 'RWroot',
      words,
      version: 4,
      signers: [{ ...signer, words }],
      oldWords: null,
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

  const keyOfBun = 'RWTh/mw9VdNtSjgSeAkCE2FWPmfTGPwaG06Sv0mFrlT5CDBGWBmJzHHH';
  const listOf = (signers: NonNullable<PeopleView['municipality']>['signers']): PeopleView => ({
    ...people,
    bodies: [
      { id: testId(41), name: 'Kommunstyrelsen' },
      { id: testId(42), name: 'Barn- och utbildningsnämnden' },
    ],
    municipality: {
      name: 'Granåsa kommun',
      rootKey: 'RWroot',
      words,
      version: 4,
      signers,
      oldWords: null,
    },
  });
  const kansliet = {
    key: 'RWkey',
    name: 'Kommunkansliet',
    bodies: null,
    from: '2026-01-01',
    to: null,
    removed: null,
    words,
  };

  it('limits a signer to some bodies, which stay when another is removed', async () => {
    const limited = { ...kansliet, key: keyOfBun, name: 'Skolkansliet', bodies: [testId(42)] };
    const fake = await openPeople({
      view: () => Promise.resolve(ok(listOf([kansliet, limited]))),
      setSigners: () => Promise.resolve(ok(listOf([kansliet, limited]))),
    });
    expect(screen.getByText(/bara för Barn- och utbildningsnämnden/)).toBeTruthy();
    fireEvent.click(screen.getAllByRole('button', { name: 'Ändra' })[0] as HTMLElement);
    await settle();
    const dialog = within(screen.getByRole('dialog'));
    fireEvent.click(dialog.getByLabelText(/Bara vissa nämnder/));
    fireEvent.change(dialog.getByLabelText('Rotnyckelns lösenfras'), { target: { value: 'rotens fras' } });
    expect(dialog.getByRole('button', { name: 'Välj rotnyckelns fil' })).toHaveProperty('disabled', true);
    fireEvent.click(dialog.getByLabelText('Kommunstyrelsen'));
    fireEvent.click(dialog.getByRole('button', { name: 'Välj rotnyckelns fil' }));
    await settle();
    expect(fake.calls.find(({ name }) => name === 'people.setSigners')?.args).toMatchObject({
      signers: [
        { key: 'RWkey', bodies: [testId(41)] },
        { key: keyOfBun, bodies: [testId(42)] },
      ],
    });
  });

  it('takes no key into the list that is none', async () => {
    await openPeople({ view: () => Promise.resolve(ok(listOf([kansliet]))) });
    fireEvent.click(screen.getByRole('button', { name: 'Lägg till en annan dators nyckel' }));
    await settle();
    const dialog = within(screen.getByRole('dialog'));
    fireEvent.change(dialog.getByLabelText('Den andra datorns offentliga nyckel'), {
      target: { value: 'RWfel' },
    });
    expect(dialog.getByText('Det är ingen offentlig nyckel.')).toBeTruthy();
  });

  it('replaces the root by the old one’s file and passphrase, or without them when it is lost', async () => {
    const fake = await openPeople({ view: () => Promise.resolve(ok(listOf([kansliet]))) });
    const asked = () => fake.calls.findLast(({ name }) => name === 'people.replaceRoot')?.args;
    fireEvent.click(screen.getByRole('button', { name: 'Byt rotnyckel' }));
    await settle();
    const dialog = within(screen.getByRole('dialog'));
    const write = (label: string, value: string) =>
      fireEvent.change(dialog.getByLabelText(label), { target: { value } });
    write('Den gamla rotnyckelns lösenfras', 'gammal fras');
    write('Den nya rotnyckelns lösenfras', 'korp valross orgel');
    write('Lösenfrasen en gång till', 'korp valross orgel');
    fireEvent.click(dialog.getByRole('button', { name: /Välj den gamla filen/ }));
    await settle();
    expect(asked()).toEqual({ oldPassphrase: 'gammal fras', passphrase: 'korp valross orgel' });
    fireEvent.click(dialog.getByLabelText(/Är borta eller stulen/));
    fireEvent.click(dialog.getByRole('button', { name: 'Välj var den ska sparas' }));
    await settle();
    expect(asked()).toEqual({ oldPassphrase: null, passphrase: 'korp valross orgel' });
  });
});
