import path from 'node:path';
import type { BereddError, Result } from '../../core/errors.ts';
import { failure, ok } from '../../core/errors.ts';
import type { Instant, Manifest, PackFile, Sha256, Uuid } from '../../core/pack/manifest.ts';
import { documentHolders } from '../../core/pack/manifestWalk.ts';
import type { CountPages, DocumentDraft, PlacedFiles } from './buildFolderDocuments.ts';
import { countOwnPages, measureFiles, placeFiles } from './buildFolderDocuments.ts';
import { allDocuments, meetingFile, readDrafts } from './buildFolderDrafts.ts';
import type { FolderListing } from './buildFolderListing.ts';
import { folderOf, listFolder, nameOf } from './buildFolderListing.ts';
import { assembleManifest } from './buildFolderManifest.ts';
import type { PackSource } from './packs.ts';
import type { ManifestDraft } from './writePack.ts';

export interface PreviousRevision {
  readonly manifest: Manifest;
  readonly manifestSha256: Sha256;
}

export interface BuildFolderOptions {
  readonly folder: string;
  readonly previous: PreviousRevision | null;
  /** Carry only what the previous revision lacks. */
  readonly supplement: boolean;
  readonly issued: Instant;
  readonly newId: () => Uuid;
  readonly countPages: CountPages;
}

export interface BuiltFolder {
  readonly manifest: ManifestDraft;
  /** What the pack carries, in the order of the manifest. */
  readonly sources: readonly PackSource[];
  /** What a supplement leaves to its base. */
  readonly notCarried: readonly PackFile[];
  /** Files in FOLDER that went into no document, so that nothing is forgotten unnoticed. */
  readonly notIncluded: readonly string[];
}

/**
 * From FOLDER to a manifest and the documents of its pack. The same folder, previous revision, clock and ids give the
 * same result. Fails with folderUnreadable, folderMeeting, folderItem, folderEmpty, or with what is wrong with a
 * document; `file` names FOLDER, the item's folder, or
 * the document inside FOLDER.
 */
export async function buildFolder(options: BuildFolderOptions): Promise<Result<BuiltFolder>> {
  const built = await build(options);
  return built.ok ? built : { ok: false, error: namedByFolder(built.error, options.folder) };
}

/** People know meeting.json by the FOLDER and item.json by the item's folder. */
function namedByFolder(error: BereddError, folder: string): BereddError {
  if (error.code === 'folderMeeting') return { ...error, file: path.basename(path.resolve(folder)) };
  const isItem = error.code === 'folderItem' && error.file !== undefined;
  return isItem ? { ...error, file: folderOf(error.file) } : error;
}

async function build(options: BuildFolderOptions): Promise<Result<BuiltFolder>> {
  const listing = await listFolder(options.folder);
  if (!listing.ok) return listing;
  const drafts = await readDrafts(listing.value);
  if (!drafts.ok) return drafts;
  if (options.previous?.manifest !== undefined && hasSealed(options.previous.manifest)) {
    // A folder cannot say what was sealed; building on would drop those items without a word.
    return failure('folderMeeting', { file: meetingFile, detail: { rule: 'previous-sealed', path: '' } });
  }
  const documents = allDocuments(drafts.value);
  const measured = await measureFiles(documents, options.countPages);
  if (!measured.ok) return measured;
  const pageCounts = countOwnPages(documents, measured.value);
  if (!pageCounts.ok) return pageCounts;
  const placed = placeFiles(documents, measured.value);
  const manifest = assembleManifest(options, drafts.value, {
    measured: measured.value,
    pageCounts: pageCounts.value,
    placed,
  });
  const base = options.supplement ? (options.previous?.manifest ?? null) : null;
  return ok({ manifest, ...splitByBase(placed, base), notIncluded: notIncluded(listing.value, documents) });
}

const hasSealed = (manifest: Manifest): boolean =>
  documentHolders(manifest).some((holder) => holder.sealed !== null);

function splitByBase(
  { files, sources }: PlacedFiles,
  base: Manifest | null,
): Pick<BuiltFolder, 'sources' | 'notCarried'> {
  const inBase = new Set(base?.files.map((file) => file.sha256));
  return {
    sources: sources.filter((_, i) => !inBase.has(files[i]?.sha256 ?? '')),
    notCarried: files.filter((file) => inBase.has(file.sha256)),
  };
}

function notIncluded(listing: FolderListing, documents: readonly DocumentDraft[]): readonly string[] {
  const included = new Set(documents.map(({ file }) => file.relative));
  return listing.files
    .map(({ relative }) => relative)
    .filter((name) => !included.has(name) && name !== meetingFile && nameOf(name) !== 'item.json');
}
