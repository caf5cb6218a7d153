import { act, fireEvent, screen, waitFor, within } from '@testing-library/react';
import { beforeEach, describe, expect, test, vi } from 'vitest';
import type { Result } from '../../../core/errors.ts';
import { failure, ok } from '../../../core/errors.ts';
import type { ComposedPrint, PrintOrder } from '../../../core/print/printOrder.ts';
import type { PageDrawings } from '../../../renderer/features/print/pageDrawings.ts';
import { PrintDialog } from '../../../renderer/features/print/PrintDialog.tsx';
import { ToastRegion } from '../../../renderer/ui/ToastRegion.tsx';
import { documentId, itemId, printedMeeting } from '../../core/print/printScene.ts';
import type { FakeBridge } from '../../support/fakeClient.ts';
import { createFakeBridge, installFakeBridge } from '../../support/fakeClient.ts';
import { renderWithMessages } from '../../support/renderWithMessages.tsx';
import { testId } from '../../support/testManifest.ts';

const composedPrint = (digit: string, changes: Partial<ComposedPrint> = {}): ComposedPrint => ({
  id: digit.repeat(64),
  sheetCount: 12,
  leftOut: [],
  ...changes,
});

let fake: FakeBridge;
let answers: Result<ComposedPrint>[];
let drawn: string[];
let onClose: ReturnType<typeof vi.fn<() => void>>;

const drawings: PageDrawings = {
  draw: (file, page) => {
    drawn.push(`${file.slice(0, 1)}:${page}`);
    return { picture: Promise.resolve('failed'), cancel: () => undefined };
  },
};
const callsOf = (name: string): readonly unknown[] =>
  fake.calls.filter((call) => call.name === `print.${name}`).map(({ args }) => args);
const orders = (): readonly PrintOrder[] =>
  callsOf('compose').map((args) => (args as { order: PrintOrder }).order);
const lastJob = (): string => (callsOf('compose').at(-1) as { job: string }).job;
const button = (name: RegExp | string): HTMLElement => screen.getByRole('button', { name });
const choose = (name: RegExp): void => void fireEvent.click(screen.getByRole('radio', { name }));
const isDisabled = (element: HTMLElement): boolean => element.hasAttribute('disabled');

async function open(): Promise<void> {
  renderWithMessages(
    <>
      <PrintDialog
        meetingId={testId('meeting', 1)}
        meeting={printedMeeting()}
        holderId={itemId(1)}
        documentId={documentId(2)}
        drawings={drawings}
        onClose={onClose}
      />
      <ToastRegion />
    </>,
  );
  await waitFor(() => expect(orders()).toHaveLength(1));
}

beforeEach(() => {
  answers = [];
  drawn = [];
  onClose = vi.fn<() => void>();
  fake = createFakeBridge({
    print: {
      compose: () => {
        const answer = answers.shift();
        return answer === undefined ? new Promise(() => undefined) : Promise.resolve(answer);
      },
    },
  });
  installFakeBridge(fake);
  vi.stubGlobal(
    'IntersectionObserver',
    class {
      observe(): void {}
      disconnect(): void {}
    },
  );
});

describe('the print dialog', () => {
  test('composes the open document at once and shows its first sheet', async () => {
    answers = [ok(composedPrint('a'))];
    await open();
    expect(orders()[0]).toEqual({
      choice: { what: 'pages', documents: [{ id: documentId(2), pages: null }] },
      notes: 'none',
      perSheet: 1,
      stamped: true,
    });
    await screen.findByText('Ark 1 av 12');
    expect(screen.getByText('12 arksidor')).toBeTruthy();
    expect(drawn).toEqual(['a:1']);
  });

  test('says why there is no print, and composes once more when asked', async () => {
    answers = [failure('diskFull', { file: 'temp' }), ok(composedPrint('b', { sheetCount: 3 }))];
    await open();
    expect((await screen.findByRole('alert')).textContent).toContain('Disken är full');
    expect(isDisabled(button(/Spara som PDF/))).toBe(true);
    expect(screen.getByRole('radio', { name: /Den här handlingen/ })).toBeTruthy();
    fireEvent.click(button('Försök igen'));
    await screen.findByText('Ark 1 av 3');
    expect(screen.queryByRole('alert')).toBeNull();
  });

  test('goes through the sheets by buttons, keys and number', async () => {
    answers = [ok(composedPrint('a'))];
    await open();
    await screen.findByText('Ark 1 av 12');
    expect(isDisabled(button('Föregående ark'))).toBe(true);
    fireEvent.click(button('Nästa ark'));
    expect(screen.getByText('Ark 2 av 12')).toBeTruthy();
    fireEvent.keyDown(screen.getByRole('group', { name: 'Förhandsvisning' }), { key: 'End' });
    expect(screen.getByText('Ark 12 av 12')).toBeTruthy();
    fireEvent.change(screen.getByRole('textbox', { name: 'Ark' }), { target: { value: '7' } });
    expect(screen.getByText('Ark 7 av 12')).toBeTruthy();
    fireEvent.change(screen.getByRole('textbox', { name: 'Ark' }), { target: { value: '99' } });
    expect(screen.getByText('Ark 12 av 12')).toBeTruthy();
  });

  test('composes anew when something else is chosen, and throws away what was', async () => {
    answers = [ok(composedPrint('a')), ok(composedPrint('b', { sheetCount: 3 }))];
    await open();
    await screen.findByText('Ark 1 av 12');
    choose(/^4$/);
    choose(/Båda delarna/);
    await screen.findByText('Ark 1 av 3');
    expect(orders().slice(1)).toEqual([{ ...orders()[0], notes: 'both', perSheet: 4 }]);
    expect(callsOf('discard')).toEqual([{ id: 'a'.repeat(64) }]);
    expect(screen.getByText(/Även privata anteckningar/)).toBeTruthy();
  });

  test('reads pages as they are written, says what is wrong, and orders nothing then', async () => {
    answers = [ok(composedPrint('a'))];
    await open();
    choose(/Valda sidor/);
    const field = screen.getByRole('textbox', { name: 'Sidor' });
    fireEvent.change(field, { target: { value: '2-99' } });
    await screen.findByText('”2-99”: så många sidor finns inte.');
    expect(isDisabled(button(/Spara som PDF/))).toBe(true);
    fireEvent.change(field, { target: { value: '2-3, p20' } });
    fireEvent.click(screen.getByRole('checkbox', { name: 'Sida 5, 8 i paketet' }));
    expect((field as HTMLInputElement).value).toBe('2-3, 5, p20');
    await waitFor(() =>
      expect(orders().at(-1)?.choice).toEqual({
        what: 'pages',
        documents: [
          {
            id: documentId(2),
            pages: [
              [2, 3],
              [5, 5],
            ],
          },
          { id: documentId(3), pages: [[2, 2]] },
        ],
      }),
    );
  });

  test('lets items be ticked, an item with what stands below it; a sealed one cannot be', async () => {
    await open();
    choose(/Valda ärenden/);
    const list = within(screen.getByRole('group', { name: 'Ärenden att skriva ut' }));
    expect(isDisabled(list.getByRole('checkbox', { name: /Förtroligt tas inte med/ }))).toBe(true);
    fireEvent.click(list.getByRole('button', { name: 'Avmarkera alla' }));
    expect(screen.getByText('Välj något att skriva ut.')).toBeTruthy();
    fireEvent.click(list.getByRole('checkbox', { name: /Ärende 3/ }));
    await waitFor(() =>
      expect(orders().at(-1)?.choice).toEqual({ what: 'items', ids: [itemId(3), itemId(4)] }),
    );
  });

  test('tells how far it is, and can be stopped and begun again', async () => {
    await open();
    act(() => fake.emit('print.progress', { job: lastJob(), done: 1, total: 4 }));
    await screen.findByText('Sätter ihop utskriften, 25 %');
    act(() => fake.emit('print.progress', { job: 'another', done: 4, total: 4 }));
    expect(screen.getByText('Sätter ihop utskriften, 25 %')).toBeTruthy();
    fireEvent.click(button('Avbryt'));
    expect(callsOf('cancel')).toEqual([{ job: lastJob() }]);
  });

  test('says why there is no print, and offers to try again after a stop', async () => {
    answers = [failure('printTooLarge'), failure('cancelled'), ok(composedPrint('a'))];
    await open();
    await screen.findByText('Utskriften blev för stor');
    choose(/Det här ärendet/);
    await screen.findByText('Utskriften är inte färdig.');
    fireEvent.click(button('Försök igen'));
    await screen.findByText('Ark 1 av 12');
  });

  test('names the documents that are left out', async () => {
    const error = { code: 'documentEncrypted' as const };
    answers = [ok(composedPrint('a', { leftOut: [{ title: 'Bilaga 2', error }] }))];
    await open();
    await screen.findByText('En handling kom inte med');
    expect(screen.getByText('Bilaga 2')).toBeTruthy();
  });

  test('saves, says where, and closes', async () => {
    answers = [ok(composedPrint('a'))];
    fake.answer({
      print: {
        compose: () => Promise.resolve(ok(composedPrint('a'))),
        save: () => Promise.resolve(ok({ file: '/home/maja/Kallelse.pdf' })),
      },
    });
    await open();
    await screen.findByText('Ark 1 av 12');
    fireEvent.click(button(/Spara som PDF/));
    await screen.findByText('/home/maja/Kallelse.pdf');
    expect(onClose).toHaveBeenCalledOnce();
  });

  test('stays open when nothing takes the PDF, and says what to do', async () => {
    fake.answer({
      print: {
        compose: () => Promise.resolve(ok(composedPrint('a'))),
        open: () => Promise.resolve(failure('printNotOpened')),
      },
    });
    await open();
    await screen.findByText('Ark 1 av 12');
    fireEvent.click(button(/^Skriv ut/));
    await screen.findByText('Inget program tog emot PDF-filen');
    expect(onClose).not.toHaveBeenCalled();
  });
});
