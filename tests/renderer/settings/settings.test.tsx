import { fireEvent, screen, within } from '@testing-library/react';
import { describe, expect, it } from 'vitest';
import { failure, ok } from '../../../core/errors.ts';
import type { FakeAnswers } from '../../support/fakeClient.ts';
import { sampleLibraryView } from '../../support/fakeClient.ts';
import { sampleIssuer, sampleMeeting, testId } from '../../support/libraryBuilders.ts';
import { openWindow, settle } from '../../support/openWindow.tsx';

const click = (name: string | RegExp): void => void fireEvent.click(screen.getByRole('button', { name }));
const type = (label: string, value: string): void =>
  void fireEvent.change(screen.getByLabelText(label), { target: { value } });

async function openSettings(answers: FakeAnswers = {}, view = {}) {
  const fake = await openWindow({ answers, view });
  click('Inställningar');
  await settle();
  return fake;
}

describe('the settings', () => {
  it('change the language while running', async () => {
    await openSettings();
    fireEvent.click(screen.getByRole('radio', { name: 'English' }));
    await settle();
    expect(screen.getByRole('heading', { level: 1 }).textContent).toBe('Settings');
    expect(document.documentElement.lang).toBe('en');
  });

  it('change the theme while running', async () => {
    await openSettings();
    fireEvent.click(screen.getByRole('radio', { name: 'Mörkt' }));
    await settle();
    expect(document.documentElement.dataset['theme']).toBe('dark');
    fireEvent.click(screen.getByRole('radio', { name: 'Som datorn' }));
    await settle();
    expect(document.documentElement.dataset['theme']).toBeUndefined();
  });

  it('keep the old language and say why when it could not be saved', async () => {
    await openSettings({
      app: { setLanguage: () => Promise.resolve(failure('diskFull', { file: 'library.json' })) },
    });
    fireEvent.click(screen.getByRole('radio', { name: 'English' }));
    await settle();
    expect(document.documentElement.lang).toBe('sv');
    expect(screen.getByText('Disken är full')).toBeTruthy();
  });

  it('show where the data lies and which version runs', async () => {
    await openSettings();
    expect(screen.getByText('/home/maja/.config/beredd')).toBeTruthy();
    expect(screen.getByText('Beredd 0.1.0')).toBeTruthy();
  });
});

describe('what of the settings lies in the library', () => {
  it('is awaited while the rest can be used', async () => {
    await openSettings({ library: { view: () => new Promise(() => undefined) } });
    expect((await screen.findByText('Hämtar inställningarna')).closest('[role=status]')).toBeTruthy();
    expect(screen.getByRole('radio', { name: 'English' })).toBeTruthy();
  });

  it('says why it is not there, and comes when it can be read', async () => {
    const { answer } = await openSettings({
      library: { view: () => Promise.resolve(failure('diskDenied', { file: 'library.json' })) },
    });
    expect(screen.getByRole('alert').textContent).toContain('library.json');
    expect(screen.getByRole('radio', { name: 'English' })).toBeTruthy();
    answer({ library: { view: () => Promise.resolve(ok(sampleLibraryView())) } });
    click('Försök igen');
    await settle();
    expect(screen.getByText(/Ingen mapp bevakas/)).toBeTruthy();
    expect(screen.getByText('Här står de kanslier du har fått paket från.')).toBeTruthy();
  });
});

describe('watched folders', () => {
  const folder = {
    id: testId(5),
    path: '/media/usb',
    state: 'gone',
    packCount: 3,
    lastSeenAt: null,
  } as const;

  it('say that a folder that is gone changes nothing', async () => {
    await openSettings({}, { watchedFolders: [folder] });
    const section = within(screen.getByRole('region', { name: 'Bevakade mappar' }));
    expect(section.getByText('Går inte att nå')).toBeTruthy();
    expect(section.getByText('Inget i biblioteket ändras av det.')).toBeTruthy();
  });

  it('are added, looked through and removed', async () => {
    const { calls } = await openSettings({}, { watchedFolders: [folder] });
    click('Välj mapp att bevaka…');
    click('Titta efter nu');
    click('Sluta bevaka /media/usb');
    await settle();
    expect(calls.slice(-3)).toEqual([
      { name: 'library.addWatchedFolder', args: undefined },
      { name: 'library.scanWatchedFolders', args: undefined },
      { name: 'library.removeWatchedFolder', args: { id: testId(5) } },
    ]);
  });
});

describe('known keys', () => {
  const other = sampleIssuer({
    key: 'RWother',
    office: 'Nämndkansliet',
    keyState: 'notConfirmed',
    confirmedAt: null,
  });
  const meetings = [
    sampleMeeting(),
    sampleMeeting({ meetingId: testId(2) }),
    sampleMeeting({ meetingId: testId(3), issuer: other }),
  ];

  it('stand once each', async () => {
    await openSettings({}, { meetings });
    const section = within(screen.getByRole('region', { name: 'Kända nycklar' }));
    expect(section.getAllByText(/Kommunkansliet|Nämndkansliet/)).toHaveLength(2);
  });

  it('are taken back only after a question', async () => {
    const { calls } = await openSettings({}, { meetings });
    click('Ta tillbaka bekräftelsen');
    const question = await screen.findByRole('alertdialog');
    expect(calls.some(({ name }) => name === 'library.confirmKey')).toBe(false);
    fireEvent.click(within(question).getByRole('button', { name: 'Ta tillbaka bekräftelsen' }));
    await settle();
    expect(calls.at(-1)).toEqual({
      name: 'library.confirmKey',
      args: { key: sampleIssuer().key, matches: false },
    });
  });

  it('not yet confirmed lead to the six words', async () => {
    await openSettings({}, { meetings });
    click('Jämför orden…');
    expect(await screen.findByRole('dialog', { name: 'Stämmer de sex orden?' })).toBeTruthy();
  });
});

describe('the backup', () => {
  const good = 'lingon brygga norrsken tegel';
  const submit = (): void => {
    const form = screen.getByRole('dialog').querySelector('form');
    if (form) fireEvent.submit(form);
  };
  const saves = (calls: readonly { name: string }[]): number =>
    calls.filter(({ name }) => name === 'backup.save').length;

  it('is not saved with a short passphrase or one repeated wrongly', async () => {
    const { calls } = await openSettings();
    click('Spara…');
    type('Lösenfras', 'kort');
    type('Lösenfrasen en gång till', 'annan');
    submit();
    await settle();
    expect(screen.getByText('Minst 10 tecken behövs.')).toBeTruthy();
    expect(screen.getByText('De två lösenfraserna är inte lika.')).toBeTruthy();
    expect(saves(calls)).toBe(0);
  });

  it('says how strong the passphrase is and what losing it means', async () => {
    await openSettings();
    click('Spara…');
    type('Lösenfras', good);
    expect(screen.getByText('Stark')).toBeTruthy();
    expect(screen.getByText(/Glömmer du den går kopian inte att öppna/)).toBeTruthy();
  });

  it('is saved and told', async () => {
    const { calls } = await openSettings({
      backup: { save: () => Promise.resolve(ok({ file: 'min.beredd-backup', noteCount: 12 })) },
    });
    click('Spara…');
    type('Lösenfras', good);
    type('Lösenfrasen en gång till', good);
    submit();
    await settle();
    expect(calls.at(-1)).toEqual({ name: 'backup.save', args: { passphrase: good } });
    expect(screen.queryByRole('dialog')).toBeNull();
    expect(screen.getByText('Säkerhetskopian är sparad, med 12 anteckningar')).toBeTruthy();
  });

  it('stays open when the person chose no place', async () => {
    await openSettings();
    click('Spara…');
    type('Lösenfras', good);
    type('Lösenfrasen en gång till', good);
    submit();
    await settle();
    expect(screen.getByRole('dialog', { name: 'Spara en säkerhetskopia' })).toBeTruthy();
  });

  it('says that the passphrase was wrong, and lets it be tried again', async () => {
    await openSettings({
      backup: { restore: () => Promise.resolve(failure('backupPassphrase', { file: 'min.beredd-backup' })) },
    });
    click('Läs in…');
    type('Säkerhetskopians lösenfras', 'fel lösenfras');
    submit();
    await settle();
    expect(within(screen.getByRole('dialog')).getByRole('alert').textContent).toContain('Fel lösenfras');
  });

  it('tells how much was new when it is read in', async () => {
    await openSettings({
      backup: {
        restore: () => Promise.resolve(ok({ file: 'min.beredd-backup', noteCount: 12, newNoteCount: 5 })),
      },
    });
    click('Läs in…');
    type('Säkerhetskopians lösenfras', good);
    submit();
    await settle();
    expect(screen.getByText('5 av 12 anteckningar var nya')).toBeTruthy();
  });
});
