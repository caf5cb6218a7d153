import { ok } from '../../core/errors.ts';
import type { BackupPart } from '../backup/backupPart.ts';
import { readAs } from '../backup/backupPart.ts';
import { withMissing } from '../backup/withMissing.ts';
import type { DurableStore } from '../storage/store.ts';
import type { Letters } from './letterStore.ts';
import { lettersSchema } from './letterStore.ts';

/** Key letters the person was given, still encrypted to the person: what a pack does not bring again. */
export const letterBackupPart = (store: DurableStore<Letters>): BackupPart => ({
  name: 'letters',
  export: () => Promise.resolve(ok(store.read())),
  read: readAs(lettersSchema, (there) =>
    store.update((here) => ({
      letters: withMissing(here.letters, there.letters, ({ pack, item, key }) => [pack, item, key]),
    })),
  ),
});
