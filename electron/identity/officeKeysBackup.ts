import * as v from 'valibot';
import type { Result } from '../../core/errors.ts';
import { failure, ok } from '../../core/errors.ts';
import type { BackupPart } from '../backup/backupPart.ts';
import { rawPublicKey } from '../crypto/ed25519.ts';
import { beginFromBackup } from './beginFromBackup.ts';
import type { Keyring } from './keyring.ts';
import type { KeyringData, OfficeKey } from './keyringData.ts';
import { officeKeySchema, protectionSchema, signingSecret } from './keyringData.ts';
import { signerFrom } from './signingKeys.ts';

/** Open: the keys with their secret halves. Locked: the keyring as it stands on the disk, for the same passphrase. */
const officeKeysPartSchema = v.nullable(
  v.variant('kept', [
    v.object({
      kept: v.literal('open'),
      keys: v.array(v.object({ ...officeKeySchema.entries, secret: signingSecret })),
    }),
    v.object({ kept: v.literal('locked'), keys: v.array(officeKeySchema), protection: protectionSchema }),
  ]),
);
type OfficeKeysPart = NonNullable<v.InferOutput<typeof officeKeysPartSchema>>;

/**
 * The office's signing keys in the backup, which is itself encrypted as strongly as the keyring. Where there is no root
 * a pack's next revision must come from the same key, and a key that was made here is nowhere else.
 */
export const officeKeysBackupPart = (keyring: Keyring): BackupPart => ({
  name: 'officeKeys',
  export: () => Promise.resolve(ok(exported(keyring))),
  read: (data) => {
    const parsed = v.safeParse(officeKeysPartSchema, data);
    if (!parsed.success || (parsed.output?.kept === 'open' && !parsed.output.keys.every(isSound)))
      return failure('backupDamaged');
    const part = parsed.output;
    if (part === null) return ok(() => Promise.resolve(ok(undefined)));
    const fresh = missing(part.keys, keyring.data());
    if (part.kept === 'open' && fresh.length > 0 && keyring.state() === 'locked')
      return failure('identityLocked');
    return ok((passphrase) => takeIn(keyring, part, passphrase));
  },
});

function isSound({ key, secret }: { readonly key: string; readonly secret: string }): boolean {
  const signer = signerFrom(key, secret);
  if (!signer.ok) return false;
  const { publicKey, privateKey } = signer.value;
  return Buffer.compare(rawPublicKey(privateKey), publicKey.key) === 0;
}

const missing = <T extends OfficeKey>(there: readonly T[], { officeKeys }: KeyringData): readonly T[] =>
  there.filter(({ key }) => !officeKeys.some((here) => here.key === key));

const withKeys = (now: KeyringData, there: readonly OfficeKey[]): KeyringData => ({
  ...now,
  officeKeys: [...now.officeKeys, ...missing(there, now).map(({ key, name, made }) => ({ key, name, made }))],
});

function exported(keyring: Keyring): OfficeKeysPart | null {
  const { officeKeys, protection } = keyring.data();
  const secrets = keyring.secrets();
  if (secrets.ok) {
    const { officeKeys: secretOf } = secrets.value;
    const keys = officeKeys.flatMap((each) => {
      const secret = secretOf[each.key];
      return secret === undefined ? [] : [{ ...each, secret }];
    });
    return keys.length === 0 ? null : { kept: 'open', keys };
  }
  // Everything secret of the keyring goes along, the drafts' key too, though nobody made an identity.
  return protection?.kind === 'passphrase' ? { kept: 'locked', keys: officeKeys, protection } : null;
}

async function takeIn(keyring: Keyring, part: OfficeKeysPart, passphrase: string): Promise<Result<void>> {
  if (part.kept === 'locked') return keyring.keepLocked(part.protection, (now) => withKeys(now, part.keys));
  const fresh = missing(part.keys, keyring.data());
  if (fresh.length === 0) return ok(undefined);
  const begun = await beginFromBackup(keyring, passphrase);
  if (!begun.ok) return begun;
  return keyring.change(
    (now) => ({
      ...now,
      officeKeys: { ...Object.fromEntries(fresh.map(({ key, secret }) => [key, secret])), ...now.officeKeys },
    }),
    (now) => withKeys(now, fresh),
  );
}
