import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { applyImport, importKind } from '../../../core/library/applyImport.ts';
import { currentClaim, keyStateOf, ownerOf, signerDoubt } from '../../../core/library/claims.ts';
import { decideKey } from '../../../core/library/keyDecision.ts';
import type { LibraryData } from '../../../core/library/libraryData.ts';
import { emptyLibrary } from '../../../core/library/libraryData.ts';
import { libraryView } from '../../../core/library/libraryView.ts';
import { testId } from '../../support/testManifest.ts';
import { importAll, noon, sceneContext, scenePack } from './libraryScene.ts';

const packId = testId('pack', 1);
const revision = (number: number, note = '') =>
  scenePack({ pack: { revision: number, note, issued: `2026-11-24T1${number}:30:00+01:00` } });

const knownKey = (data: LibraryData, key: string): LibraryData => ({
  ...data,
  keys: { ...data.keys, [key]: { words: [], decision: 'known', decidedAt: noon - 1000 } },
});

describe('the Library rule', () => {
  const anyPack = fc
    .record({
      pack: fc.integer({ min: 1, max: 3 }),
      revision: fc.integer({ min: 1, max: 4 }),
      note: fc.constantFrom('', 'annat innehåll', 'ett tredje'),
      issuerKey: fc.constantFrom('RWkey-a', 'RWkey-b'),
      rooted: fc.boolean(),
      sharesMeeting: fc.boolean(),
    })
    .map((each) =>
      scenePack({
        pack: { id: testId('pack', each.pack), revision: each.revision, note: each.note },
        meeting: { id: testId('meeting', each.sharesMeeting ? 1 : each.pack) },
        issuerKey: each.issuerKey,
        root: each.rooted
          ? {
              key: 'RWroot',
              trustVersion: each.revision,
              removed: each.revision > 2 ? { 'RWkey-b': noon } : {},
              limited: each.revision > 1 ? { 'RWkey-a': [testId('body', 1)] } : {},
            }
          : null,
      }),
    );

  it('gives the same library for the same packs in any order, any number of times', () => {
    const anyStart = fc.constantFrom(emptyLibrary(), knownKey(emptyLibrary(), 'RWkey-a'));
    const anyPacks = fc.array(anyPack, { minLength: 1, maxLength: 8 });
    const orders = anyPacks.chain((packs) =>
      fc.tuple(
        fc.constant(packs),
        fc.shuffledSubarray(packs, { minLength: packs.length }),
        fc.array(fc.constantFrom(...packs), { maxLength: 6 }),
      ),
    );
    fc.assert(
      fc.property(anyStart, orders, (start, [packs, shuffled, repeats]) => {
        const once = importAll(packs, start);
        const again = importAll([...repeats, ...shuffled, ...repeats], start);
        expect(again).toEqual(once);
        const context = sceneContext(packs);
        expect(libraryView(again, context, new Map())).toEqual(libraryView(once, context, new Map()));
      }),
      { numRuns: 300 },
    );
  });

  it('never lets an older revision replace a newer one', () => {
    const [first, second] = [revision(1), revision(2)];
    const data = importAll([second, first]);
    expect(currentClaim(data, packId)?.revision.revision).toBe(2);
    expect(importKind(importAll([second]), data, first)).toBe('older');
  });

  it('tells what became of each pack', () => {
    const [first, second] = [revision(1), revision(2)];
    const one = importAll([first]);
    expect(importKind(emptyLibrary(), one, first)).toBe('added');
    expect(importKind(one, importAll([first, second]), second)).toBe('updated');
    expect(importKind(one, applyImport(one, first), first)).toBe('known');
  });

  it('keeps a fork beside the one shown and shows the one issued last', () => {
    const early = scenePack({ pack: { revision: 2, issued: '2026-11-24T10:00:00+01:00' } });
    const late = scenePack({ pack: { revision: 2, issued: '2026-11-24T11:00:00+01:00', note: 'igen' } });
    const data = importAll([late, early]);
    expect(currentClaim(data, packId)?.revision.manifest).toBe(late.manifestSha256);
    expect(importKind(importAll([late]), data, early)).toBe('keptApart');
  });
});

describe('who a pack belongs to', () => {
  const mine = (key: string, seenAt: number) => scenePack({ issuerKey: key, seenAt, pack: { note: key } });

  it('is the key it was first seen with while none is confirmed', () => {
    const data = importAll([mine('RWkey-b', noon), mine('RWkey-a', noon + 1)]);
    expect(ownerOf(data, packId)).toBe('RWkey-b');
  });

  it('is the confirmed key, whichever came first', () => {
    const packs = [mine('RWkey-b', noon), mine('RWkey-a', noon + 1)];
    const data = decideKey(importAll(packs), 'RWkey-a', true, noon + 2);
    expect(data && ownerOf(data, packId)).toBe('RWkey-a');
  });

  it('stays when another key is confirmed later', () => {
    const packs = [mine('RWkey-b', noon), mine('RWkey-a', noon + 1)];
    const first = decideKey(importAll(packs), 'RWkey-b', true, noon + 2);
    const both = first && decideKey(first, 'RWkey-a', true, noon + 3);
    expect(both && ownerOf(both, packId)).toBe('RWkey-b');
  });

  it('keeps a pack under a foreign key apart', () => {
    const before = knownKey(importAll([mine('RWkey-a', noon)]), 'RWkey-a');
    const foreign = scenePack({ issuerKey: 'RWkey-b', pack: { revision: 9 }, seenAt: noon + 1 });
    const after = applyImport(before, foreign);
    expect(importKind(before, after, foreign)).toBe('keptApart');
    expect(currentClaim(after, packId)?.revision.revision).toBe(1);
  });

  it('shows a known body under an unknown key as changed', () => {
    const known = knownKey(importAll([mine('RWkey-a', noon)]), 'RWkey-a');
    const other = scenePack({
      issuerKey: 'RWkey-b',
      pack: { id: testId('pack', 2) },
      meeting: { id: testId('meeting', 2) },
    });
    const claim = currentClaim(applyImport(known, other), testId('pack', 2));
    expect(claim && keyStateOf(applyImport(known, other), claim)).toBe('changed');
  });
});

describe('a root', () => {
  const root = (version: number, removed: Readonly<Record<string, number>> = {}) => ({
    key: 'RWroot',
    trustVersion: version,
    removed,
    limited: {},
  });
  const confirmed = (data: LibraryData) => decideKey(data, 'RWroot', true, noon) ?? data;

  it('stands for the signers it names, so that a new signer is known at once', () => {
    const data = confirmed(importAll([scenePack({ issuerKey: 'RWkey-a', root: root(1) })]));
    const next = scenePack({ issuerKey: 'RWkey-b', root: root(2), pack: { revision: 2 } });
    const claim = currentClaim(applyImport(data, next), packId);
    expect(claim?.revision.revision).toBe(2);
    expect(claim && keyStateOf(applyImport(data, next), claim)).toBe('known');
  });

  it('makes packs of a removed signer not confirmed, except those seen before', () => {
    const seen = scenePack({ root: root(1), seenAt: noon - 10 });
    const late = scenePack({ root: root(1), seenAt: noon + 10, pack: { id: testId('pack', 2) } });
    const news = scenePack({
      issuerKey: 'RWkey-b',
      root: root(2, { 'RWkey-a': noon }),
      pack: { id: testId('pack', 3) },
    });
    const data = confirmed(importAll([seen, late, news]));
    const stateOf = (id: string) => {
      const claim = currentClaim(data, id);
      return claim && keyStateOf(data, claim);
    };
    expect(stateOf(packId)).toBe('known');
    expect(stateOf(testId('pack', 2))).not.toBe('known');
    expect(stateOf(testId('pack', 3))).toBe('known');
  });

  it('makes packs of a limited signer for other bodies not confirmed, except those seen before', () => {
    const limits = { ...root(2), limited: { 'RWkey-a': [testId('body', 1)] } };
    const elsewhere = (pack: number, seenAt: number) =>
      scenePack({
        root: root(1),
        seenAt,
        pack: { id: testId('pack', pack) },
        meeting: { id: testId('meeting', pack), body: { id: testId('body', 2), name: 'BUN', roster: null } },
      });
    const data = confirmed(
      importAll([elsewhere(2, noon - 10), scenePack({ root: limits }), elsewhere(3, noon + 10)]),
    );
    const stateOf = (id: string) => {
      const claim = currentClaim(data, id);
      return claim && keyStateOf(data, claim);
    };
    expect(stateOf(packId)).toBe('known');
    expect(stateOf(testId('pack', 2))).toBe('known');
    expect(stateOf(testId('pack', 3))).not.toBe('known');
    const doubtOf = (id: string) => {
      const claim = currentClaim(data, id);
      return claim && signerDoubt(data, claim.authority, claim.revision);
    };
    expect([packId, testId('pack', 2), testId('pack', 3)].map(doubtOf)).toEqual([null, null, 'otherBody']);
  });

  it('is not led back by an older list', () => {
    const news = scenePack({ root: root(2, { 'RWkey-b': noon }) });
    const old = scenePack({ root: root(1), pack: { revision: 2 } });
    expect(importAll([news, old]).trust['RWroot']?.version).toBe(2);
  });
});

describe('the decision on a key', () => {
  it('is null for a key that no pack came under', () => {
    expect(decideKey(emptyLibrary(), 'RWkey-a', true, noon)).toBeNull();
  });

  it('keeps the time of the first confirmation', () => {
    const once = decideKey(importAll([scenePack()]), 'RWkey-a', true, noon);
    expect(once && decideKey(once, 'RWkey-a', true, noon + 5)).toEqual(once);
  });

  it('can be declined and later confirmed', () => {
    const declined = decideKey(importAll([scenePack()]), 'RWkey-a', false, noon);
    expect(declined?.keys['RWkey-a']?.decision).toBe('declined');
    const claim = declined && currentClaim(declined, packId);
    expect(claim && declined && keyStateOf(declined, claim)).toBe('declined');
    const confirmed = declined && decideKey(declined, 'RWkey-a', true, noon + 5);
    expect(confirmed?.keys['RWkey-a']).toMatchObject({ decision: 'known', decidedAt: noon + 5 });
  });
});
