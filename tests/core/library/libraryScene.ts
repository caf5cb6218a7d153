import { createHash } from 'node:crypto';
import type { ImportedPack } from '../../../core/library/applyImport.ts';
import { applyImport } from '../../../core/library/applyImport.ts';
import type { LibraryData } from '../../../core/library/libraryData.ts';
import { emptyLibrary } from '../../../core/library/libraryData.ts';
import type { LibraryContext } from '../../../core/library/meetingEntry.ts';
import type { Manifest } from '../../../core/pack/manifest.ts';
import type { ManifestSpec } from '../../support/testManifest.ts';
import { testManifest } from '../../support/testManifest.ts';

export const sha256 = (text: string): string => createHash('sha256').update(text).digest('hex');

/** The clock of these tests: a winter noon. */
export const noon = Date.parse('2026-11-24T12:00:00+01:00');

export interface SceneSpec extends ManifestSpec {
  readonly issuerKey?: string;
  readonly root?: ImportedPack['root'];
  readonly seenAt?: number;
}

/** A pack as the library sees it, made without any file. Its hash follows from its content. */
export function scenePack({
  issuerKey = 'RWkey-a',
  root = null,
  seenAt = noon,
  ...spec
}: SceneSpec = {}): ImportedPack {
  const { manifest: draft, sources } = testManifest(spec);
  const files = sources.flatMap(({ path, content }) =>
    'bytes' in content
      ? [
          {
            path,
            size: content.bytes.length,
            sha256: createHash('sha256').update(content.bytes).digest('hex'),
            mediaType: 'application/pdf',
          },
        ]
      : [],
  );
  const manifest: Manifest = { ...draft, files };
  return {
    manifest,
    manifestSha256: sha256(JSON.stringify(manifest)),
    issuerKey,
    root,
    words: ['ett', 'två', 'tre', 'fyra', 'fem', root?.key ?? issuerKey],
    seenAt,
  };
}

export const importAll = (packs: readonly ImportedPack[], start: LibraryData = emptyLibrary()): LibraryData =>
  packs.reduce((data, pack) => applyImport(data, pack), start);

/** All manifests readable, all documents here unless some are named as lacking. */
export function sceneContext(
  packs: readonly ImportedPack[],
  lacking: readonly string[] = [],
): LibraryContext {
  const manifests = new Map(packs.map((pack) => [pack.manifestSha256, pack.manifest]));
  const listed = packs.flatMap((pack) => pack.manifest.files.map((file) => file.sha256));
  return {
    manifestOf: (hash) => manifests.get(hash) ?? null,
    stored: new Set(listed.filter((hash) => !lacking.includes(hash))),
    noteCounts: new Map(),
  };
}
