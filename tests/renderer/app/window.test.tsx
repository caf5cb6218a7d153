import { act, createEvent, fireEvent, screen } from '@testing-library/react';
import { describe, expect, it, vi } from 'vitest';
import { failure, ok } from '../../../core/errors.ts';
import { sampleAppState, sampleLibraryView } from '../../support/fakeClient.ts';
import { sampleMeeting, sampleOutcome, testId } from '../../support/libraryBuilders.ts';
import { openWindow, settle } from '../../support/openWindow.tsx';

vi.mock('../../../renderer/app/workspace/MeetingWorkspace.tsx', () => ({
  MeetingWorkspace: ({ meetingId, onClose }: { meetingId: string; onClose: () => void }) => {
    if (meetingId === testId(666)) throw new Error('a bug in the workspace');
    return (
      <main>
        <h1>Sammanträde {meetingId}</h1>
        <button type="button" onClick={onClose}>
          Tillbaka
        </button>
      </main>
    );
  },
}));

const heading = (): string => screen.getByRole('heading', { level: 1 }).textContent;

function drop(files: readonly File[]): void {
  for (const kind of ['dragEnter', 'drop'] as const) {
    const event = createEvent[kind](window);
    Object.defineProperty(event, 'dataTransfer', { value: { types: ['Files'], files } });
    fireEvent(window, event);
  }
}

describe('the window', () => {
  it('shows the library first, in the language of the settings', async () => {
    await openWindow({ state: { language: 'en' }, view: { meetings: [sampleMeeting()] } });
    expect(heading()).toBe('Meetings');
    expect(document.documentElement.lang).toBe('en');
  });

  it('shows only why, and the way out, when the profile cannot be used', async () => {
    await openWindow({
      state: { profile: { ok: false, error: { code: 'profileLocked', file: '/home/maja/beredd' } } },
    });
    expect(heading()).toBe('Ett annat Beredd använder redan ditt bibliotek');
    expect(screen.getByRole('alert').textContent).toContain('Gå till det fönster som redan är öppet');
    expect(screen.getAllByRole('button').map((button) => button.textContent)).toEqual([
      'Försök igen',
      'Stäng Beredd',
    ]);
  });

  it('opens the profile once more when asked to, and shows the library when it opens', async () => {
    const { answer } = await openWindow({
      state: { profile: { ok: false, error: { code: 'profileLocked', file: '/home/maja/beredd' } } },
    });
    answer({
      app: { openAgain: () => Promise.resolve(ok(sampleAppState())) },
      library: { view: () => Promise.resolve(ok(sampleLibraryView({ meetings: [sampleMeeting()] }))) },
    });
    fireEvent.click(screen.getByRole('button', { name: 'Försök igen' }));
    await settle();
    expect(heading()).toBe('Sammanträden');
    expect(screen.getByRole('article')).toBeTruthy();
  });

  it('says that it starts when main takes its time', async () => {
    await openWindow({ answers: { app: { state: () => new Promise(() => undefined) } } });
    expect(screen.queryByRole('status')).toBeNull();
    expect((await screen.findByRole('status')).textContent).toMatch(/^Beredd (startar|is starting)$/);
  });

  it('shows why when main gives no answer to start with', async () => {
    await openWindow({ answers: { app: { state: () => Promise.resolve(failure('unexpected')) } } });
    expect(screen.getByRole('alert')).toBeTruthy();
  });

  it('opens a meeting and comes back to its card', async () => {
    await openWindow({ view: { meetings: [sampleMeeting()] } });
    fireEvent.click(screen.getByRole('button', { name: 'Kommunstyrelsens sammanträde' }));
    await settle();
    expect(heading()).toBe(`Sammanträde ${testId(1)}`);
    fireEvent.click(screen.getByRole('button', { name: 'Tillbaka' }));
    await settle();
    expect(heading()).toBe('Sammanträden');
    expect(document.activeElement?.textContent).toBe('Kommunstyrelsens sammanträde');
  });

  it('shows the meeting of a pack that was opened from outside', async () => {
    const { emit } = await openWindow();
    act(() => emit('app.showMeeting', { meetingId: testId(3) }));
    await settle();
    expect(heading()).toBe(`Sammanträde ${testId(3)}`);
  });

  it('shows a bug as a bug, and leads back to a library that works', async () => {
    vi.spyOn(console, 'error').mockImplementation(() => {});
    const { emit } = await openWindow({ view: { meetings: [sampleMeeting()] } });
    act(() => emit('app.showMeeting', { meetingId: testId(666) }));
    await settle();
    expect(screen.getByRole('alert').textContent).toContain('Något oväntat hände');
    fireEvent.click(screen.getByRole('button', { name: 'Till biblioteket' }));
    await settle();
    expect(heading()).toBe('Sammanträden');
  });

  it('follows the library when main changes it', async () => {
    const { emit } = await openWindow();
    act(() => emit('library.changed', sampleLibraryView({ meetings: [sampleMeeting()] })));
    expect(screen.getByRole('article')).toBeTruthy();
  });

  it('tells of a promise that nobody caught', async () => {
    await openWindow();
    act(() => void window.dispatchEvent(new Event('unhandledrejection')));
    expect(screen.getByText('Något oväntat hände')).toBeTruthy();
  });
});

describe('the menu', () => {
  it.each([
    ['showSettings', 'Inställningar'],
    ['showLibrary', 'Sammanträden'],
  ] as const)('leads by %s to "%s"', async (command, title) => {
    const { emit } = await openWindow();
    act(() => emit('app.menuCommand', { command }));
    await settle();
    expect(heading()).toBe(title);
  });

  it('opens packs and shows the keys', async () => {
    const { emit, calls } = await openWindow();
    act(() => emit('app.menuCommand', { command: 'openPack' }));
    await settle();
    expect(calls.at(-1)?.name).toBe('library.choosePacks');
    act(() => emit('app.menuCommand', { command: 'showKeys' }));
    expect((await screen.findByRole('dialog', { name: 'Kortkommandon' })).textContent).toContain('Ctrl+O');
  });
});

describe('dropping files', () => {
  it('says that they can be dropped while they hang over the window', async () => {
    await openWindow();
    const event = createEvent.dragEnter(window);
    Object.defineProperty(event, 'dataTransfer', { value: { types: ['Files'], files: [] } });
    fireEvent(window, event);
    expect(screen.getByText('Släpp för att läsa in')).toBeTruthy();
    const leave = createEvent.dragLeave(window);
    Object.defineProperty(leave, 'relatedTarget', { value: null });
    fireEvent(window, leave);
    expect(screen.queryByText('Släpp för att läsa in')).toBeNull();
  });

  it('takes them in by their paths', async () => {
    const { calls } = await openWindow({
      answers: { library: { importFiles: () => Promise.resolve(ok([sampleOutcome()])) } },
    });
    drop([new File(['x'], 'ks.beredd'), new File(['y'], 'bun.beredd')]);
    await settle();
    expect(calls.at(-1)).toEqual({
      name: 'library.importFiles',
      args: { paths: ['/home/maja/Hämtningar/ks.beredd', '/home/maja/Hämtningar/bun.beredd'] },
    });
    expect(screen.getByText('Nytt i biblioteket, revidering 1')).toBeTruthy();
  });

  it('pays no attention to dragged text', async () => {
    await openWindow();
    const event = createEvent.dragEnter(window);
    Object.defineProperty(event, 'dataTransfer', { value: { types: ['text/plain'], files: [] } });
    fireEvent(window, event);
    expect(screen.queryByText('Släpp för att läsa in')).toBeNull();
  });
});
