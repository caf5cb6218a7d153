import { ok } from '../../core/errors.ts';
import type { BackupPart } from '../backup/backupPart.ts';
import { readAs } from '../backup/backupPart.ts';
import { withMissing } from '../backup/withMissing.ts';
import type { DurableStore } from '../storage/store.ts';
import type { PeopleData } from './peopleStore.ts';
import { peopleSchema } from './peopleStore.ts';

/** Cards, receipts and what was sent to whom, in the backup. What is here stays; what is missing is added. */
export const peopleBackupPart = (store: DurableStore<PeopleData>): BackupPart => ({
  name: 'people',
  export: () => Promise.resolve(ok({ deliveries: [], ...store.read() })),
  read: readAs(peopleSchema, (there) =>
    store.update((here) => ({
      ...here,
      cards: { ...there.cards, ...here.cards },
      receipts: withMissing(here.receipts, there.receipts, ({ person, pack, manifest }) => [
        person,
        pack,
        manifest,
      ]),
      letters: withMissing(here.letters, there.letters, ({ person, pack, item }) => [person, pack, item]),
      deliveries: withMissing(here.deliveries ?? [], there.deliveries ?? [], ({ member, pack, revision }) => [
        member,
        pack,
        String(revision),
      ]),
    })),
  ),
});
