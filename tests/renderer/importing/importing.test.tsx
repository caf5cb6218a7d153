import { act, fireEvent, screen, within } from '@testing-library/react';
import { describe, expect, it } from 'vitest';
import { failure, ok } from '../../../core/errors.ts';
import type { Result } from '../../../core/errors.ts';
import type { ImportOutcome } from '../../../core/library/views.ts';
import { sampleIssuer, sampleMeeting, sampleOutcome, testId } from '../../support/libraryBuilders.ts';
import { openWindow, settle } from '../../support/openWindow.tsx';

const stranger = sampleIssuer({ keyState: 'notConfirmed', confirmedAt: null, key: 'RWnew' });
const refused: ImportOutcome = {
  file: 'Logga in.beredd',
  result: { kind: 'refused', error: { code: 'packIsHtml', file: 'Logga in.beredd' } },
};
const click = (name: string | RegExp): void => void fireEvent.click(screen.getByRole('button', { name }));
const choosing = (...outcomes: readonly ImportOutcome[]) => ({
  view: { meetings: [sampleMeeting({ meetingId: testId(7) })] },
  answers: { library: { choosePacks: () => Promise.resolve(ok(outcomes)) } },
});

describe('importing', () => {
  it('tells of one good pack by a toast that leads to its meeting', async () => {
    await openWindow(choosing(sampleOutcome({ kind: 'updated', revision: 2 })));
    click('Öppna handlingspaket…');
    await settle();
    expect(screen.queryByRole('dialog')).toBeNull();
    expect(screen.getByText('Uppdaterat till revidering 2')).toBeTruthy();
    expect(screen.getByRole('button', { name: 'Öppna sammanträdet' })).toBeTruthy();
  });

  it('says nothing when nothing was chosen', async () => {
    await openWindow(choosing());
    click('Öppna handlingspaket…');
    await settle();
    expect(screen.queryByRole('dialog')).toBeNull();
    expect(document.querySelector('.ui-toast')).toBeNull();
  });

  it('lists refused files first, with reason and way out', async () => {
    await openWindow(choosing(sampleOutcome(), refused));
    click('Öppna handlingspaket…');
    await settle();
    const dialog = screen.getByRole('dialog', { name: '1 av 2 filer gick att läsa in' });
    const [first, second] = within(dialog).getAllByRole('listitem');
    expect(first?.textContent).toContain('Logga in.beredd är en webbsida, inte ett handlingspaket');
    expect(first?.textContent).toContain('Logga in där handlingarna ligger och hämta själva filen på nytt.');
    expect(second?.textContent).toContain('Nytt i biblioteket, revidering 1');
  });

  it('says that nothing has changed when everything was refused', async () => {
    await openWindow(choosing(refused));
    click('Öppna handlingspaket…');
    await settle();
    expect(screen.getByRole('dialog', { name: 'Filen kunde inte läsas in' }).textContent).toContain(
      'Inget som redan finns i biblioteket har ändrats.',
    );
  });

  it('names damaged documents of a pack that came in', async () => {
    await openWindow(choosing(sampleOutcome({ damagedDocuments: ['Bilaga 2'] })));
    click('Öppna handlingspaket…');
    await settle();
    expect(screen.getByRole('dialog').textContent).toContain('1 handling är skadad: Bilaga 2.');
  });

  it('shows how far a file has come and stops it on demand', async () => {
    const { emit, calls } = await openWindow();
    const progress = { job: 'j1', file: 'ks.beredd', bytesDone: 61_000_000, bytesTotal: 148_000_000 };
    act(() => emit('library.importProgress', { ...progress, phase: 'verifying' }));
    await screen.findByText('ks.beredd');
    expect(screen.getByRole('progressbar').getAttribute('aria-valuenow')).toBe(String((61 / 148) * 100));
    click('Avbryt inläsningen av ks.beredd');
    expect(calls.at(-1)).toEqual({ name: 'library.cancelImport', args: { job: 'j1' } });
    act(() => emit('library.importProgress', { ...progress, phase: 'failed' }));
    expect(screen.queryByText('ks.beredd')).toBeNull();
  });
});

describe('first contact with a key', () => {
  async function askAboutWords() {
    const fake = await openWindow(choosing(sampleOutcome({ issuer: stranger })));
    click('Öppna handlingspaket…');
    await settle();
    return fake;
  }
  const confirmations = (calls: readonly { name: string; args: unknown }[]): readonly unknown[] =>
    calls.filter(({ name }) => name === 'library.confirmKey').map(({ args }) => args);

  it('shows the six words, numbered, and who is said to have issued it', async () => {
    await askAboutWords();
    const dialog = screen.getByRole('dialog', { name: 'Stämmer de sex orden?' });
    expect(
      within(dialog)
        .getAllByRole('listitem')
        .map((word) => word.textContent),
    ).toEqual(['1lingon', '2brygga', '3norrsken', '4tegel', '5vante', '6ekorre']);
    expect(dialog.textContent).toContain('Första kontakten med Kommunkansliet, Granåsa kommun');
    expect(dialog.textContent).toContain('Ring kansliet på ett nummer du redan har');
  });

  it('makes the key known when the words match', async () => {
    const { calls } = await askAboutWords();
    click('Orden stämmer');
    await settle();
    expect(confirmations(calls)).toEqual([{ key: 'RWnew', matches: true }]);
    expect(screen.queryByRole('dialog')).toBeNull();
  });

  it('warns when the words differ', async () => {
    const { calls } = await askAboutWords();
    click('Orden stämmer inte');
    await settle();
    expect(confirmations(calls)).toEqual([{ key: 'RWnew', matches: false }]);
    expect(screen.getByRole('dialog').textContent).toContain('Lita inte på paketet');
  });

  it('asks nothing more after "later"', async () => {
    const { calls } = await askAboutWords();
    click('Senare');
    await settle();
    expect(confirmations(calls)).toEqual([]);
    expect(screen.queryByRole('dialog')).toBeNull();
  });

  it('keeps the question open when the answer could not be saved', async () => {
    const fake = await askAboutWords();
    fake.answer({ library: { confirmKey: () => Promise.resolve(failure('diskFull')) } });
    click('Orden stämmer');
    await settle();
    expect(screen.getByRole('dialog', { name: 'Stämmer de sex orden?' })).toBeTruthy();
    expect(screen.getByText('Disken är full')).toBeTruthy();
  });

  it('does not interrupt when a watched folder brought the pack', async () => {
    const { emit } = await openWindow();
    act(() =>
      emit('library.imported', { byWatchedFolder: true, outcomes: [sampleOutcome({ issuer: stranger })] }),
    );
    expect(screen.queryByRole('dialog')).toBeNull();
    click('Jämför orden…');
    expect(await screen.findByRole('dialog', { name: 'Stämmer de sex orden?' })).toBeTruthy();
  });
});

describe('about the pack', () => {
  const view = { meetings: [sampleMeeting({ issuer: stranger })] };
  const open = async (answers = {}) => {
    const fake = await openWindow({ view, answers });
    click('Om paketet: Kommunstyrelsens sammanträde');
    await settle();
    return fake;
  };

  it('states revision, issue, words and key', async () => {
    await open();
    const text = screen.getByRole('dialog', { name: 'Om paketet' }).textContent;
    for (const part of ['tis 24 november 2026 kl. 09.30', 'Punkt 7 kompletterad', 'norrsken', 'RWnew']) {
      expect(text).toContain(part);
    }
  });

  it('lets the words be compared now', async () => {
    await open();
    click('Jämför orden…');
    await settle();
    expect(screen.getByRole('dialog', { name: 'Stämmer de sex orden?' })).toBeTruthy();
  });

  it('reads everything again and says that it is whole', async () => {
    const { calls } = await open();
    click('Kontrollera igen');
    await settle();
    expect(calls).toContainEqual({ name: 'meeting.verify', args: { meetingId: testId(1) } });
    expect(screen.getByText('Alla 31 handlingar är hela och oförändrade.')).toBeTruthy();
  });

  it('says how much has been read again, and stops when asked to', async () => {
    let answer: (stopped: Result<never>) => void = () => undefined;
    const { calls, emit } = await open({
      meeting: { verify: () => new Promise((resolve) => (answer = resolve)) },
    });
    click('Kontrollera igen');
    await settle();
    act(() => emit('meeting.verifyProgress', { meetingId: testId(1), bytesDone: 43, bytesTotal: 100 }));
    expect(await screen.findByText('Läser varje handling på nytt, 43 %')).toBeTruthy();
    expect(screen.getByRole('progressbar').getAttribute('aria-valuenow')).toBe('43');
    click('Avbryt');
    expect(calls.at(-1)).toEqual({ name: 'meeting.cancelVerify', args: { meetingId: testId(1) } });
    await act(async () => answer(failure('cancelled')));
    expect(screen.getByRole('button', { name: 'Kontrollera igen' })).toBeTruthy();
    expect(screen.queryByText(/hela och oförändrade/)).toBeNull();
  });

  it('names what is damaged and what is missing', async () => {
    await open({
      meeting: {
        verify: () => Promise.resolve(ok({ damaged: ['Tjänsteskrivelse'], missing: ['Bilaga 3'] })),
      },
    });
    click('Kontrollera igen');
    await settle();
    const text = screen.getByRole('dialog').textContent;
    for (const part of ['1 handling är skadad', 'Tjänsteskrivelse', '1 handling saknas', 'Bilaga 3']) {
      expect(text).toContain(part);
    }
  });
});
