import { fireEvent, screen, within } from '@testing-library/react';
import { describe, expect, it } from 'vitest';
import { failure, ok } from '../../../core/errors.ts';
import type { IdentityView } from '../../../core/exchange/identityViews.ts';
import { testId } from '../../support/libraryBuilders.ts';
import type { FakeAnswers } from '../../support/fakeClient.ts';
import { createFakeBridge, installFakeBridge, sampleIdentityView } from '../../support/fakeClient.ts';
import { openWindow, settle } from '../../support/openWindow.tsx';
import { renderWithMessages } from '../../support/renderWithMessages.tsx';
import { ConflictNotice } from '../../../renderer/features/identity/ConflictNotice.tsx';

const click = (name: string | RegExp): void => void fireEvent.click(screen.getByRole('button', { name }));
const type = (label: string, value: string): void =>
  void fireEvent.change(screen.getByLabelText(label), { target: { value } });

const words = ['kalv', 'snölykta', 'intervju', 'spel', 'ärtsoppa', 'gyllene'];
const alva = (state: IdentityView['state']): IdentityView =>
  sampleIdentityView({
    state,
    protection: 'passphrase',
    person: {
      person: testId(1),
      name: 'Alva Ödmark',
      roles: ['ledamot'],
      bodyNames: ['Kommunstyrelsen'],
      words,
      created: '2026-11-02T08:00:00+01:00',
    },
  });

async function openIdentity(identity: FakeAnswers['identity']) {
  const fake = await openWindow({ answers: { ...(identity && { identity }) } });
  click('Inställningar');
  await settle();
  // Read later than the rest of the window, and drawn when main has answered.
  await screen.findByText('Om datorn blir stulen eller försvinner');
  return fake;
}
const showing = (view: IdentityView): NonNullable<FakeAnswers['identity']> => ({
  view: () => Promise.resolve(ok(view)),
});

describe('my identity', () => {
  it('is made as somebody of a roster, with a passphrase that is long enough and typed twice the same', async () => {
    const candidate = {
      person: testId(2),
      name: 'Alva Ödmark',
      party: 'Bygdepartiet',
      role: 'chair',
      bodyId: testId(3),
      bodyName: 'Kommunstyrelsen',
    } as const;
    const fake = await openIdentity(showing(sampleIdentityView({ candidates: [candidate] })));
    click('Gör min identitet');
    await settle();
    const dialog = within(screen.getByRole('dialog'));
    fireEvent.click(dialog.getByRole('radio', { name: 'Alva Ödmark, Bygdepartiet (Kommunstyrelsen)' }));
    type('Lösenfras', 'kort');
    const make = (): boolean => fireEvent.click(dialog.getByRole('button', { name: 'Gör min identitet' }));
    make();
    await settle();
    expect(dialog.getByText('Minst 12 tecken.')).toBeTruthy();
    type('Lösenfras', 'korp valross orgel');
    type('Lösenfrasen en gång till', 'korp valross orgel');
    make();
    await settle();
    expect(fake.calls.filter(({ name }) => name === 'identity.make')).toEqual([
      {
        name: 'identity.make',
        args: {
          person: { person: testId(2), name: 'Alva Ödmark', bodies: [testId(3)], roles: ['ordförande'] },
          passphrase: 'korp valross orgel',
        },
      },
    ]);
  });

  it('asks for no passphrase where the system has a key store', async () => {
    await openIdentity(showing(sampleIdentityView({ systemProtects: true })));
    click('Gör min identitet');
    await settle();
    expect(screen.queryByLabelText('Lösenfras')).toBeNull();
    expect(screen.getByText(/Datorns nyckelförråd skyddar/)).toBeTruthy();
  });

  it('is unlocked by its passphrase and says when that is wrong', async () => {
    await openIdentity({
      ...showing(alva('locked')),
      unlock: ({ passphrase }) =>
        Promise.resolve(
          passphrase === 'rätt'
            ? ok(alva('open'))
            : failure('identityPassphrase', { detail: { reason: 'wrong' } }),
        ),
    });
    type('Lösenfras', 'fel');
    click('Lås upp');
    await settle();
    expect(screen.getByText('Lösenfrasen stämmer inte')).toBeTruthy();
    type('Lösenfras', 'rätt');
    click('Lås upp');
    await settle();
    expect(screen.getByText('Upplåst')).toBeTruthy();
    expect(screen.getByRole('button', { name: 'Spara kortet' })).toBeTruthy();
  });

  it('with a forgotten passphrase says what is lost and what is not before it begins anew', async () => {
    const fake = await openIdentity(showing(alva('locked')));
    click('Jag har glömt lösenfrasen');
    await settle();
    const dialog = within(screen.getByRole('dialog'));
    expect(dialog.getByText(/^Sekretessärenden som är krypterade/)).toBeTruthy();
    expect(dialog.getByText(/^Alla handlingspaket, alla andra handlingar/)).toBeTruthy();
    fireEvent.change(dialog.getByLabelText('Lösenfras'), { target: { value: 'en alldeles ny fras' } });
    fireEvent.change(dialog.getByLabelText('Lösenfrasen en gång till'), {
      target: { value: 'en alldeles ny fras' },
    });
    fireEvent.click(dialog.getByRole('button', { name: 'Börja om med en ny identitet' }));
    await settle();
    expect(fake.calls.at(-1)).toEqual({
      name: 'identity.startAnew',
      args: { passphrase: 'en alldeles ny fras' },
    });
  });

  it('tells of key letters that come from outside, taken or refused', async () => {
    const fake = await openIdentity(showing(alva('open')));
    fake.emit('identity.lettersTaken', {
      outcomes: [
        {
          file: 'annan.beredd-key',
          kind: 'refused',
          error: { code: 'letterOtherPerson', file: 'annan.beredd-key' },
        },
      ],
    });
    await settle();
    expect(screen.getByText('annan.beredd-key är till någon annan')).toBeTruthy();
  });
});

describe('a conflict of interest in an item', () => {
  const conflicts = [
    { person: testId(1), name: 'Alva Ödmark (S)', policy: 'warn' as const },
    { person: testId(2), name: 'Bo Ek (M)', policy: 'warn' as const },
  ];

  async function notice(view: IdentityView): Promise<string> {
    installFakeBridge(createFakeBridge({ identity: showing(view) }));
    renderWithMessages(<ConflictNotice conflicts={conflicts} />);
    await settle();
    return screen.getByRole('note').textContent;
  }

  it('is said plainly to the person themself, with what the law says', async () => {
    const said = await notice(alva('open'));
    expect(said).toContain('Du är jävig i det här ärendet enligt kallelsen.');
    expect(said).toContain('KL 6 kap. 30 §');
    expect(said).toContain('Jäv enligt kallelsen: Bo Ek (M).');
  });

  it('is named to everybody else', async () => {
    const said = await notice(sampleIdentityView({}));
    expect(said).toBe('Jäv enligt kallelsen: Alva Ödmark (S), Bo Ek (M).');
  });
});
