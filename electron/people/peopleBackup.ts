import * as v from 'valibot';
import { failure, ok } from '../../core/errors.ts';
import type { BackupPart } from '../backup/backupPart.ts';
import type { DurableStore } from '../storage/store.ts';
import type { PeopleData } from './peopleStore.ts';
import { peopleSchema } from './peopleStore.ts';

/** Cards, receipts and what was sent to whom, in the backup. What is here stays; what is missing is added. */
export const peopleBackupPart = (store: DurableStore<PeopleData>): BackupPart => ({
  name: 'people',
  export: () => Promise.resolve(ok(store.read())),
  import: async (value) => {
    const parsed = v.safeParse(peopleSchema, value);
    if (!parsed.success) return failure('backupDamaged');
    const there = parsed.output;
    const saved = await store.update((here) => ({
      ...here,
      cards: { ...there.cards, ...here.cards },
      receipts: joined(here.receipts, there.receipts, ({ person, pack, manifest }) => [
        person,
        pack,
        manifest,
      ]),
      letters: joined(here.letters, there.letters, ({ person, pack, item }) => [person, pack, item]),
      deliveries: joined(here.deliveries ?? [], there.deliveries ?? [], ({ member, pack, revision }) => [
        member,
        pack,
        String(revision),
      ]),
    }));
    return saved.ok ? ok(undefined) : saved;
  },
});

function joined<T>(here: readonly T[], there: readonly T[], key: (each: T) => readonly string[]): T[] {
  const known = new Set(here.map((each) => key(each).join(' ')));
  return [...here, ...there.filter((each) => !known.has(key(each).join(' ')))];
}
