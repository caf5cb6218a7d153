import { describe, expect, it } from 'vitest';
import { emptyLibrary, libraryDataSchema } from '../../../core/library/libraryData.ts';
import { libraryBackup, parseLibraryBackup, withLibraryBackup } from '../../../core/library/libraryBackup.ts';
import { withReadState } from '../../../core/library/readStates.ts';
import { seenPagesOf, withSeenPages } from '../../../core/library/seenPages.ts';
import { defaultComfort } from '../../../core/settings/comfortSettings.ts';
import * as v from 'valibot';
import { testId } from '../../support/testManifest.ts';

const document = { id: testId('document', 1), sha256: 'a'.repeat(64), pages: null };
const replaced = { ...document, sha256: 'b'.repeat(64) };
const seen = withSeenPages(withSeenPages(emptyLibrary(), document, [[1, 2]]), document, [
  [3, 3],
  [9, 9],
]);

describe('pages of a document that were seen', () => {
  it('are added to those known and fit the stored shape', () => {
    expect(seenPagesOf(seen, document)).toEqual([
      [1, 3],
      [9, 9],
    ]);
    expect(v.safeParse(libraryDataSchema, JSON.parse(JSON.stringify(seen))).success).toBe(true);
  });

  it('hold for one content only: a replaced document begins anew', () => {
    expect(seenPagesOf(seen, replaced)).toEqual([]);
    expect(seenPagesOf(withSeenPages(seen, replaced, [[4, 4]]), replaced)).toEqual([[4, 4]]);
  });

  it('are forgotten when the person makes the document unread, and stay when it is read', () => {
    expect(seenPagesOf(withReadState(seen, document, 'unread'), document)).toEqual([]);
    expect(seenPagesOf(withReadState(seen, document, 'read'), document)).toHaveLength(2);
  });

  it('go with the backup, as the settings of comfort do', () => {
    const mine = {
      ...seen,
      settings: { ...seen.settings, comfort: { ...defaultComfort, pageColours: 'sepia' as const } },
    };
    const parsed = parseLibraryBackup(JSON.parse(JSON.stringify(libraryBackup(mine))));
    if (!parsed.ok) throw new Error('a backup of ours is readable');
    const restored = withLibraryBackup(emptyLibrary(), parsed.value);
    expect(seenPagesOf(restored, document)).toEqual([
      [1, 3],
      [9, 9],
    ]);
    expect(restored.settings.comfort?.pageColours).toBe('sepia');
  });
});
