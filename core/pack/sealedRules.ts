import type { BereddError } from '../errors.ts';
import { entryFolder, isSealedEntry } from './entryName.ts';
import type { AgendaItem, Manifest, UnitBriefing } from './manifest.ts';
import { placedItems } from './manifestWalk.ts';
import { manifestFailure } from './packRules.ts';

type Fault = { readonly ok: false; readonly error: BereddError } | null;

/**
 * The first broken rule of sealed items and briefings, or null: openly they carry nothing but what the format lets
 * everyone see, open ones lack nothing, and key and content of each are among the files, and nothing else.
 */
export function sealedFault(manifest: Manifest): Fault {
  for (const { item, path } of placedItems(manifest)) {
    const fault = item.sealed === null ? openItemFault(item, path) : sealedItemFault(item, path);
    if (fault !== null) return fault;
  }
  for (const [i, briefing] of manifest.briefings.entries()) {
    const path = `briefings.${i}`;
    const fault =
      briefing.sealed === null ? openBriefingFault(briefing, path) : sealedBriefingFault(briefing, path);
    if (fault !== null) return fault;
  }
  return sealedFilesFault(manifest);
}

const openItemFault = (item: AgendaItem, path: string): Fault =>
  item.itemKind === null ? manifestFailure('open-content', `${path}.itemKind`) : null;

const openBriefingFault = (briefing: UnitBriefing, path: string): Fault =>
  briefing.series === null ? manifestFailure('open-content', `${path}.series`) : null;

function sealedItemFault(item: AgendaItem, path: string): Fault {
  const { itemKind, registryNumber, presenter, minutes } = item;
  const { proposedDecision, documents, children, conflicts, extensions } = item;
  return leakFault(
    { itemKind, registryNumber, presenter, minutes },
    { proposedDecision, documents, children, conflicts, extensions },
    path,
  );
}

function sealedBriefingFault(briefing: UnitBriefing, path: string): Fault {
  const { presenter, series, period, start, minutes } = briefing;
  const { sections, keyFigures, commitments, documents, extensions } = briefing;
  return leakFault(
    { presenter, series, period, start, minutes },
    { sections, keyFigures, commitments, documents, extensions },
    path,
  );
}

function leakFault(mustBeNull: object, mustBeEmpty: object, path: string): Fault {
  const leak =
    Object.entries(mustBeNull).find(([, value]) => value !== null) ??
    Object.entries(mustBeEmpty).find(([, value]) => Object.keys(value).length > 0);
  return leak === undefined ? null : manifestFailure('sealed-content', `${path}.${leak[0]}`);
}

function sealedFilesFault(manifest: Manifest): Fault {
  const sealed = [
    ...placedItems(manifest).map(({ item, path }) => ({ seal: item.sealed, path })),
    ...manifest.briefings.map((briefing, i) => ({ seal: briefing.sealed, path: `briefings.${i}` })),
  ];
  const paths = new Set(manifest.files.map((file) => file.path));
  const slugs = new Set<string>();
  for (const { seal, path } of sealed) {
    if (seal === null) continue;
    if (slugs.has(seal.slug)) return manifestFailure('slug-twice', `${path}.sealed.slug`);
    slugs.add(seal.slug);
    const isComplete = ['key.age', 'item.age'].every((name) => paths.has(`sealed/${seal.slug}/${name}`));
    if (!isComplete) return manifestFailure('sealed-files', `${path}.sealed.slug`);
  }
  const stray = manifest.files.findIndex(({ path }) => isSealedEntry(path) && !slugs.has(entryFolder(path)));
  return stray < 0 ? null : manifestFailure('sealed-files', `files.${stray}.path`);
}
