import * as v from 'valibot';
import type { Result } from '../../core/errors.ts';
import { failure, ok } from '../../core/errors.ts';
import type { BackupPart } from '../backup/backupPart.ts';
import { beginFromBackup } from './beginFromBackup.ts';
import type { Keyring } from './keyring.ts';
import type { KeyringData, KeyringSecrets } from './keyringData.ts';
import { personSchema, protectionSchema, secretsSchema } from './keyringData.ts';

/** Whether secretaries may know what was opened. Files of older programs lack it. */
const receipts = v.optional(v.record(v.string(), v.boolean()));

/** Open: the person's keys as they are. Locked: as they stand on the disk, for the same passphrase. */
const identityPartSchema = v.nullable(
  v.variant('kept', [
    v.object({
      kept: v.literal('open'),
      person: personSchema,
      secrets: v.pick(secretsSchema, ['person', 'earlierIdentities']),
      receipts,
    }),
    v.object({ kept: v.literal('locked'), person: personSchema, protection: protectionSchema, receipts }),
  ]),
);
type IdentityPart = NonNullable<v.InferOutput<typeof identityPartSchema>>;

/** The person's identity in the backup, which is itself encrypted. */
export const identityBackupPart = (keyring: Keyring): BackupPart => ({
  name: 'identity',
  export: () => Promise.resolve(ok(exported(keyring))),
  read: (data) => {
    const parsed = v.safeParse(identityPartSchema, data);
    if (!parsed.success) return failure('backupDamaged');
    const part = parsed.output;
    if (part === null) return ok(() => Promise.resolve(ok(undefined)));
    const isElsewhere = part.person.recipient !== keyring.data().person?.recipient;
    if (part.kept === 'open' && isElsewhere && keyring.state() === 'locked') return failure('identityLocked');
    return ok((passphrase) => takeIn(keyring, part, passphrase));
  },
});

function exported(keyring: Keyring): IdentityPart | null {
  const { person, protection, receipts: agreed } = keyring.data();
  const secrets = keyring.secrets();
  if (person === null || protection === null) return null;
  if (secrets.ok) {
    const { person: own, earlierIdentities } = secrets.value;
    return { kept: 'open', person, secrets: { person: own, earlierIdentities }, receipts: agreed };
  }
  // Wrapped by this computer's own store it is of no use elsewhere.
  return protection.kind === 'passphrase' ? { kept: 'locked', person, protection, receipts: agreed } : null;
}

async function takeIn(keyring: Keyring, part: IdentityPart, passphrase: string): Promise<Result<void>> {
  /** Who is here stays, and what they agreed to. */
  const withPerson = (now: KeyringData): KeyringData => {
    const person = now.person ?? part.person;
    const isSame = person.person === part.person.person;
    return { ...now, person, receipts: isSame ? { ...part.receipts, ...now.receipts } : now.receipts };
  };
  if (part.kept === 'locked') return keyring.keepLocked(part.protection, withPerson);
  // The same person's: what is locked has these keys.
  if (keyring.state() === 'locked') return keyring.changeOpen(withPerson);
  const begun = await beginFromBackup(keyring, passphrase);
  if (!begun.ok) return begun;
  return keyring.change((now) => withIdentities(now, part.secrets), withPerson);
}

/** What was sealed for the keys in the backup, notes among it, opens here too, whoever is here. */
function withIdentities(
  now: KeyringSecrets,
  { person, earlierIdentities }: Pick<KeyringSecrets, 'person' | 'earlierIdentities'>,
): KeyringSecrets {
  const own = now.person ?? person;
  const there = [...(person === null ? [] : [person.ageIdentity]), ...earlierIdentities];
  const others = there.filter((each) => each !== own?.ageIdentity);
  return { ...now, person: own, earlierIdentities: [...new Set([...now.earlierIdentities, ...others])] };
}
