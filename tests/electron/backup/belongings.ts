import path from 'node:path';
import { expect } from 'vitest';
import { itemQuestion } from '../../support/itemQuestion.ts';
import { valueOf } from '../../support/packReading.ts';
import { testId } from '../../support/testManifest.ts';
import type { OfficeComputer } from './officeComputer.ts';
import { begunDraft, officeComputer } from './officeComputer.ts';

export const keysPassphrase = 'nyckelringens fras';
export const passphrase = 'säkerhetskopians fras';
export const env = { LANG: 'sv', BEREDD_PASSPHRASE: passphrase, BEREDD_KEYS_PASSPHRASE: keysPassphrase };

/** Everything that can be somebody's own, one step each. */
const belongings: Readonly<Record<string, (office: OfficeComputer, folder: string) => Promise<unknown>>> = {
  note: ({ notes }) => notes.add(itemQuestion),
  settings: ({ library }) => library.updateSettings({ language: 'en', theme: 'dark' }),
  identity: ({ keys }) =>
    keys.own.make(
      { person: testId('person', 1), name: 'Alva Ödmark', bodies: [testId('body', 1)], roles: [] },
      keysPassphrase,
    ),
  agreed: ({ keys }) =>
    keys.keyring.changeOpen((now) => ({ ...now, receipts: { [testId('body', 1)]: true } })),
  signingKey: ({ keys }) => keys.officeKeys.make('Kansliet', keysPassphrase),
  draft: async ({ keys, ...office }, folder) => {
    valueOf(await keys.keyring.begin(keysPassphrase));
    return begunDraft({ keys, ...office }, folder);
  },
  letter: ({ keys }) =>
    keys.letters.update(() => ({
      letters: [{ pack: testId('pack', 1), item: testId('item', 1), key: 'aGVq', takenIn: 5 }],
    })),
  sent: ({ keys }) =>
    keys.people.update((data) => ({
      ...data,
      letters: [
        { pack: testId('pack', 1), item: testId('item', 1), person: testId('person', 2), written: 7 },
      ],
    })),
  speed: ({ preparation }) => preparation.update((data) => ({ ...data, speedByHand: 210 })),
  sealing: async ({ keys }) => {
    valueOf(await keys.keyring.begin(keysPassphrase));
    const record = {
      slug: 'ab'.repeat(8),
      itemKey: `AGE-SECRET-KEY-1${'Q'.repeat(58)}`,
      recipients: [],
      entries: [],
    };
    return keys.sealings.keep(testId('pack', 1), new Map([[testId('item', 1), record]]));
  },
  place: ({ issuing }) => issuing.places.add('/gemensam mapp'),
};

export const all = Object.keys(belongings);

/** A computer with some of these on it. */
export async function furnished(folder: string, chosen: readonly string[]): Promise<OfficeComputer> {
  const office = await officeComputer(folder);
  for (const name of chosen) {
    const done = await belongings[name]?.(office, path.join(folder, '..', `${path.basename(folder)}-filer`));
    if (typeof done === 'object' && done !== null && 'ok' in done) expect(done).toMatchObject({ ok: true });
  }
  return office;
}

/** Whoever takes keys in on a computer without a key store has them under the backup's passphrase. */
export async function reopened(folder: string): Promise<OfficeComputer> {
  const office = await officeComputer(folder);
  if (office.keys.keyring.state() === 'locked') valueOf(await office.keys.keyring.unlock(passphrase));
  return office;
}
