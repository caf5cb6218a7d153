import type { BereddError } from '../errors.ts';
import type { ContainerEntry } from './containerBytes.ts';
import { isListedEntry } from './entryName.ts';
import type { Manifest } from './manifest.ts';
import { entryNames } from './packLimits.ts';
import { containerFailure, manifestFailure } from './packRules.ts';

/**
 * Null when the ZIP's entries and the manifest's `files` are the same, sizes included. Only a supplement may lack
 * files, and never the README. Fails with packContainer (entry-unlisted, entry-missing) or packManifest (file-size).
 */
export function entryFault(
  manifest: Manifest,
  entries: ReadonlyMap<string, Pick<ContainerEntry, 'size'>>,
): { readonly ok: false; readonly error: BereddError } | null {
  const listed = new Set(manifest.files.map(({ path }) => path));
  const unlisted = [...entries.keys()].find((name) => isListedEntry(name) && !listed.has(name));
  if (unlisted !== undefined) return containerFailure('entry-unlisted', unlisted);
  const mayLack = (path: string): boolean =>
    manifest.pack.supplementTo !== null && path !== entryNames.readme;
  for (const [i, { path, size }] of manifest.files.entries()) {
    const entry = entries.get(path);
    if (entry === undefined && !mayLack(path)) return containerFailure('entry-missing', path);
    if (entry !== undefined && entry.size !== size) return manifestFailure('file-size', `files.${i}.size`);
  }
  return null;
}
