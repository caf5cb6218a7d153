import { readFile, readdir, rm, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import type { Manifest } from '../../../core/pack/manifest.ts';
import { memorySource } from '../../../electron/packs/byteSource.ts';
import { openPack } from '../../../electron/packs/openPack.ts';
import { openItemKey, openSealedItem } from '../../../electron/sealing/openSealedItem.ts';
import type { SealedItemForPack } from '../../../electron/sealing/sealItem.ts';
import { encryptKeyForOne, sealItem } from '../../../electron/sealing/sealItem.ts';
import { decryptPiece, pieceCount, unlockContent } from '../../../electron/sealing/sealedContent.ts';
import type { PreviousSealing } from '../../../electron/sealing/sealingRecord.ts';
import { failureOf, valueOf } from '../../support/packReading.ts';
import {
  completeItem,
  newFolder,
  people,
  seal,
  sealingDocument,
  writeSealedPack,
} from '../../support/sealedPack.ts';
import type { Person } from '../../support/sealedPack.ts';

let folder: string;
beforeEach(async () => {
  folder = await newFolder();
});
afterEach(() => rm(folder, { recursive: true }));

/** Bytes of each entry that was sealed. */
async function entriesOf({ sources }: SealedItemForPack): Promise<ReadonlyMap<string, Buffer>> {
  const read = sources.map(async ({ path: name, content }) => {
    const bytes = 'bytes' in content ? Buffer.from(content.bytes) : await readFile(content.file);
    return [name.split('/')[2] ?? '', bytes] as const;
  });
  return new Map(await Promise.all(read));
}

/** What the library keeps of a pack: every entry under its SHA-256. */
async function stored(file: string, manifest: Manifest, target: string): Promise<(name: string) => string> {
  const opened = valueOf(await openPack(file));
  for (const sha256 of opened.carried) {
    valueOf(await opened.extractDocument(sha256, path.join(target, sha256)));
  }
  await opened.close();
  return (name) => path.join(target, manifest.files.find((each) => each.path === name)?.sha256 ?? 'none');
}

async function opens(person: Person, sealed: SealedItemForPack): Promise<boolean> {
  const entries = await entriesOf(sealed);
  const opened = await openSealedItem({
    itemId: sealed.publicItem.id,
    slug: sealed.publicItem.sealed.slug,
    keys: [entries.get('key.age') ?? Buffer.alloc(0)],
    item: entries.get('item.age') ?? Buffer.alloc(0),
    identities: [person.identity],
  });
  if (!opened.ok && opened.error.code !== 'sealedNotEntitled') throw new Error(opened.error.code);
  return opened.ok;
}

const specOf = (number: number) =>
  completeItem(
    {
      title: `Hemligt ärende ${number}`,
      registryNumber: `KS 2026/${number}`,
      documents: [{ title: `Utredning ${number}` }, { title: `Bilaga ${number}` }],
    },
    number,
  );

describe('five sealed items for sixty people', () => {
  test('open for exactly those entitled, out of a pack that verifies', async () => {
    const everybody = await people(60);
    const entitledTo = (item: number): readonly Person[] =>
      everybody.filter((_, i) => (i + item) % (item + 1) === 0);
    const sealed = await Promise.all(
      [1, 2, 3, 4, 5].map((number) => seal({ ...specOf(number), entitled: entitledTo(number), folder })),
    );
    const file = path.join(folder, 'ks.beredd');
    const manifest = await writeSealedPack(file, sealed);
    const lies = await stored(file, manifest, folder);
    for (const [i, { publicItem }] of sealed.entries()) {
      const { slug } = publicItem.sealed;
      const key = await readFile(lies(`sealed/${slug}/key.age`));
      const item = await readFile(lies(`sealed/${slug}/item.age`));
      const entitled = new Set(entitledTo(i + 1));
      for (const person of everybody) {
        const opened = await openSealedItem({
          itemId: publicItem.id,
          slug,
          keys: [key],
          item,
          identities: [person.identity],
        });
        expect(opened.ok).toBe(entitled.has(person));
        if (opened.ok) expect(opened.value.content.title).toBe(`Hemligt ärende ${i + 1}`);
      }
    }
  });

  test('show neither title, registry number nor how many may open them', async () => {
    const everybody = await people(20);
    const one = await seal({ ...specOf(1), entitled: everybody.slice(0, 1), folder });
    const many = await seal({ ...specOf(2), entitled: everybody.slice(0, 16), folder });
    const more = await seal({ ...specOf(3), entitled: everybody, folder });
    const stanzas = async (each: SealedItemForPack): Promise<number> =>
      (await entriesOf(each))
        .get('key.age')
        ?.toString('latin1')
        .match(/^-> X25519 /gm)?.length ?? 0;
    expect([await stanzas(one), await stanzas(many), await stanzas(more)]).toEqual([16, 16, 32]);
    expect(one.publicItem).toMatchObject({ title: 'Sekretessärende', documents: [], registryNumber: null });
    expect(one.publicItem.sealed.pageCount).toBe(2);
  });
});

describe('a sealed document', () => {
  const large = Buffer.alloc(300_000, 'Hemligt stycke. ');

  async function sealedLarge(): Promise<{ cipher: Buffer; itemKey: string }> {
    const [person] = await people(1);
    const { item, bytes } = completeItem({ title: 'Stort', documents: [{ bytes: large }] }, 1);
    const sealed = await seal({ item, bytes, entitled: person ? [person] : [], folder });
    const cipher = (await entriesOf(sealed)).get('0001.age') ?? Buffer.alloc(0);
    return { cipher, itemKey: sealed.record.itemKey };
  }

  test('is read piece by piece at any place', async () => {
    const { cipher, itemKey } = await sealedLarge();
    const keys = valueOf(await unlockContent(memorySource(cipher), itemKey));
    expect([keys.size, pieceCount(keys)]).toEqual([large.length, 5]);
    for (const number of [4, 0, 2]) {
      const piece = valueOf(await decryptPiece(memorySource(cipher), keys, number));
      expect(large.subarray(number * 65_536, (number + 1) * 65_536).equals(piece)).toBe(true);
    }
  });

  test('is refused where a bit was changed, and when it was cut between two pieces', async () => {
    const { cipher, itemKey } = await sealedLarge();
    const changed = Buffer.from(cipher);
    changed[cipher.length - 100_000] = (changed[cipher.length - 100_000] ?? 0) ^ 1;
    const keys = valueOf(await unlockContent(memorySource(changed), itemKey));
    expect((await decryptPiece(memorySource(changed), keys, 0)).ok).toBe(true);
    expect(failureOf(await decryptPiece(memorySource(changed), keys, 3)).code).toBe('sealedDamaged');
    const cut = cipher.subarray(0, keys.start + 2 * (65_536 + 16));
    const cutKeys = valueOf(await unlockContent(memorySource(cut), itemKey));
    expect(failureOf(await decryptPiece(memorySource(cut), cutKeys, 1)).code).toBe('sealedDamaged');
  });

  test('with another content than said is refused and leaves no ciphertext', async () => {
    const { item, bytes } = specOf(1);
    const documents = bytes.map((each) => ({
      ...sealingDocument(each),
      content: { bytes: Buffer.from('x') },
    }));
    const request = { item, documents, recipients: [], previous: null, folder };
    const words = { publicTitle: 'Hemligt', reason: 'secrecy', ground: null } as const;
    expect(failureOf(await sealItem({ ...request, ...words })).code).toBe('documentDamaged');
    expect(await readdir(folder)).toEqual([]);
  });
});

describe('the next revision', () => {
  const previousOf = async (sealed: SealedItemForPack): Promise<PreviousSealing> => {
    const kept = await newFolder();
    const entries = await entriesOf(sealed);
    for (const [name, bytes] of entries) await writeFile(path.join(kept, name), bytes);
    return {
      record: sealed.record,
      ciphertext: (name) => Promise.resolve(path.join(kept, name.split('/')[2] ?? '')),
    };
  };
  const hashes = ({ record }: SealedItemForPack): Record<string, string> =>
    Object.fromEntries(record.entries.map(({ path: name, cipher }) => [name.split('/')[2] ?? '', cipher]));

  test('carries the same ciphertext when nothing changed', async () => {
    const [a, b] = await people(2);
    if (a === undefined || b === undefined) throw new Error('no people');
    const first = await seal({ ...specOf(1), entitled: [a, b], folder });
    const second = await seal({ ...specOf(1), entitled: [b, a], previous: await previousOf(first), folder });
    expect(hashes(second)).toEqual(hashes(first));
    expect(second.publicItem).toEqual(first.publicItem);
  });

  test('has only a new key file for somebody newly entitled', async () => {
    const [a, b] = await people(2);
    if (a === undefined || b === undefined) throw new Error('no people');
    const first = await seal({ ...specOf(1), entitled: [a], folder });
    const second = await seal({ ...specOf(1), entitled: [a, b], previous: await previousOf(first), folder });
    expect({ ...hashes(second), 'key.age': '' }).toEqual({ ...hashes(first), 'key.age': '' });
    expect([await opens(b, first), await opens(b, second), await opens(a, second)]).toEqual([
      false,
      true,
      true,
    ]);
  });

  test('has a new key and new ciphertext when somebody lost the right', async () => {
    const [a, b] = await people(2);
    if (a === undefined || b === undefined) throw new Error('no people');
    const first = await seal({ ...specOf(1), entitled: [a, b], folder });
    const second = await seal({ ...specOf(1), entitled: [a], previous: await previousOf(first), folder });
    const [before, after] = [Object.values(hashes(first)), Object.values(hashes(second))];
    expect(after.filter((each) => before.includes(each))).toEqual([]);
    expect([await opens(a, second), await opens(b, second)]).toEqual([true, false]);
    expect(second.record.slug).toBe(first.record.slug);
  });

  test('carries the documents that stayed and gives a new number to the one that was replaced', async () => {
    const [a] = await people(1);
    if (a === undefined) throw new Error('no people');
    const { item, bytes } = specOf(1);
    const first = await seal({ item, bytes, entitled: [a], folder });
    const changed = completeItem(
      { title: item.title, documents: [{ title: 'Ny utredning' }, { title: 'Bilaga 1' }] },
      1,
    );
    const second = await seal({ ...changed, entitled: [a], previous: await previousOf(first), folder });
    expect(hashes(second)['0002.age']).toBe(hashes(first)['0002.age']);
    expect(Object.keys(hashes(second)).toSorted()).toEqual(['0002.age', '0003.age', 'item.age', 'key.age']);
  });

  test('is sealed anew where the earlier ciphertext is gone or damaged, with the same key', async () => {
    const [a] = await people(1);
    if (a === undefined) throw new Error('no people');
    const first = await seal({ ...specOf(1), entitled: [a], folder });
    const gone = { record: first.record, ciphertext: () => Promise.resolve(path.join(folder, 'none')) };
    const second = await seal({ ...specOf(1), entitled: [a], previous: gone, folder });
    expect(second.record.itemKey).toBe(first.record.itemKey);
    expect(await opens(a, second)).toBe(true);
  });
});

describe('a key letter', () => {
  test('opens the item for the one person it is written to', async () => {
    const [chair, substitute, other] = await people(3);
    if (chair === undefined || substitute === undefined || other === undefined) throw new Error('no people');
    const sealed = await seal({ ...specOf(1), entitled: [chair], folder });
    const letter = await encryptKeyForOne(substitute.recipient, sealed.record.itemKey);
    expect(letter.length).toBeLessThan(300);
    expect(valueOf(await openItemKey(letter, [substitute.identity]))).toBe(sealed.record.itemKey);
    expect(failureOf(await openItemKey(letter, [other.identity])).code).toBe('sealedNotEntitled');
    expect(failureOf(await openItemKey(Buffer.from('age?'), [other.identity])).code).toBe('sealedDamaged');
  });
});
