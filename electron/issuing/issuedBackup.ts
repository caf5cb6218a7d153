import * as v from 'valibot';
import type { Result } from '../../core/errors.ts';
import { failure, ok } from '../../core/errors.ts';
import { ageIdentity } from '../../core/exchange/exchangeValues.ts';
import type { BackupPart } from '../backup/backupPart.ts';
import { withMissing } from '../backup/withMissing.ts';
import type { DraftKeys } from '../drafts/draftsBackup.ts';
import type { SealingRecords } from '../sealing/sealingMemory.ts';
import { sealedRecordsSchema } from '../sealing/sealingMemory.ts';
import type { DurableStore } from '../storage/store.ts';
import type { IssuedRegister } from './issuedRegister.ts';
import { registerSchema } from './issuedRegister.ts';

const issuedPartSchema = v.object({
  register: registerSchema,
  /** As they lie on disk: encrypted to the drafts' key. */
  sealings: sealedRecordsSchema,
  /** What opens them. */
  keys: v.array(ageIdentity),
});
type IssuedPart = v.InferOutput<typeof issuedPartSchema>;

export interface IssuedToBackUp {
  readonly register: DurableStore<IssuedRegister>;
  readonly sealings: Pick<SealingRecords, 'all' | 'takeIn'>;
  readonly keys: DraftKeys;
}

/**
 * What this office issued and sealed: with it another computer goes on with the next revision, carries the same
 * ciphertext and can write key letters.
 */
export const issuedBackupPart = (source: IssuedToBackUp): BackupPart => ({
  name: 'issued',
  export: () =>
    Promise.resolve(
      ok({
        register: source.register.read(),
        sealings: source.sealings.all(),
        keys: [...source.keys.all()],
      } satisfies IssuedPart),
    ),
  read: (data) => {
    const part = v.safeParse(issuedPartSchema, data);
    if (!part.success) return failure('backupDamaged');
    const keysToAdd = Object.keys(part.output.sealings).length > 0 ? part.output.keys : [];
    const mayAdd = source.keys.mayAdd(keysToAdd);
    return mayAdd.ok
      ? ok((passphrase) => takeIn(source, { ...part.output, keys: keysToAdd }, passphrase))
      : mayAdd;
  },
});

async function takeIn(
  { register, sealings, keys }: IssuedToBackUp,
  part: IssuedPart,
  passphrase: string,
): Promise<Result<void>> {
  const kept = await keys.add(part.keys, passphrase);
  if (!kept.ok) return kept;
  // A pack's keys are those of its latest revision; asked before the register knows of theirs.
  const here = register.read();
  const taken = await sealings.takeIn(newerOf(here, part));
  if (!taken.ok) return taken;
  const saved = await register.update((now) => ({
    issued: withMissing(now.issued, part.register.issued, ({ packId, revision, manifestSha256 }) => [
      packId,
      String(revision),
      manifestSha256,
    ]).toSorted((a, b) => Date.parse(b.issued) - Date.parse(a.issued)),
    places: withMissing(now.places, part.register.places, ({ folder }) => [folder]),
    lastKeyId: now.lastKeyId ?? part.register.lastKeyId,
  }));
  return saved.ok ? ok(undefined) : saved;
}

/** Of each pack, whether its sealings there are of a later revision than those here. */
const newerOf = (here: IssuedRegister, { register, sealings }: IssuedPart) => ({
  records: sealings,
  replaces: new Set(
    Object.keys(sealings).filter((packId) => latest(register, packId) > latest(here, packId)),
  ),
});

const latest = ({ issued }: IssuedRegister, packId: string): number =>
  issued.reduce((most, each) => (each.packId === packId ? Math.max(most, each.revision) : most), 0);
