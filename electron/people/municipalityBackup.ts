import * as v from 'valibot';
import { readSuccession } from '../../core/exchange/rootSuccession.ts';
import { failure, ok } from '../../core/errors.ts';
import { decodeBase64 } from '../../core/pack/base64.ts';
import { parsePublicKeyLine } from '../../core/pack/minisign.ts';
import { entryNames } from '../../core/pack/packLimits.ts';
import type { Trust } from '../../core/pack/trust.ts';
import { parseTrust } from '../../core/pack/trust.ts';
import type { BackupPart } from '../backup/backupPart.ts';
import { verifyEnvelope } from '../crypto/envelopeSigning.ts';
import { verifyMinisign } from '../crypto/minisignFiles.ts';
import type { DurableStore } from '../storage/store.ts';
import type { OfficeData } from './officeData.ts';
import { officeSchema } from './officeData.ts';

type Root = NonNullable<OfficeData['root']>;

/** The municipality's public root key and its signed list of signers. Only what goes on from what is here replaces it. */
export const municipalityBackupPart = (store: DurableStore<OfficeData>): BackupPart => ({
  name: 'municipality',
  export: () => Promise.resolve(ok(store.read())),
  read: (data) => {
    const parsed = v.safeParse(officeSchema, data);
    const there = parsed.success ? parsed.output.root : null;
    if (!parsed.success || (there !== null && signedList(there) === null)) return failure('backupDamaged');
    return ok(async () => {
      const saved = await store.update((here) => (goesOnFrom(here.root, there) ? { root: there } : here));
      return saved.ok ? ok(undefined) : saved;
    });
  },
});

/** The list, when the root signed it. */
function signedList({ key, trust, signature }: Root): Trust | null {
  const publicKey = parsePublicKeyLine(key);
  const [list, signed] = [decodeBase64(trust), decodeBase64(signature)];
  if (publicKey === null || list === null || signed === null) return null;
  if (!verifyMinisign(publicKey, list, signed, entryNames.trustSignature).ok) return null;
  const parsed = parseTrust(list);
  return parsed.ok ? parsed.value : null;
}

/** A first root, a newer list of the same one, or the one that the root of here names in its letter. */
function goesOnFrom(here: Root | null, there: Root | null): there is Root {
  if (there === null) return false;
  if (here === null) return true;
  if (here.key === there.key) return versionOf(there) > versionOf(here);
  const letter = decodeBase64(there.succession?.letter ?? '');
  const named = letter === null ? null : readSuccession(letter, verifyEnvelope);
  return named?.ok === true && named.value.content.from === here.key && named.value.content.to === there.key;
}

const versionOf = (root: Root): number => signedList(root)?.version ?? 0;
