import { describe, expect, it } from 'vitest';
import { currentClaim, keyStateOf } from '../../../core/library/claims.ts';
import { decideKey } from '../../../core/library/keyDecision.ts';
import type { LibraryData } from '../../../core/library/libraryData.ts';
import { libraryDataSchema } from '../../../core/library/libraryData.ts';
import { libraryBackup, withLibraryBackup } from '../../../core/library/libraryBackup.ts';
import { libraryNotices } from '../../../core/library/notices.ts';
import { currentRoot, succeedRoot, successionStanding } from '../../../core/library/succession.ts';
import * as v from 'valibot';
import { testId } from '../../support/testManifest.ts';
import { importAll, noon, scenePack } from './libraryScene.ts';

const packId = testId('pack', 1);
const under = (key: string, version = 1, removed: Readonly<Record<string, number>> = {}) => ({
  root: { key, trustVersion: version, removed, limited: {} },
});
const offer = (from: string, to: string) => ({
  from,
  to,
  newWords: ['ny', 'nyckel', 'med', 'sex', 'andra', 'ord'],
});
const confirmed = (data: LibraryData, key: string): LibraryData => decideKey(data, key, true, noon) ?? data;
const stateOf = (data: LibraryData, id = packId) => {
  const claim = currentClaim(data, id);
  return claim && keyStateOf(data, claim);
};
const alarms = (data: LibraryData) =>
  libraryNotices(data, () => 'Sammanträde').filter(({ severity }) => severity === 'alarm');

const first = scenePack(under('RWold'));
const known = confirmed(importAll([first]), 'RWold');

describe('a new root that the old one named', () => {
  it('takes over what came under the old one, and vouches for what comes', () => {
    const after = succeedRoot(known, offer('RWold', 'RWnew'), noon + 5);
    const next = scenePack({ ...under('RWnew', 2), issuerKey: 'RWkey-b', pack: { revision: 2 } });
    const data = importAll([next], after);
    expect(currentClaim(data, packId)?.revision.revision).toBe(2);
    expect(stateOf(data)).toBe('known');
    expect(alarms(data)).toEqual([]);
    expect(v.is(libraryDataSchema, data)).toBe(true);
  });

  it('finds a pack again that was here before, whatever root it carries', () => {
    const after = succeedRoot(known, offer('RWold', 'RWnew'), noon + 5);
    const again = importAll([first], after);
    expect(again.packs).toEqual(after.packs);
    expect(alarms(again)).toEqual([]);
  });

  it('leaves nothing to the old key: what it signs afterwards stands apart with an alarm', () => {
    const after = succeedRoot(known, offer('RWold', 'RWnew'), noon + 5);
    const forged = scenePack({ ...under('RWold', 9), pack: { revision: 7 }, seenAt: noon + 10 });
    const data = importAll([forged], after);
    expect(currentClaim(data, packId)?.revision.revision).toBe(1);
    expect(alarms(data)).toHaveLength(1);
  });

  it('keeps removed signers removed until the new list is here', () => {
    const removing = confirmed(importAll([scenePack(under('RWold', 3, { 'RWkey-b': noon }))]), 'RWold');
    const after = succeedRoot(removing, offer('RWold', 'RWnew'), noon + 5);
    const bySigner = scenePack({
      ...under('RWnew', 0),
      issuerKey: 'RWkey-b',
      pack: { id: testId('pack', 2) },
      seenAt: noon + 9,
    });
    expect(stateOf(importAll([bySigner], after), testId('pack', 2))).not.toBe('known');
  });

  it('may be replaced in its turn, but never by a key before it', () => {
    const twice = succeedRoot(
      succeedRoot(known, offer('RWold', 'RWnew'), noon + 5),
      offer('RWnew', 'RWnewer'),
      noon + 6,
    );
    expect(currentRoot(twice, 'RWold')).toBe('RWnewer');
    expect(stateOf(twice)).toBe('known');
    expect(successionStanding(twice, offer('RWnewer', 'RWold'))).toBe('unknownRoot');
  });

  it('is not taken from a root whose words were never compared, nor twice', () => {
    expect(successionStanding(importAll([first]), offer('RWold', 'RWnew'))).toBe('unknownRoot');
    const after = succeedRoot(known, offer('RWold', 'RWnew'), noon + 5);
    expect(successionStanding(after, offer('RWold', 'RWnew'))).toBe('known');
    expect(successionStanding(after, offer('RWold', 'RWother'))).toBe('unknownRoot');
    expect(succeedRoot(after, offer('RWold', 'RWother'), noon + 9)).toBe(after);
  });

  it('comes back with a backup', () => {
    const after = succeedRoot(known, offer('RWold', 'RWnew'), noon + 5);
    const restored = withLibraryBackup(importAll([]), libraryBackup(after));
    expect(currentRoot(restored, 'RWold')).toBe('RWnew');
    expect(stateOf(importAll([scenePack(under('RWnew', 2))], restored))).toBe('known');
  });
});
