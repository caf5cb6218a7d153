import path from 'node:path';
import * as v from 'valibot';
import type { Result } from '../../core/errors.ts';
import { failure, ok } from '../../core/errors.ts';
import { base64 } from '../../core/exchange/exchangeValues.ts';
import { decodeBase64, encodeBase64 } from '../../core/pack/base64.ts';
import type { Uuid } from '../../core/pack/manifest.ts';
import type { Disk } from '../storage/disk.ts';
import type { DurableStore } from '../storage/store.ts';
import { openStore } from '../storage/store.ts';
import type { SealingRecord } from './sealingRecord.ts';
import { sealingRecordSchema } from './sealingRecord.ts';

/** What the office keeps of items it sealed: their keys, so that the next revision carries the same ciphertext. */
export interface SealingRecords {
  /** Full paths of damaged files that were set aside at opening. */
  readonly setAside: readonly string[];
  /** Null for an item that was never sealed here. Fails with draftLocked. */
  readonly record: (packId: Uuid, itemId: Uuid) => Promise<Result<SealingRecord | null>>;
  readonly keep: (packId: Uuid, records: ReadonlyMap<Uuid, SealingRecord>) => Promise<Result<void>>;
  /** Ids of the pack's items that have a record. */
  readonly items: (packId: Uuid) => readonly Uuid[];
  /** All of them as they lie on disk, for the backup. */
  readonly all: () => SealedRecords;
  /** Adds those that are not here; in packs of `replaces` theirs take the place of those here. */
  readonly takeIn: (others: {
    readonly records: SealedRecords;
    readonly replaces: ReadonlySet<Uuid>;
  }) => Promise<Result<void>>;
  readonly flush: () => Promise<void>;
}

/** Closes and opens what must not be readable on the disk. */
export interface Vault {
  readonly seal: (plain: Uint8Array) => Promise<Result<Uint8Array>>;
  readonly open: (sealed: Uint8Array) => Promise<Result<Uint8Array>>;
}

/** Pack → item → the record, sealed by the vault. */
export const sealedRecordsSchema = v.record(v.string(), v.record(v.string(), base64(4 * 1024 * 1024)));
export type SealedRecords = v.InferOutput<typeof sealedRecordsSchema>;

const sealingsSchema = v.object({ packs: sealedRecordsSchema });
type Sealings = v.InferOutput<typeof sealingsSchema>;

/**
 * Opens `sealings.json`; its records are encrypted. A damaged one is set aside: the next revision then has new keys and
 * ciphertext.
 */
export async function openSealingRecords(
  folder: string,
  vault: Vault,
  disk?: Disk,
): Promise<Result<SealingRecords>> {
  const store = await openStore<Sealings>({
    file: path.join(folder, 'sealings.json'),
    kind: 'sealings',
    version: 1,
    schema: sealingsSchema,
    initial: { packs: {} },
    whenUnreadable: 'setAside',
    ...(disk && { disk }),
  });
  return store.ok ? ok(recordsOver(store.value, vault)) : store;
}

const recordsOver = (store: DurableStore<Sealings>, vault: Vault): SealingRecords => ({
  setAside: store.report.setAside,
  record: async (packId, itemId) => {
    const sealed = decodeBase64(store.read().packs[packId]?.[itemId] ?? '');
    if (sealed === null || sealed.length === 0) return ok(null);
    const plain = await vault.open(sealed);
    if (!plain.ok) return plain;
    const parsed = v.safeParse(sealingRecordSchema, JSON.parse(Buffer.from(plain.value).toString()));
    return parsed.success ? ok(parsed.output) : failure('draftDamaged', { detail: { setAside: '' } });
  },
  keep: async (packId, records) => {
    const sealed: Record<Uuid, string> = {};
    for (const [itemId, record] of records) {
      const bytes = await vault.seal(Buffer.from(JSON.stringify(record)));
      if (!bytes.ok) return bytes;
      sealed[itemId] = encodeBase64(bytes.value);
    }
    const saved = await store.update(({ packs }) => ({
      packs: { ...packs, [packId]: { ...packs[packId], ...sealed } },
    }));
    return saved.ok ? ok(undefined) : saved;
  },
  all: () => store.read().packs,
  takeIn: async ({ records, replaces }) => {
    const saved = await store.update(({ packs }) => {
      const joined = { ...packs };
      for (const [packId, there] of Object.entries(records)) {
        const here = packs[packId] ?? {};
        joined[packId] = replaces.has(packId) ? { ...here, ...there } : { ...there, ...here };
      }
      return { packs: joined };
    });
    return saved.ok ? ok(undefined) : saved;
  },
  items: (packId) => Object.keys(store.read().packs[packId] ?? {}),
  flush: store.flush,
});
