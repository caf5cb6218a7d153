import type { BereddError } from '../errors.ts';
import { entryNameFault, isListedEntry, isSealedEntry } from './entryName.ts';
import type { Manifest, PackDocument } from './manifest.ts';
import type { DocumentHolder } from './manifestWalk.ts';
import { documentHolders, placedItems } from './manifestWalk.ts';
import { entryNames } from './packLimits.ts';
import { manifestFailure } from './packRules.ts';
import { sealedFault } from './sealedRules.ts';

export type Fault = { readonly ok: false; readonly error: BereddError } | null;

/** The first broken reference inside a manifest of the right shape, or null. What the ZIP holds is not asked here. */
export function referenceFault(manifest: Manifest): Fault {
  const holders = documentHolders(manifest);
  return (
    fileFault(manifest) ??
    idFault(manifest) ??
    documentFault(manifest, holders) ??
    sealedFault(manifest) ??
    supplementFault(manifest)
  );
}

function fileFault(manifest: Manifest): Fault {
  const { files } = manifest;
  const badPath = files.findIndex(({ path }) => entryNameFault(path) !== null || !isListedEntry(path));
  if (badPath >= 0) return manifestFailure('path-form', `files.${badPath}.path`);
  const samePath = firstRepeated(files.map(({ path }) => path));
  if (samePath !== null) return manifestFailure('path-twice', `files.${samePath}.path`);
  const sameBytes = firstRepeated(files.map(({ sha256 }) => sha256));
  if (sameBytes !== null) return manifestFailure('sha256-twice', `files.${sameBytes}.sha256`);
  const hasReadme = files.some(({ path }) => path === entryNames.readme);
  return hasReadme ? null : manifestFailure('readme-unlisted', 'files');
}

function firstRepeated(values: readonly string[]): number | null {
  const seen = new Set<string>();
  const index = values.findIndex((value) => seen.size === seen.add(value).size);
  return index < 0 ? null : index;
}

/**
 * Notes point at these by id alone, so one id may stand only once among them. Bodies, units and people are the same
 * across packs and may return.
 */
function idFault(manifest: Manifest): Fault {
  const ids = [
    { id: manifest.meeting.id, path: 'meeting' },
    ...placedItems(manifest).map(({ item, path }) => ({ id: item.id, path })),
    ...documentHolders(manifest).flatMap(({ documents, path }) => numbered(documents, `${path}.documents`)),
    ...manifest.briefings.flatMap((briefing, i) => [
      { id: briefing.id, path: `briefings.${i}` },
      ...numbered(briefing.sections, `briefings.${i}.sections`),
      ...briefing.sections.flatMap(({ points }, k) =>
        numbered(points, `briefings.${i}.sections.${k}.points`),
      ),
      ...numbered(briefing.keyFigures, `briefings.${i}.keyFigures`),
      ...numbered(briefing.commitments, `briefings.${i}.commitments`),
    ]),
  ];
  const repeated = firstRepeated(ids.map(({ id }) => id));
  if (repeated !== null) return manifestFailure('id-twice', `${ids[repeated]?.path ?? ''}.id`);
  const members = manifest.meeting.body.roster?.members ?? [];
  const sameMember = firstRepeated(members.map(({ id }) => id));
  return sameMember === null
    ? null
    : manifestFailure('id-twice', `meeting.body.roster.members.${sameMember}.id`);
}

const numbered = (all: readonly { readonly id: string }[], path: string): { id: string; path: string }[] =>
  all.map(({ id }, i) => ({ id, path: `${path}.${i}` }));

function documentFault(manifest: Manifest, holders: readonly DocumentHolder[]): Fault {
  const readable = new Set(
    manifest.files
      .filter(({ path }) => path !== entryNames.readme && !isSealedEntry(path))
      .map(({ sha256 }) => sha256),
  );
  for (const { documents, path } of holders) {
    for (const [i, document] of documents.entries()) {
      const at = `${path}.documents.${i}`;
      if (!readable.has(document.sha256)) return manifestFailure('document-without-file', `${at}.sha256`);
      if (!hasSoundPages(document)) return manifestFailure('page-range', `${at}.pages`);
    }
  }
  return null;
}

const hasSoundPages = ({ pages, pageCount }: PackDocument): boolean =>
  pages === null || (pages.to >= pages.from && pages.to - pages.from + 1 === pageCount);

function supplementFault({ pack }: Manifest): Fault {
  const isSound = pack.supplementTo === null || pack.supplementTo.revision < pack.revision;
  return isSound ? null : manifestFailure('supplement-revision', 'pack.supplementTo.revision');
}
