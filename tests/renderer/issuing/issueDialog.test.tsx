import { act, fireEvent, screen, waitFor } from '@testing-library/react';
import { beforeEach, describe, expect, test, vi } from 'vitest';
import type { Result } from '../../../core/errors.ts';
import { failure, ok } from '../../../core/errors.ts';
import type { IssueOrder, IssuePlan, IssuedPack } from '../../../core/issuing/issuing.ts';
import { IssueDialog } from '../../../renderer/features/issuing/IssueDialog.tsx';
import type { FakeBridge } from '../../support/fakeClient.ts';
import { createFakeBridge, installFakeBridge } from '../../support/fakeClient.ts';
import { renderWithMessages } from '../../support/renderWithMessages.tsx';
import { testId } from '../../support/testManifest.ts';

const words = ['ask', 'blad', 'dal', 'ek', 'fjord', 'gren'];
const place = { id: testId('part', 1), folder: '/mnt/moten/KS', state: 'ready' as const };

const plan = (changes: Partial<IssuePlan> = {}): IssuePlan => ({
  draftId: testId('part', 9),
  revision: 2,
  title: 'Kommunstyrelsen 1 december',
  full: { bytes: 412_000_000, documents: 51 },
  supplement: { bytes: 312_000, documents: 3, toRevision: 1 },
  sealedItemCount: 0,
  withoutCard: [],
  errorCount: 0,
  openWarningCount: 0,
  keys: [{ keyId: 'RWa', name: 'Kansliet', words, needsPassphrase: false }],
  places: [place],
  note: '',
  ...changes,
});

const issued: IssuedPack = {
  issueId: testId('part', 2),
  meetingId: testId('meeting', 1),
  packId: testId('pack', 1),
  revision: 2,
  title: 'Kommunstyrelsen 1 december',
  issued: '2026-11-24T09:30:00+01:00',
  carry: 'supplement',
  bytes: 312_000,
  manifestSha256: 'a'.repeat(64),
  words,
  publications: [{ placeId: place.id, file: '/mnt/moten/KS/KS rev 2.beredd', error: null }],
};

let fake: FakeBridge;
let finish: (answer: Result<IssuedPack | null>) => void;
let onClose: ReturnType<typeof vi.fn<() => void>>;
let onOpenMeeting: ReturnType<typeof vi.fn<(meetingId: string) => void>>;

const order = (): IssueOrder => issueArgs().order;
const issueArgs = (): { job: string; order: IssueOrder } => {
  const call = fake.calls.find(({ name }) => name === 'issuing.issue');
  if (call === undefined) throw new Error('nothing was issued');
  return call.args as { job: string; order: IssueOrder };
};
const button = (name: RegExp): HTMLElement => screen.getByRole('button', { name });
const isDisabled = (element: HTMLElement): boolean => element.hasAttribute('disabled');

async function open(shown: Result<IssuePlan>): Promise<void> {
  fake = createFakeBridge({
    issuing: {
      plan: () => Promise.resolve(shown),
      issue: () => new Promise((resolve) => (finish = resolve)),
      publish: () => Promise.resolve(ok(issued)),
      mail: () => Promise.resolve(ok('revealed')),
    },
  });
  installFakeBridge(fake);
  onClose = vi.fn();
  onOpenMeeting = vi.fn();
  renderWithMessages(
    <IssueDialog
      draftId={testId('part', 9)}
      onClose={onClose}
      onManageKeys={() => undefined}
      onOpenMeeting={onOpenMeeting}
    />,
  );
  await waitFor(() => expect(screen.queryByRole('dialog')).not.toBeNull());
}

beforeEach(() => {
  finish = () => undefined;
});

describe('the dialog that issues a pack', () => {
  test('proposes the supplement when it is much smaller, with both sizes', async () => {
    await open(ok(plan()));
    const supplement = await screen.findByRole('radio', { name: /Komplettering.*312 kB/ });
    expect((supplement as HTMLInputElement).checked).toBe(true);
    expect(screen.getByRole('radio', { name: /Hela handlingspaketet.*412 MB/ })).toBeDefined();
  });

  test('sends what was chosen, tells how far it is, and shows what came of it', async () => {
    await open(ok(plan()));
    fireEvent.change(await screen.findByRole('textbox', { name: 'Vad är nytt' }), {
      target: { value: 'Punkt 7 kompletterad' },
    });
    fireEvent.click(button(/Signera och ge ut revidering 2/));
    await waitFor(() => expect(fake.calls.some(({ name }) => name === 'issuing.issue')).toBe(true));
    expect(order()).toMatchObject({
      carry: 'supplement',
      note: 'Punkt 7 kompletterad',
      keyId: 'RWa',
      passphrase: null,
      saveAs: false,
      places: [place.id],
    });
    const { job } = issueArgs();
    act(() => fake.emit('issuing.progress', { job, phase: 'checking', bytesDone: 50, bytesTotal: 200 }));
    expect(screen.getByRole('progressbar', { name: /Kontrollerar/ }).getAttribute('aria-valuenow')).toBe(
      '25',
    );
    act(() => finish(ok(issued)));
    expect(await screen.findByText('/mnt/moten/KS/KS rev 2.beredd')).toBeDefined();
    expect(screen.getByText(new RegExp(words.join(' ')))).toBeDefined();
    fireEvent.click(button(/mejl/));
    expect(await screen.findByText(/dra in den i mejlet/)).toBeDefined();
    fireEvent.click(button(/Visa som läsarna ser det/));
    expect(onOpenMeeting).toHaveBeenCalledWith(issued.meetingId);
  });

  test('cancels the work that is under way and stays open', async () => {
    await open(ok(plan()));
    fireEvent.click(await screen.findByRole('button', { name: /Signera och ge ut/ }));
    await screen.findByRole('progressbar');
    fireEvent.click(button(/^Avbryt$/));
    expect(fake.calls.some(({ name }) => name === 'issuing.cancel')).toBe(true);
    act(() => finish(failure('cancelled')));
    await waitFor(() => expect(screen.queryByRole('progressbar')).toBeNull());
    expect(onClose).not.toHaveBeenCalled();
  });

  test('names why a pack was not written and lets the person try again', async () => {
    await open(ok(plan()));
    fireEvent.click(await screen.findByRole('button', { name: /Signera och ge ut/ }));
    await screen.findByRole('progressbar');
    act(() => finish(failure('diskFull', { file: 'pack.beredd' })));
    expect(await screen.findByRole('alert')).toBeDefined();
    expect(isDisabled(button(/Signera och ge ut/))).toBe(false);
  });

  test('offers a place that failed once more', async () => {
    await open(ok(plan()));
    fireEvent.click(await screen.findByRole('button', { name: /Signera och ge ut/ }));
    const [publication] = issued.publications;
    if (publication === undefined) throw new Error('no publication');
    const failed = { ...publication, error: { code: 'diskFull' as const, file: publication.file } };
    act(() => finish(ok({ ...issued, publications: [failed] })));
    fireEvent.click(await screen.findByRole('button', { name: 'Försök igen' }));
    await waitFor(() => expect(fake.calls.some(({ name }) => name === 'issuing.publish')).toBe(true));
    expect(await screen.findByText(publication.file)).toBeDefined();
  });

  test.each([
    ['while pre-flight has errors', plan({ errorCount: 2 }), /Felen måste rättas/],
    ['without a signing key', plan({ keys: [] }), /Välj en signeringsnyckel/],
    [
      'without the passphrase of its key',
      plan({ keys: [{ keyId: 'RWa', name: 'Kansliet', words, needsPassphrase: true }] }),
      /Skriv nyckelns lösenfras/,
    ],
  ])('cannot issue %s, and says why', async (_why, shown, reason) => {
    await open(ok(shown));
    expect(await screen.findByText(reason)).toBeDefined();
    expect(isDisabled(button(/Signera och ge ut/))).toBe(true);
  });

  test('proposes a file when there is no place, and needs one of them', async () => {
    await open(ok(plan({ places: [] })));
    const asFile = await screen.findByRole('checkbox', { name: 'Spara som fil' });
    expect((asFile as HTMLInputElement).checked).toBe(true);
    fireEvent.click(asFile);
    expect(await screen.findByText(/Välj minst ett ställe/)).toBeDefined();
  });

  test('names entitled people without a card', async () => {
    await open(ok(plan({ withoutCard: ['Maja Lind'] })));
    expect(await screen.findByText('Maja Lind')).toBeDefined();
  });

  test('says why nothing can be planned, with a way to try again', async () => {
    await open(failure('draftUnknown'));
    expect(await screen.findByRole('button', { name: 'Försök igen' })).toBeDefined();
  });
});
