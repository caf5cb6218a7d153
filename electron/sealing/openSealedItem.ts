import type { Result } from '../../core/errors.ts';
import { failure, ok } from '../../core/errors.ts';
import type { SealedItem } from '../../core/sealing/sealedItem.ts';
import { parseSealedItem } from '../../core/sealing/sealedItem.ts';
import { decryptWith } from './ageBox.ts';

/** What a person has of a sealed item. */
export interface SealedToOpen {
  readonly itemId: string;
  readonly slug: string;
  /** `sealed/<slug>/key.age`, and the payloads of key letters. Hostile bytes. */
  readonly keys: readonly Uint8Array[];
  /** `sealed/<slug>/item.age` */
  readonly item: Uint8Array;
  /** The person's secret identities, the present one first. */
  readonly identities: readonly string[];
}

export interface OpenedSealedItem {
  readonly item: SealedItem;
  /** Secret: opens the documents. */
  readonly itemKey: string;
}

/** More than any number of recipients needs: some 110 bytes each. */
const largestKeyFile = 2 * 1024 * 1024;

/**
 * Opens a sealed item for a person. Fails with sealedNotEntitled when no key is for them, and with sealedDamaged when
 * what a key opens is not an item as the format has it.
 */
export async function openSealedItem(sealed: SealedToOpen): Promise<Result<OpenedSealedItem>> {
  let refusal = failure('sealedNotEntitled');
  for (const key of sealed.keys) {
    const itemKey = await openItemKey(key, sealed.identities);
    const opened = itemKey.ok ? await openWith(itemKey.value, sealed) : itemKey;
    if (opened.ok) return opened;
    // A letter that fits nobody must not hide that another key was damaged.
    if (opened.error.code !== 'sealedNotEntitled') refusal = failure(opened.error.code, opened.error);
  }
  return refusal;
}

/** From `key.age` or a letter's payload to the item's key. */
export async function openItemKey(
  keyFile: Uint8Array,
  identities: readonly string[],
): Promise<Result<string>> {
  if (keyFile.length > largestKeyFile) return damaged('too-large');
  const key = await decryptWith(identities, keyFile);
  if (key.state === 'otherKey') return failure('sealedNotEntitled');
  if (key.state !== 'open') return damaged('key-format');
  const text = Buffer.from(key.plain).toString('latin1').trimEnd();
  return /^AGE-SECRET-KEY-1[02-9AC-HJ-NP-Z]{58}$/.test(text) ? ok(text) : damaged('key-format');
}

async function openWith(
  itemKey: string,
  { item, itemId, slug }: SealedToOpen,
): Promise<Result<OpenedSealedItem>> {
  const plain = await decryptWith([itemKey], item);
  if (plain.state !== 'open') return damaged('item-format');
  const parsed = parseSealedItem(plain.plain, itemId, slug);
  return parsed.ok ? ok({ item: parsed.value, itemKey }) : parsed;
}

const damaged = (rule: string): ReturnType<typeof failure> => failure('sealedDamaged', { detail: { rule } });
