import type { Result } from '../../core/errors.ts';
import { failure, ok } from '../../core/errors.ts';
import type { SealedBriefing } from '../../core/sealing/sealedBriefing.ts';
import { parseSealedBriefing } from '../../core/sealing/sealedBriefing.ts';
import type { SealedItem } from '../../core/sealing/sealedItem.ts';
import { parseSealedItem } from '../../core/sealing/sealedItem.ts';
import { decryptWith } from './ageBox.ts';

/** What a person has of a sealed item or briefing. */
export interface SealedToOpen {
  /** Of the item or briefing. */
  readonly itemId: string;
  readonly slug: string;
  /** `sealed/<slug>/key.age`, and the payloads of key letters. Hostile bytes. */
  readonly keys: readonly Uint8Array[];
  /** `sealed/<slug>/item.age` */
  readonly item: Uint8Array;
  /** The person's secret identities, the present one first. */
  readonly identities: readonly string[];
}

/** Secret: `itemKey` opens the documents. */
export interface OpenedSealed<T> {
  readonly content: T;
  readonly itemKey: string;
}

/** More than any number of recipients needs: some 110 bytes each. */
const largestKeyFile = 2 * 1024 * 1024;

/**
 * Opens a sealed item for a person. Fails with sealedNotEntitled when no key is for them, and with sealedDamaged when
 * what a key opens is not an item as the format has it.
 */
export const openSealedItem = (sealed: SealedToOpen): Promise<Result<OpenedSealed<SealedItem>>> =>
  openWithKeys(sealed, parseSealedItem);

/** The same for a briefing. */
export const openSealedBriefing = (sealed: SealedToOpen): Promise<Result<OpenedSealed<SealedBriefing>>> =>
  openWithKeys(sealed, parseSealedBriefing);

type Parse<T> = (bytes: Uint8Array, id: string, slug: string) => Result<T>;

async function openWithKeys<T>(sealed: SealedToOpen, parse: Parse<T>): Promise<Result<OpenedSealed<T>>> {
  let refusal = failure('sealedNotEntitled');
  for (const key of sealed.keys) {
    const itemKey = await openItemKey(key, sealed.identities);
    const opened = itemKey.ok ? await openWith(itemKey.value, sealed, parse) : itemKey;
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

async function openWith<T>(
  itemKey: string,
  { item, itemId, slug }: SealedToOpen,
  parse: Parse<T>,
): Promise<Result<OpenedSealed<T>>> {
  const plain = await decryptWith([itemKey], item);
  if (plain.state !== 'open') return damaged('item-format');
  const parsed = parse(plain.plain, itemId, slug);
  return parsed.ok ? ok({ content: parsed.value, itemKey }) : parsed;
}

const damaged = (rule: string): ReturnType<typeof failure> => failure('sealedDamaged', { detail: { rule } });
