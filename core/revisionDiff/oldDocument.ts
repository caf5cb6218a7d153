import type { Manifest, Sha256, Uuid } from '../pack/manifest.ts';
import { documentHolders } from '../pack/manifestWalk.ts';
import type { DocumentVersion } from './documentNews.ts';
import { versionOf } from './documentNews.ts';

/** A document as an earlier revision had it. */
export interface OldDocument {
  readonly id: Uuid;
  readonly title: string;
  readonly revision: number;
  readonly version: DocumentVersion;
}

/** Finds a document with these bytes in the revisions given, the newest that has it first; null when none does. */
export function oldDocumentIn(
  manifests: readonly Manifest[],
  documentId: Uuid,
  sha256: Sha256,
): OldDocument | null {
  for (const manifest of manifests) {
    const document = documentHolders(manifest)
      .flatMap(({ documents }) => documents)
      .find((each) => each.id === documentId && each.sha256 === sha256);
    if (document !== undefined)
      return {
        id: document.id,
        title: document.title,
        revision: manifest.pack.revision,
        version: versionOf(manifest, document),
      };
  }
  return null;
}
