import * as v from 'valibot';
import { failure, ok } from '../../core/errors.ts';
import type { BackupPart } from '../backup/backupPart.ts';
import type { Keyring } from './keyring.ts';
import { personSchema, protectionSchema, secretsSchema } from './keyringData.ts';

/** Open: the person's keys as they are. Locked: as they stand on the disk, for the same passphrase. */
const identityPartSchema = v.nullable(
  v.variant('kept', [
    v.object({
      kept: v.literal('open'),
      person: personSchema,
      secrets: v.pick(secretsSchema, ['person', 'earlierIdentities']),
    }),
    v.object({ kept: v.literal('locked'), person: personSchema, protection: protectionSchema }),
  ]),
);
type IdentityPart = v.InferOutput<typeof identityPartSchema>;

/** The person's identity in the backup, which is itself encrypted. The office's keys are no part of it. */
export const identityBackupPart = (keyring: Keyring): BackupPart => ({
  name: 'identity',
  export: () => Promise.resolve(ok(exported(keyring))),
  import: async (data, passphrase) => {
    const parsed = v.safeParse(identityPartSchema, data);
    if (!parsed.success) return failure('backupDamaged');
    const part = parsed.output;
    // Who is here stays.
    if (part === null || keyring.data().person !== null) return ok(undefined);
    if (part.kept === 'locked') {
      if (keyring.state() !== 'none') return ok(undefined);
      const { person, protection } = part;
      return keyring.changeOpen((now) => ({ ...now, person, protection }));
    }
    const begun = await keyring.begin(keyring.systemProtects() ? null : passphrase);
    if (!begun.ok) return begun;
    const { person, secrets } = part;
    return keyring.change(
      (now) => ({ ...now, ...secrets }),
      (now) => ({ ...now, person }),
    );
  },
});

function exported(keyring: Keyring): IdentityPart {
  const { person, protection } = keyring.data();
  const secrets = keyring.secrets();
  if (person === null || protection === null) return null;
  if (secrets.ok) {
    const { person: own, earlierIdentities } = secrets.value;
    return { kept: 'open', person, secrets: { person: own, earlierIdentities } };
  }
  // Wrapped by this computer's own store it is of no use elsewhere.
  return protection.kind === 'passphrase' ? { kept: 'locked', person, protection } : null;
}
