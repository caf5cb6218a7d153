import { failure, ok } from '../../core/errors.ts';
import { claimsByMeeting, compareRevisions } from '../../core/library/claims.ts';
import { readStateOf, wasContentRead, withSameText } from '../../core/library/readStates.ts';
import type { LibraryMemory } from './libraryMemory.ts';
import type { LibraryService } from './libraryService.ts';
import type { ManifestCache } from './manifestCache.ts';

/** What can be asked about the revisions of a meeting's pack. */
export function revisionServices({
  memory,
  manifests,
  announce,
}: {
  memory: LibraryMemory;
  manifests: ManifestCache;
  announce: () => void;
}): Pick<LibraryService, 'revisions' | 'setSameText'> {
  return {
    revisions: async (meetingId) => {
      const data = memory.data();
      const claim = claimsByMeeting(data).get(meetingId);
      if (claim === undefined) return failure('meetingUnknown');
      const records = data.packs[claim.packId]?.claims[claim.authority] ?? [];
      const newestFirst = records.toSorted((a, b) => compareRevisions(b, a));
      await manifests.ensure(
        data,
        newestFirst.map(({ manifest }) => manifest),
      );
      return ok({
        manifests: newestFirst.flatMap(({ manifest: sha256 }) => {
          const manifest = manifests.manifestOf(sha256);
          return manifest === null ? [] : [{ sha256, manifest }];
        }),
        seen: data.meetings[meetingId]?.seen?.manifest ?? null,
        wasRead: (document) => wasContentRead(memory.data(), document),
        readState: (document) => readStateOf(memory.data(), document),
      });
    },
    setSameText: async (documentId, one, other) => {
      const saved = await memory.save((data) => withSameText(data, documentId, one, other));
      if (saved.ok) announce();
      return saved;
    },
  };
}
