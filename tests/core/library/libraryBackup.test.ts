import { describe, expect, it } from 'vitest';
import { decideKey } from '../../../core/library/keyDecision.ts';
import { libraryBackup, parseLibraryBackup, withLibraryBackup } from '../../../core/library/libraryBackup.ts';
import { emptyLibrary } from '../../../core/library/libraryData.ts';
import { openMeeting } from '../../../core/library/meetingMemory.ts';
import { withPosition } from '../../../core/library/readStates.ts';
import { testId } from '../../support/testManifest.ts';
import { importAll, noon, scenePack } from './libraryScene.ts';

const position = (page: number) => ({ page, offset: 0, zoom: { mode: 'page' } as const });

function myLibrary() {
  const pack = scenePack();
  const seen = { packId: testId('pack', 1), revision: 1, manifest: pack.manifestSha256 };
  const opened = openMeeting(importAll([pack]), testId('meeting', 1), seen, noon);
  const placed = withPosition(opened, testId('document', 1), position(4));
  const data = decideKey(placed, 'RWkey-a', true, noon);
  if (data === null) throw new Error('the key is there');
  const folder = { id: testId('part', 1), path: '/delad/kommunstyrelsen', addedAt: noon, lastSeenAt: null };
  return {
    ...data,
    settings: { ...data.settings, language: 'en' as const },
    watchedFolders: [folder],
  };
}

const backup = () => {
  const parsed = parseLibraryBackup(JSON.parse(JSON.stringify(libraryBackup(myLibrary()))));
  if (!parsed.ok) throw new Error('a backup of ours is readable');
  return parsed.value;
};

describe('the library in a backup', () => {
  it('brings settings, confirmed keys, places and watched folders to an empty library', () => {
    const restored = withLibraryBackup(emptyLibrary(), backup());
    const { packs: _packs, trust: _trust, ...mine } = myLibrary();
    expect(restored).toMatchObject(mine);
    expect(restored.packs).toEqual({});
  });

  it('changes nothing more when it is restored twice', () => {
    const once = withLibraryBackup(emptyLibrary(), backup());
    expect(withLibraryBackup(once, backup())).toEqual(once);
  });

  it('keeps what the person has on this computer', () => {
    const here = withPosition(importAll([scenePack()]), testId('document', 1), position(9));
    const restored = withLibraryBackup(here, backup());
    expect(restored.documents[testId('document', 1)]?.position?.page).toBe(9);
    expect(restored.packs).toEqual(here.packs);
  });

  it('is refused when it is something else, and told apart from a newer one', () => {
    expect(parseLibraryBackup({ version: 1 })).toMatchObject({ error: { code: 'backupDamaged' } });
    expect(parseLibraryBackup({ ...backup(), version: 2 })).toMatchObject({ error: { code: 'backupNewer' } });
  });
});
