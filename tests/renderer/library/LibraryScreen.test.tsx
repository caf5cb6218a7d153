import { act, fireEvent, screen, within } from '@testing-library/react';
import { describe, expect, it, vi } from 'vitest';
import type { LibraryScreenProps } from '../../../renderer/features/library/LibraryScreen.tsx';
import { LibraryScreen } from '../../../renderer/features/library/LibraryScreen.tsx';
import { sampleLibraryView } from '../../support/fakeClient.ts';
import { sampleIssuer, sampleMeeting, sampleNotice, testId } from '../../support/libraryBuilders.ts';
import { renderWithMessages } from '../../support/renderWithMessages.tsx';

const now = Date.parse('2026-11-27T12:00:00+01:00');

function show(changes: Partial<LibraryScreenProps> = {}, language: 'sv' | 'en' = 'sv') {
  const props: LibraryScreenProps = {
    view: sampleLibraryView({ meetings: [sampleMeeting()] }),
    error: null,
    now,
    bodyId: null,
    focusedMeetingId: null,
    onOpenMeeting: vi.fn(),
    onShowPack: vi.fn(),
    onOpenPacks: vi.fn(),
    onAddWatchedFolder: vi.fn(),
    onDismissNotice: vi.fn(),
    onRetry: vi.fn(),
    ...changes,
  };
  renderWithMessages(<LibraryScreen {...props} />, language);
  return props;
}
const showMeeting = (changes: Parameters<typeof sampleMeeting>[0]) =>
  show({ view: sampleLibraryView({ meetings: [sampleMeeting(changes)] }) });
const page = (): string => document.body.textContent;

describe('the library', () => {
  it('shows when and where the next meeting is, how much there is to read and how many days are left', () => {
    show();
    for (const text of [
      'om 5 dagar',
      'ons 2 december 2026 kl. 13.00',
      'Sessionssalen, kommunhuset',
      'Kommunstyrelsen · Granåsa kommun',
      '14 ärenden',
      '9 beslut',
      '412 sidor',
      '12 anteckningar',
      '19 av 31 handlingar olästa',
      'Revidering 2',
    ]) {
      expect(page()).toContain(text);
    }
  });

  it('speaks English when asked to', () => {
    show({}, 'en');
    expect(page()).toContain('Wed 2 December 2026, 13:00');
    expect(page()).toContain('in 5 days');
  });

  it('tells what changed since the person last looked', () => {
    showMeeting({ changedItemCount: 3, changedReadItemCount: 2, newItemCount: 1 });
    expect(page()).toContain('3 av 14 ärenden ändrade, 2 av dem hade du läst. 1 nytt ärende.');
  });

  it.each([
    ['known', 'känd nyckel'],
    ['notConfirmed', 'ännu inte bekräftad'],
    ['changed', 'ändrad nyckel'],
  ] as const)('keeps "unchanged" and a key that is %s apart as two facts', (keyState, words) => {
    showMeeting({ issuer: sampleIssuer({ keyState }) });
    const facts = screen.getAllByRole('listitem').map((item) => item.textContent);
    expect(facts).toContain('Oförändrat sedan det utfärdades');
    expect(facts).toContain(`Utfärdat av Kommunkansliet, Granåsa kommun — ${words}`);
  });

  it('says above everything else that a meeting is cancelled, and counts no days to it', () => {
    showMeeting({ state: 'cancelled' });
    const card = screen.getByRole('article');
    expect(card.textContent).toMatch(/^Sammanträdet är inställt/);
    expect(card.textContent).not.toContain('om 5 dagar');
  });

  it('says above everything else that a meeting was moved, and from where', () => {
    showMeeting({ movedFrom: { start: '2026-11-30T09:00:00+01:00', place: 'Rum 214' } });
    expect(screen.getByRole('article').textContent).toMatch(
      /^Flyttat från mån 30 november 2026 kl\. 09\.00, Rum 214/,
    );
  });

  it('tells which revision a supplement waits for', () => {
    showMeeting({ missingDocumentCount: 3, needsRevision: 1 });
    expect(page()).toContain('Kompletteringen väntar på revidering 1: 3 handlingar saknas');
  });

  it('marks an operations day and what was never opened', () => {
    showMeeting({ kind: 'operationsDay', lastOpenedAt: null, briefingCount: 9, itemCount: 0 });
    for (const text of ['Verksamhetsdag', 'Ny', '9 verksamhetsgenomgångar']) expect(page()).toContain(text);
    expect(page()).not.toContain('0 ärenden');
  });

  it('folds earlier years away', () => {
    show({
      view: sampleLibraryView({
        meetings: [
          sampleMeeting(),
          sampleMeeting({ meetingId: testId(2), start: '2024-03-01T13:00:00+01:00' }),
        ],
      }),
    });
    const year = screen.getByText('2024').closest('details');
    expect(year?.open).toBe(false);
  });

  it('shows only the chosen body', () => {
    const other = sampleMeeting({
      meetingId: testId(2),
      bodyId: testId(9),
      bodyName: 'Valnämnden',
      title: 'Val',
    });
    show({ view: sampleLibraryView({ meetings: [sampleMeeting(), other] }), bodyId: testId(9) });
    expect(screen.getByRole('heading', { level: 1 }).textContent).toBe('Valnämnden');
    expect(screen.getAllByRole('article')).toHaveLength(1);
  });
});

describe('the states of the library', () => {
  it('welcome a new person with the three ways to begin', () => {
    const { onOpenPacks, onAddWatchedFolder } = show({ view: sampleLibraryView() });
    expect(page()).toContain('Välkommen till Beredd');
    fireEvent.click(screen.getByRole('button', { name: 'Öppna handlingspaket…' }));
    fireEvent.click(screen.getByRole('button', { name: 'Välj mapp att bevaka…' }));
    expect(onOpenPacks).toHaveBeenCalledOnce();
    expect(onAddWatchedFolder).toHaveBeenCalledOnce();
  });

  it('show nothing for a quick answer, and what is awaited for a slow one', () => {
    vi.useFakeTimers();
    show({ view: null });
    expect(screen.queryByRole('status')).toBeNull();
    act(() => void vi.advanceTimersByTime(200));
    expect(screen.getByRole('status').textContent).toBe('Läser in biblioteket');
    vi.useRealTimers();
  });

  it('tell of a failure and try again', () => {
    const { onRetry } = show({ view: null, error: { code: 'diskDenied', file: 'library.json' } });
    expect(screen.getByRole('alert').textContent).toContain('Datorn nekade åtkomst till library.json');
    fireEvent.click(screen.getByRole('button', { name: 'Försök igen' }));
    expect(onRetry).toHaveBeenCalledOnce();
  });

  it('say that nothing is ahead when every meeting is over', () => {
    showMeeting({ start: '2026-10-01T13:00:00+02:00' });
    expect(page()).toContain('Inget sammanträde framöver');
  });
});

describe('the keys of the library', () => {
  const meetings = [1, 2, 3].map((n) =>
    sampleMeeting({ meetingId: testId(n), title: `Möte ${n}`, start: `2026-12-0${n}T13:00:00+01:00` }),
  );
  const press = (key: string): void =>
    void fireEvent.keyDown(document.activeElement ?? document.body, { key });
  const focused = (): string | undefined => document.activeElement?.textContent ?? undefined;

  it('move between meetings with the arrows, over the borders of groups', () => {
    show({ view: sampleLibraryView({ meetings }), focusedMeetingId: testId(1) });
    press('ArrowDown');
    press('ArrowDown');
    expect(focused()).toBe('Möte 3');
    press('ArrowDown');
    expect(focused()).toBe('Möte 3');
    press('Home');
    expect(focused()).toBe('Möte 1');
    press('End');
    press('ArrowUp');
    expect(focused()).toBe('Möte 2');
  });

  it('stop at a folded year but not at the meetings inside it', () => {
    const old = sampleMeeting({ meetingId: testId(9), title: 'Gammalt', start: '2020-01-01T13:00:00+01:00' });
    show({ view: sampleLibraryView({ meetings: [...meetings, old] }), focusedMeetingId: testId(3) });
    press('ArrowDown');
    expect(focused()).toContain('2020');
    press('ArrowDown');
    expect(focused()).toContain('2020');
  });

  it('give the focus back to the meeting just left', () => {
    show({ view: sampleLibraryView({ meetings }), focusedMeetingId: testId(2) });
    expect(focused()).toBe('Möte 2');
  });

  it('open the meeting of the title', () => {
    const { onOpenMeeting } = show({ view: sampleLibraryView({ meetings }) });
    fireEvent.click(screen.getByRole('button', { name: 'Möte 2' }));
    expect(onOpenMeeting).toHaveBeenCalledExactlyOnceWith(testId(2));
  });

  it('show the pack without opening the meeting', () => {
    const { onOpenMeeting, onShowPack } = show();
    fireEvent.click(screen.getByRole('button', { name: 'Om paketet: Kommunstyrelsens sammanträde' }));
    expect(onShowPack).toHaveBeenCalledExactlyOnceWith(testId(1));
    expect(onOpenMeeting).not.toHaveBeenCalled();
  });
});

describe('the notices of the library', () => {
  const notices = [
    sampleNotice({ id: 'a' }),
    sampleNotice({ id: 'b', kind: 'gap', detail: { from: 2, to: 3 } }),
    sampleNotice({ id: 'c', kind: 'fork', severity: 'alarm', detail: { revision: 2 } }),
  ];
  const noticeRegion = () => within(screen.getByRole('region', { name: 'Att känna till' }));

  it('put alarms first and fold the rest away', () => {
    show({ view: sampleLibraryView({ meetings: [sampleMeeting()], notices }) });
    const titles = noticeRegion().getAllByText(/Kommunstyrelsens sammanträde$/);
    expect(titles[0]?.textContent).toBe('Två olika versioner av revidering 2: Kommunstyrelsens sammanträde');
    expect(titles).toHaveLength(2);
    fireEvent.click(screen.getByRole('button', { name: 'Visa alla 3' }));
    expect(noticeRegion().getByText(/^2 revideringar har aldrig kommit/)).toBeTruthy();
    expect(page()).toContain('Revideringarna 2–3 saknas mellan dem du har.');
  });

  it('can be put away', () => {
    const { onDismissNotice } = show({ view: sampleLibraryView({ notices: [sampleNotice({ id: 'a' })] }) });
    fireEvent.click(screen.getByRole('button', { name: /^Ta bort meddelandet/ }));
    expect(onDismissNotice).toHaveBeenCalledExactlyOnceWith('a');
  });

  it('name file, reason and way out of a refused file', () => {
    const error = { code: 'packSignature', file: 'x.beredd' } as const;
    show({
      view: sampleLibraryView({ notices: [sampleNotice({ kind: 'refused', meetingId: null, error })] }),
    });
    for (const text of ['x.beredd har ändrats', 'Underskriften stämmer inte', 'Lita inte på filen']) {
      expect(page()).toContain(text);
    }
  });

  it.each(['fork', 'gap', 'foreignKey', 'refused', 'setAside', 'imported'] as const)(
    'can tell of %s even when it says nothing more',
    (kind) => {
      show({
        view: sampleLibraryView({
          notices: [sampleNotice({ kind, meetingId: null, meetingTitle: null, file: null, detail: {} })],
        }),
      });
      expect(noticeRegion().getByText(/./, { selector: '.ui-banner__title' }).textContent).not.toMatch(
        /[{}]/,
      );
    },
  );
});
