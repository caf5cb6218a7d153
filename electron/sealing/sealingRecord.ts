import { createHash } from 'node:crypto';
import { createReadStream } from 'node:fs';
import * as v from 'valibot';
import { ageIdentity, ageRecipient } from '../../core/exchange/exchangeValues.ts';
import { closed, listOf, orNull, sha256, slug, text, uuid } from '../../core/pack/manifestValues.ts';
import type { Sha256 } from '../../core/pack/manifest.ts';
import type { PackSource } from '../packs/packs.ts';
import { systemCodeOf } from '../storage/diskFailure.ts';

/** What the office remembers of an item it sealed, to seal it again without need for new ciphertext. Secret. */
export const sealingRecordSchema = closed({
  slug,
  itemKey: ageIdentity,
  /** Everybody entitled, sorted; without the throw-away ones. */
  recipients: listOf(ageRecipient),
  /** Ids of people from whom the item is hidden: no key letter is written for them. Left out: nobody. */
  hiddenFrom: v.optional(listOf(uuid)),
  /** SHA-256s of each entry before and after encryption; `plain` is null for key.age. */
  entries: listOf(closed({ path: text, plain: orNull(sha256), cipher: sha256 })),
});
export type SealingRecord = v.InferOutput<typeof sealingRecordSchema>;
type RecordedEntry = SealingRecord['entries'][number];

/** What is known of the same item's sealing in the revision before. */
export interface PreviousSealing {
  readonly record: SealingRecord;
  /** Where that revision's ciphertext lies (`sealed/<slug>/…`), or null when it is gone. */
  readonly ciphertext: (path: string) => Promise<string | null>;
}

/** An entry of the revision before, when its ciphertext is still there and unchanged. */
export async function reusedEntry(
  { record, ciphertext }: PreviousSealing,
  isWanted: (entry: RecordedEntry) => boolean,
): Promise<{
  readonly source: PackSource;
  readonly plain: Sha256 | null;
  readonly cipher: Sha256;
} | null> {
  const entry = record.entries.find(isWanted);
  const file = entry === undefined ? null : await ciphertext(entry.path);
  if (entry === undefined || file === null || (await sha256OfFile(file)) !== entry.cipher) return null;
  return { source: { path: entry.path, content: { file } }, plain: entry.plain, cipher: entry.cipher };
}

async function sha256OfFile(file: string): Promise<Sha256 | null> {
  const hash = createHash('sha256');
  try {
    for await (const chunk of createReadStream(file, { highWaterMark: 512 * 1024 })) hash.update(chunk);
  } catch (error) {
    if (systemCodeOf(error) !== null) return null;
    throw error;
  }
  return hash.digest('hex');
}
