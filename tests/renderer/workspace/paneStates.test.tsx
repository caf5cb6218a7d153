import { act, cleanup, fireEvent, screen, waitFor } from '@testing-library/react';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { failure, ok } from '../../../core/errors.ts';
import { sampleItem, sampleNote, sampleView } from './meetingBuilders.ts';
import { openWorkspace } from './openWorkspace.tsx';
import { readerSeen } from './ReaderStandIn.tsx';

vi.mock('../../../renderer/features/reader/Reader.tsx', async () => {
  const { Reader } = await import('./ReaderStandIn.tsx');
  return {
    Reader: (props: Parameters<typeof Reader>[0]) => {
      if (props.documents[0]?.title === 'Handling 2') throw new Error('a bug in the reader');
      return Reader(props);
    },
  };
});

const click = (name: string): void => void fireEvent.click(screen.getByRole('button', { name }));

describe('the states of the panes of a meeting', () => {
  afterEach(cleanup);

  it('notes that could not be read are not taken for none: why is said, and they come when asked for again', async () => {
    let isDamaged = true;
    const { notes } = await openWorkspace({
      annotations: [sampleNote(1)],
      answers: {
        notes: {
          list: () => Promise.resolve(isDamaged ? failure('diskDenied', { file: 'wal' }) : ok(notes.view())),
        },
      },
    });
    expect(screen.queryByText('Inga anteckningar här än')).toBeNull();
    expect(screen.getByRole('alert').textContent).toContain('wal');
    expect(readerSeen.props?.documents).toHaveLength(1);
    isDamaged = false;
    click('Försök igen');
    await waitFor(() => expect(screen.queryByRole('alert')).toBeNull());
    expect(screen.getByRole('tab', { name: /Hela mötet\s*1/ })).toBeTruthy();
  });

  it('a bug in the reader leaves agenda and notes as they are, and ends with the item', async () => {
    vi.spyOn(console, 'error').mockImplementation(() => {});
    await openWorkspace();
    fireEvent.click(screen.getByRole('row', { name: /^2\. Ärende 2/ }));
    expect((await screen.findByRole('alert')).textContent).toContain('Något oväntat hände');
    expect(screen.getByRole('tab', { name: /Här/ })).toBeTruthy();
    fireEvent.click(screen.getByRole('row', { name: /^1\. Ärende 1/ }));
    await waitFor(() => expect(screen.queryByRole('alert')).toBeNull());
    expect(screen.getByRole('document')).toBeTruthy();
  });

  it('a meeting without items says so', async () => {
    await openWorkspace({ view: sampleView({ agenda: [] }) });
    expect(screen.getByText('Paketet har inga ärenden.')).toBeTruthy();
  });

  it('a filter that nothing passes says so', async () => {
    await openWorkspace({ view: sampleView({ agenda: [sampleItem(1, { documents: [] })] }) });
    fireEvent.click(screen.getByRole('radio', { name: /Olästa/ }));
    expect(screen.getByText('Inget ärende passar urvalet.')).toBeTruthy();
  });
});

describe('the list of hits', () => {
  it('shows that it searches, says why it could not, and searches once more', async () => {
    let isBroken = true;
    const { calls, answer } = await openWorkspace();
    answer({
      find: {
        start: () => (isBroken ? Promise.resolve(failure('unexpected')) : new Promise(() => undefined)),
      },
    });
    fireEvent.keyDown(document.body, { key: 'f', ctrlKey: true });
    fireEvent.change(screen.getByRole('textbox', { name: 'Sök' }), { target: { value: 'budget' } });
    expect((await screen.findByRole('alert')).textContent).toContain('Något oväntat hände');
    const asked = calls.filter(({ name }) => name === 'find.start').length;
    isBroken = false;
    act(() => click('Försök igen'));
    expect(calls.filter(({ name }) => name === 'find.start').length).toBeGreaterThan(asked);
    expect((await screen.findByText('Söker')).closest('[role=status]')).toBeTruthy();
  });
});
